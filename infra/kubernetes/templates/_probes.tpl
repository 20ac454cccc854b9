{{/* The standard gRPC health of the services and the worker; the gateway's own answers over HTTP, at a port that no Service has. */}}
{{- define "junkan.probes" -}}
{{- $alive := dict "grpc" (dict "port" 7000) -}}
{{- $ready := $alive -}}
{{- if .program.http -}}
{{- $alive = dict "httpGet" (dict "path" "/healthz" "port" "probes") -}}
{{- $ready = dict "httpGet" (dict "path" "/readyz" "port" "probes") -}}
{{- end -}}
startupProbe:
  {{- toYaml $alive | nindent 2 }}
  periodSeconds: 5
  timeoutSeconds: 5
  failureThreshold: {{ divf .root.Values.startupSeconds 5 | ceil | int }}
livenessProbe:
  {{- toYaml $alive | nindent 2 }}
  periodSeconds: 10
  timeoutSeconds: 5
  failureThreshold: 6
readinessProbe:
  {{- toYaml $ready | nindent 2 }}
  periodSeconds: 5
  timeoutSeconds: 5
  failureThreshold: 2
{{- end }}
