{{/* Settings of one program that are no secrets, as YAML. */}}
{{- define "junkan.settings" -}}
{{- $values := .root.Values -}}
JUNKAN_LISTEN: "0.0.0.0:7000"
JUNKAN_LOG_LEVEL: {{ $values.logLevel }}
JUNKAN_PROTECTED_NETWORK: {{ $values.protectedNetwork | quote }}
JUNKAN_NAMESPACE: {{ $values.namespace | quote }}
JUNKAN_DURABILITY: {{ $values.durability }}
JUNKAN_STREAM_REPLICAS: {{ $values.nats.streamReplicas | int | quote }}
JUNKAN_NATS_URL: {{ $values.nats.url | quote }}
{{- if has "mongo" .program.engines }}
JUNKAN_MONGO_URL: {{ $values.mongo.url | quote }}
{{- end }}
{{- if .program.views }}
JUNKAN_VIEWS: /var/lib/junkan
{{- end }}
{{- if eq .program.name "notices" }}
{{- with $values.mail.from }}
JUNKAN_MAIL_FROM: {{ . | quote }}
{{- end }}
{{- with $values.mail.home }}
JUNKAN_HOME: {{ . | quote }}
{{- end }}
{{- end }}
{{- if eq .program.name "project-registry" }}
{{- with $values.scanner }}
JUNKAN_SCANNER: {{ . | quote }}
{{- end }}
{{- end }}
{{- if eq .program.name "programme" }}
{{- with $values.certificates.home }}
JUNKAN_HOME: {{ . | quote }}
{{- end }}
{{- end }}
{{- if include "junkan.lists" . }}
JUNKAN_LISTS: /etc/junkan/lists
{{- end }}
{{- if has "temporal" .program.engines }}
{{- with $values.temporal }}
JUNKAN_TEMPORAL_ADDRESS: {{ .address | quote }}
JUNKAN_TEMPORAL_NAMESPACE: {{ .namespace | quote }}
JUNKAN_TEMPORAL_TLS: {{ .tls | quote }}
{{- with .serverName }}
JUNKAN_TEMPORAL_SERVER_NAME: {{ . | quote }}
{{- end }}
{{- end }}
{{- end }}
{{- include "junkan.addresses" . }}
{{- if .program.http }}
{{- include "junkan.gatewaySettings" $values }}
{{- end }}
{{- include "junkan.telemetry" $values.telemetry }}
{{- range $setting, $value := $values.policy }}
{{/* Numbers of values are floating: a large one would be written with an exponent. */}}
{{- $setting }}: {{ if kindIs "float64" $value }}{{ int64 $value | quote }}{{ else }}{{ $value | quote }}{{ end }}
{{- end }}
{{- end }}

{{/* The ConfigMap of a program that knows the controlled lists, where the installation has its own. */}}
{{- define "junkan.lists" -}}
{{- if has .program.name (list "gateway" "project-registry" "sponsor-registry" "programme") }}{{ .root.Values.lists }}{{ end }}
{{- end }}

{{/* Where those listen whom a program calls: a name with an address for each replica behind it. */}}
{{- define "junkan.addresses" -}}
{{- range $other := (.root.Files.Get "programs.yaml" | fromYaml).programs }}
{{- if has $other.name $.program.calls }}
{{ $other.setting }}: {{ printf "%s.%s.svc.%s:7000" (include "junkan.podsName" (dict "root" $.root "program" $other)) $.root.Release.Namespace $.root.Values.clusterDomain | quote }}
{{- end }}
{{- end }}
{{- end }}

{{- define "junkan.gatewaySettings" }}
JUNKAN_PROBES_LISTEN: "0.0.0.0:7001"
JUNKAN_PROXIES: {{ if hasKey .gateway "proxies" }}{{ .gateway.proxies | int | quote }}{{ else }}{{ ternary 1 0 .gateway.ingress.enabled | quote }}{{ end }}
JUNKAN_JWKS_URL: {{ .tokens.jwksUrl | quote }}
JUNKAN_TOKEN_ISSUER: {{ .tokens.issuer | quote }}
JUNKAN_TOKEN_AUDIENCE: {{ .tokens.audience | quote }}
JUNKAN_SECRETARIAT: {{ .tokens.secretariat | quote }}
{{- with .gateway.signIn }}
JUNKAN_OIDC_ISSUER: {{ $.tokens.issuer | quote }}
JUNKAN_OIDC_CLIENT_ID: {{ .clientId | default "junkan-web" | quote }}
JUNKAN_HOME: {{ .home | quote }}
{{- with .backchannel }}
JUNKAN_OIDC_BACKCHANNEL: {{ . | quote }}
{{- end }}
{{- end }}
{{- range $setting, $key := dict "JUNKAN_RATE_PER_SECOND" "ratePerSecond" "JUNKAN_RATE_BURST" "rateBurst" "JUNKAN_STREAMS_PER_PERSON" "streamsPerPerson" "JUNKAN_RATE_PER_ADDRESS" "ratePerAddress" "JUNKAN_CONNECTIONS" "connections" "JUNKAN_CONNECTIONS_PER_ADDRESS" "connectionsPerAddress" "JUNKAN_MAX_TOKEN_AGE_MINUTES" "maxTokenAgeMinutes" }}
{{- if hasKey $.gateway $key }}
{{ $setting }}: {{ index $.gateway $key | int64 | quote }}
{{- end }}
{{- end }}
{{- end }}

{{- define "junkan.telemetry" }}
JUNKAN_TELEMETRY: {{ .enabled | quote }}
{{- if .enabled }}
JUNKAN_METRICS_LISTEN: "0.0.0.0:9464"
{{- if .endpoint }}
JUNKAN_TRACES_KEPT: {{ .tracesKept | quote }}
OTEL_EXPORTER_OTLP_ENDPOINT: {{ .endpoint | quote }}
{{- else }}
JUNKAN_TRACES_KEPT: "0"
{{- end }}
{{- end }}
{{- end }}

{{/* Which secrets a program is given, by setting, as YAML: its own key with the public ones, and those of the engines that it reaches. */}}
{{- define "junkan.secrets" -}}
{{- $common := .root.Values.secrets -}}
{{- $own := (index .root.Values.programs .program.name | default dict).secrets | default dict -}}
{{- $keys := .root.Values.internalKeys.secret -}}
{{- $taken := dict "JUNKAN_INTERNAL_KEY" (dict "name" $keys "key" .program.name) "JUNKAN_INTERNAL_PUBLIC_KEYS" (dict "name" $keys "key" "public") -}}
{{- range $engine := .program.engines -}}
{{- $prefix := printf "JUNKAN_%s_" (upper $engine) -}}
{{- $from := $common -}}
{{- range $setting, $_ := $own -}}{{- if hasPrefix $prefix $setting -}}{{- $from = $own -}}{{- end -}}{{- end -}}
{{- range $setting, $reference := $from -}}{{- if hasPrefix $prefix $setting -}}{{- $_ := set $taken $setting $reference -}}{{- end -}}{{- end -}}
{{- end -}}
{{- if .program.http -}}{{- with .root.Values.gateway.signIn -}}
{{- $_ := set $taken "JUNKAN_OIDC_CLIENT_SECRET" (dict "name" .secret "key" "client-secret") -}}
{{- $_ := set $taken "JUNKAN_SESSION_KEY" (dict "name" .secret "key" "session-key") -}}
{{- end -}}{{- end -}}
{{- if eq .program.name "notices" -}}{{- with .root.Values.mail.secret -}}
{{- $_ := set $taken "JUNKAN_SMTP_URL" (dict "name" . "key" "url") -}}
{{- end -}}{{- end -}}
{{- if eq .program.name "programme" -}}{{- with .root.Values.certificates.secret -}}
{{- $_ := set $taken "JUNKAN_CERTIFICATE_KEY" (dict "name" . "key" "key") -}}
{{- end -}}{{- end -}}
{{- toYaml $taken -}}
{{- end }}
