{{/* What all names begin with: the release's, or a short one with a hash where that is too long or no name for a Service. */}}
{{- define "junkan.name" -}}
{{- $release := .Release.Name -}}
{{- if regexMatch "^[a-z][a-z0-9-]{0,29}$" $release -}}
{{- $release -}}
{{- else -}}
{{- printf "junkan-%s-%s" ($release | replace "." "-" | trunc 14 | trimSuffix "-") ($release | sha256sum | trunc 8) -}}
{{- end -}}
{{- end }}

{{/* Of one program; takes `root` and `program`, as all that follow. */}}
{{- define "junkan.programName" -}}
{{- printf "%s-%s" (include "junkan.name" .root) .program.name -}}
{{- end }}

{{/* By which the pods of the release are chosen. */}}
{{- define "junkan.chosen" -}}
app.kubernetes.io/name: {{ .Chart.Name }}
app.kubernetes.io/instance: {{ .Release.Name | quote }}
{{- end }}

{{- define "junkan.programChosen" -}}
{{ include "junkan.chosen" .root }}
app.kubernetes.io/component: {{ .program.name }}
{{- end }}

{{- define "junkan.labels" -}}
{{ include "junkan.chosen" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" }}
{{- end }}

{{- define "junkan.programLabels" -}}
{{ include "junkan.labels" .root }}
app.kubernetes.io/component: {{ .program.name }}
{{- end }}

{{- define "junkan.serviceAccount" -}}
{{- .Values.serviceAccount.name | default (include "junkan.name" .) -}}
{{- end }}

{{/* The headless Service of a program. The gateway has another one, with an address. */}}
{{- define "junkan.podsName" -}}
{{- include "junkan.programName" . -}}{{- if .program.http -}}-pods{{- end -}}
{{- end }}

{{/* A program's values over those of all, as YAML. */}}
{{- define "junkan.own" -}}
{{- mergeOverwrite (deepCopy .root.Values.defaults) (index .root.Values.programs .program.name | default dict) | toYaml -}}
{{- end }}

{{/* What counts the replicas of a program, if it is not the chart: lag, cpu or nothing. */}}
{{- define "junkan.scaledBy" -}}
{{- with .root.Values.autoscaling -}}
{{- if and $.program.http .cpu.enabled -}}cpu{{- else if and $.program.backlog .lag.enabled -}}lag{{- end -}}
{{- end -}}
{{- end }}

{{- define "junkan.maxReplicas" -}}
{{- $by := include "junkan.scaledBy" . -}}
{{- $most := (index .root.Values.autoscaling $by).maxReplicas | int -}}
{{- $least := (include "junkan.own" . | fromYaml).replicas | int -}}
{{- if lt $most $least -}}
{{- fail (printf "autoscaling.%s.maxReplicas: %d is below the %d replicas of %s" $by $most $least .program.name) -}}
{{- end -}}
{{- $most -}}
{{- end }}

{{/* Refuses values of programs that there are not, and secrets of engines that a program does not reach. */}}
{{- define "junkan.checkPrograms" -}}
{{- $engines := dict -}}
{{- range (.Files.Get "programs.yaml" | fromYaml).programs -}}{{- $_ := set $engines .name .engines -}}{{- end -}}
{{- $_ := set $engines "operator" (list "mongo" "nats" "temporal") -}}
{{- range $name, $own := .Values.programs -}}
{{- if not (hasKey $engines $name) -}}
{{- fail (printf "programs: there is no program %s; there are %s" $name (keys $engines | sortAlpha | join ", ")) -}}
{{- end -}}
{{- range $setting, $_ := ($own.secrets | default dict) -}}
{{- if not (has (index (splitList "_" $setting) 1 | lower) (index $engines $name)) -}}
{{- fail (printf "programs.%s.secrets: %s is of an engine that it does not reach" $name $setting) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end }}
