{{/* What waits for one program, as PromQL. Every replica reports the same number, so the highest of them is the one. */}}
{{- define "junkan.query" -}}
{{- $lag := .root.Values.autoscaling.lag -}}
{{- $mine := $lag.matchers | default (printf "namespace=%q,app_kubernetes_io_instance=%q" .root.Release.Namespace .root.Release.Name) -}}
{{- $chosen := printf "{service=%q,%s}" .program.name $mine -}}
{{- if eq .by "lagEvents" -}}
sum(max by (context, durable) (junkan_consumer_lag_events{{ $chosen }}))
{{- else if eq .by "unrelayedCommits" -}}
max(junkan_relay_unrelayed_commits{{ $chosen }})
{{- else -}}
max(junkan_workflows_awake{{ $chosen }})
{{- end -}}
{{- end }}
