import { METRICS } from '@junkan/kit/telemetry/metrics.ts';
import { ALERTS, GROUPS } from './rules.ts';

const KINDS = { duration: 'histogram', counter: 'counter', gauge: 'gauge', runtime: 'of the process' } as const;
const code = (text: string): string => `\`${text}\``;
/** As Markdown is formatted: each column as wide as its widest cell. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => [...(row[column] ?? '')].length)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - [...cell].length)).join(' | ')} |`;
  const [head = [], ...rest] = rows;
  return [line(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...rest.map(line)].join('\n');
}

const alertsWith = (metric: string): string =>
  ALERTS.filter(({ expr }) => new RegExp(`\\b${metric}(_count|_sum|_bucket)?\\b`).test(expr))
    .map(({ name }) => `[${name}](#${name.toLowerCase()})`)
    .join(', ');

const metrics = (): string =>
  table([
    ['metric', 'kind', 'labels', 'what it means', 'alerts'],
    ...Object.entries(METRICS).map(([name, { kind, labels, means }]) => [
      code(name),
      KINDS[kind],
      labels.map(code).join(', '),
      means.replaceAll('|', '\\|'),
      alertsWith(name),
    ]),
  ]);

const runbook = (): string =>
  GROUPS.map(({ title, alerts }) => {
    const sections = alerts.map(
      ({ name, severity, expr, for: lasting, means, todo }) =>
        `### ${name}\n\n${means}\n\n${todo.map((step, place) => `${place + 1}. ${step}`).join('\n')}\n\n` +
        `${severity}${lasting === '0m' ? '' : `, where it holds for ${lasting}`}:\n\n    ${expr}`,
    );
    return `## ${title}\n\n${sections.join('\n\n')}`;
  }).join('\n\n');

/** What operators read of metrics, dashboards and alerts. */
export const document = (): string => `# Monitoring

What each process reports with [\`JUNKAN_TELEMETRY=on\`](operating.md#telemetry), what is watched, and what to do when an alert fires. This page, the rules and
the dashboards are made from the tables in [scripts/monitoring](../scripts/monitoring): change those, then run \`npm test -- --project unit scripts/monitoring -u\`.

- [Alert rules](../infra/kubernetes/monitoring/rules.yaml), as Prometheus reads them (\`rule_files\`); the [chart](../infra/kubernetes/README.md) installs them as a PrometheusRule (\`telemetry.rules\`).
- Dashboards for Grafana: [programs and events](../infra/kubernetes/monitoring/junkan-system.json), [work and money](../infra/kubernetes/monitoring/junkan-work.json). Import them, or have
  the chart put them into a ConfigMap that Grafana’s sidecar finds (\`telemetry.dashboards\`).

critical: wake somebody up. warning: look today. info: look this week. Prometheus must keep the label \`service\` that programs give (\`honor_labels: true\`).

${metrics()}

All but those of the process have the label \`service\`; with several programs in one process there is one of those for all. Replicas each report the work of the whole
installation: take \`max\`, not \`sum\`. What cannot be read, because an engine does not answer within two seconds, is left out.

${runbook()}
`;
