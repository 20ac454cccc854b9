{{- define "junkan.image" -}}
{{- $image := .Values.image -}}
{{- $image.repository }}{{ if or $image.tag (not $image.digest) }}:{{ $image.tag | default .Chart.AppVersion }}{{ end }}{{ with $image.digest }}@{{ . }}{{ end -}}
{{- end }}

{{- define "junkan.podAnnotations" -}}
checksum/settings: {{ include "junkan.settings" . | sha256sum }}
{{- with .root.Values.telemetry }}
{{- if and .enabled (eq .scrape "annotations") }}
prometheus.io/scrape: "true"
prometheus.io/port: "9464"
prometheus.io/path: /metrics
{{- end }}
{{- end }}
{{- with (include "junkan.own" . | fromYaml).podAnnotations }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{- define "junkan.pod" -}}
{{- $own := include "junkan.own" . | fromYaml -}}
{{- $secrets := include "junkan.secrets" . | fromYaml -}}
serviceAccountName: {{ include "junkan.serviceAccount" .root | quote }}
automountServiceAccountToken: false
# Else the cluster adds a variable for each Service, with names that settings could have.
enableServiceLinks: false
{{- with .root.Values.image.pullSecrets }}
imagePullSecrets:
  {{- toYaml . | nindent 2 }}
{{- end }}
# Longer than a program takes to drain before it cuts itself off.
terminationGracePeriodSeconds: {{ if .program.http }}{{ add 15 .root.Values.gateway.preStopSeconds }}{{ else }}15{{ end }}
securityContext:
  runAsNonRoot: true
  runAsUser: 10001
  runAsGroup: 10001
  fsGroup: 10001
  seccompProfile: { type: RuntimeDefault }
dnsConfig:
  options: [{ name: ndots, value: "2" }]
{{- range $name := list "nodeSelector" "tolerations" "affinity" "priorityClassName" }}
{{- with index $own $name }}
{{ $name }}: {{ toJson . }}
{{- end }}
{{- end }}
topologySpreadConstraints:
  {{- range $key := list "kubernetes.io/hostname" "topology.kubernetes.io/zone" }}
  - maxSkew: 1
    topologyKey: {{ $key }}
    whenUnsatisfiable: ScheduleAnyway
    matchLabelKeys: [pod-template-hash]
    labelSelector:
      matchLabels:
        {{- include "junkan.programChosen" $ | nindent 8 }}
  {{- end }}
containers:
  - name: {{ .program.name }}
    image: {{ include "junkan.image" .root | quote }}
    imagePullPolicy: {{ .root.Values.image.pullPolicy }}
    args: [{{ .program.main }}]
    envFrom:
      - configMapRef: { name: {{ include "junkan.programName" . }} }
    env:
      {{- range $setting, $_ := $secrets }}
      - { name: {{ $setting }}_FILE, value: /etc/junkan/secrets/{{ $setting }} }
      {{- end }}
    ports:
      - { name: {{ if .program.http }}http{{ else }}grpc{{ end }}, containerPort: 7000 }
      {{- if .program.http }}
      - { name: probes, containerPort: 7001 }
      {{- end }}
      {{- if .root.Values.telemetry.enabled }}
      - { name: metrics, containerPort: 9464 }
      {{- end }}
    {{- include "junkan.probes" . | nindent 4 }}
    {{- if and .program.http .root.Values.gateway.preStopSeconds }}
    lifecycle:
      preStop: { sleep: { seconds: {{ .root.Values.gateway.preStopSeconds | int }} } }
    {{- end }}
    resources: {{ toJson $own.resources }}
    securityContext:
      allowPrivilegeEscalation: false
      readOnlyRootFilesystem: true
      capabilities: { drop: [ALL] }
    volumeMounts:
      - { name: tmp, mountPath: /tmp }
      {{- if .program.views }}
      - { name: views, mountPath: /var/lib/junkan }
      {{- end }}
      - { name: secrets, mountPath: /etc/junkan/secrets, readOnly: true }
      {{- if include "junkan.lists" . }}
      - { name: lists, mountPath: /etc/junkan/lists, readOnly: true }
      {{- end }}
volumes:
  - name: tmp
    emptyDir: { sizeLimit: 256Mi }
  {{- if .program.views }}
  # On the disk of the node; what is lost with the pod is built again.
  - name: views
    emptyDir: {}
  {{- end }}
  {{- with include "junkan.lists" . }}
  - name: lists
    configMap: { name: {{ . | quote }} }
  {{- end }}
  - name: secrets
    projected:
      # 0440: for the group of the pod alone.
      defaultMode: 288
      sources:
        {{- range $setting, $reference := $secrets }}
        - secret: { name: {{ $reference.name | quote }}, items: [{ key: {{ $reference.key | quote }}, path: {{ $setting }} }] }
        {{- end }}
{{- end }}
