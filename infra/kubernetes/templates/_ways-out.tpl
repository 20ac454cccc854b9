{{/* One rule of egress: to these peers, or anywhere where there are none, at these ports. */}}
{{- define "junkan.wayOut" -}}
- {{ with .to }}to: {{ toJson . }}
  {{ end }}ports:
    {{- range $port := .ports }}
    {{- range $protocol := $.protocols | default (list "TCP") }}
    - { protocol: {{ $protocol }}, port: {{ $port | int }} }
    {{- end }}
    {{- end }}
{{- end }}

{{- define "junkan.waysOut" -}}
{{- $ways := .root.Values.networkPolicy -}}
{{ include "junkan.wayOut" (merge (dict "protocols" (list "UDP" "TCP")) $ways.dns) }}
{{- range $engine := .program.engines }}
{{ include "junkan.wayOut" (index $ways $engine) }}
{{- end }}
{{- if .program.http }}
{{ include "junkan.wayOut" $ways.jwks }}
{{- end }}
{{- if and (eq .program.name "notices") .root.Values.mail.secret }}
{{ include "junkan.wayOut" $ways.mail }}
{{- end }}
{{- if and (eq .program.name "project-registry") .root.Values.scanner }}
{{ include "junkan.wayOut" $ways.scanner }}
{{- end }}
{{- if and .root.Values.telemetry.enabled .root.Values.telemetry.endpoint }}
{{ include "junkan.wayOut" $ways.traces }}
{{- end }}
{{- range $name := .program.calls }}
- to:
    - podSelector:
        matchLabels:
          {{- include "junkan.programChosen" (dict "root" $.root "program" (dict "name" $name)) | nindent 10 }}
  ports: [{ protocol: TCP, port: 7000 }]
{{- end }}
{{- end }}
