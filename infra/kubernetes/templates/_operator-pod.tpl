{{/* The pod of an operator's command; takes `job` besides `root` and `program`. */}}
{{- define "junkan.operatorPod" -}}
{{- $own := include "junkan.own" . | fromYaml -}}
{{- $secrets := include "junkan.secrets" . | fromYaml -}}
{{- $backups := .root.Values.operator.backups.claim | default (printf "%s-backups" (include "junkan.name" .root)) -}}
restartPolicy: Never
serviceAccountName: {{ include "junkan.serviceAccount" .root | quote }}
automountServiceAccountToken: false
enableServiceLinks: false
{{- with .root.Values.image.pullSecrets }}
imagePullSecrets:
  {{- toYaml . | nindent 2 }}
{{- end }}
securityContext:
  runAsNonRoot: true
  runAsUser: 10001
  runAsGroup: 10001
  fsGroup: 10001
  seccompProfile: { type: RuntimeDefault }
{{- range $name := list "nodeSelector" "tolerations" "affinity" "priorityClassName" }}
{{- with index $own $name }}
{{ $name }}: {{ toJson . }}
{{- end }}
{{- end }}
containers:
  - name: {{ .job.name }}
    image: {{ include "junkan.image" .root | quote }}
    imagePullPolicy: {{ .root.Values.image.pullPolicy }}
    args: {{ prepend .job.args .program.main | toJson }}
    envFrom:
      - configMapRef: { name: {{ include "junkan.programName" . }} }
    env:
      {{- range $setting, $_ := $secrets }}
      - { name: {{ $setting }}_FILE, value: /etc/junkan/secrets/{{ $setting }} }
      {{- end }}
    resources: {{ toJson $own.resources }}
    securityContext:
      allowPrivilegeEscalation: false
      readOnlyRootFilesystem: true
      capabilities: { drop: [ALL] }
    volumeMounts:
      - { name: tmp, mountPath: /tmp }
      - { name: secrets, mountPath: /etc/junkan/secrets, readOnly: true }
      {{- if .job.backups }}
      - { name: backups, mountPath: /backups }
      {{- end }}
      {{- if .job.privateKey }}
      - { name: private-key, mountPath: /etc/junkan/backup, readOnly: true }
      {{- end }}
volumes:
  - name: tmp
    emptyDir: { sizeLimit: 256Mi }
  {{- if .job.backups }}
  - name: backups
    persistentVolumeClaim: { claimName: {{ $backups | quote }} }
  {{- end }}
  {{- with .job.privateKey }}
  - name: private-key
    secret: { secretName: {{ .name | quote }}, defaultMode: 288, items: [{ key: {{ .key | quote }}, path: private-key }] }
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
