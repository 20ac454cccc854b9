import { stringify } from 'yaml';
import type { Alert, Group } from './alert.ts';
import { OF_EVENTS } from './alerts-of-events.ts';
import { OF_PROGRAMS } from './alerts-of-programs.ts';
import { OF_WORK } from './alerts-of-work.ts';

export const GROUPS: readonly Group[] = [OF_PROGRAMS, OF_EVENTS, OF_WORK];
export const ALERTS: readonly Alert[] = GROUPS.flatMap(({ alerts }) => alerts);

const yaml = (document: object): string => stringify(document, { lineWidth: 0, aliasDuplicateObjects: false });
const annotationsOf = ({ name, means }: Alert) => ({ summary: means, runbook: `docs/monitoring.md#${name.toLowerCase()}` });

const ruleOf = (alert: Alert) => ({
  alert: alert.name,
  expr: alert.expr,
  ...(alert.for === '0m' ? {} : { for: alert.for }),
  labels: { severity: alert.severity },
  annotations: annotationsOf(alert),
});

/** The rules as Prometheus reads them. */
export const ruleFile = (): string => yaml({ groups: GROUPS.map(({ name, alerts }) => ({ name, rules: alerts.map(ruleOf) })) });

/** Tests for promtool: each alert fires with its example, with its labels and words, and is quiet at the first minute. */
export const ruleTests = (rules: string, alerts = ALERTS): string =>
  yaml({
    rule_files: [rules],
    evaluation_interval: '1m',
    tests: alerts.map((alert) => {
      const { series, labels, after } = alert.example;
      const fired = { exp_labels: { severity: alert.severity, ...labels }, exp_annotations: annotationsOf(alert) };
      return {
        name: alert.name,
        interval: '1m',
        input_series: Object.entries(series).map(([name, values]) => ({ series: name, values })),
        alert_rule_test: [
          { eval_time: '0m', alertname: alert.name, exp_alerts: [] },
          { eval_time: `${after}m`, alertname: alert.name, exp_alerts: [fired] },
        ],
      };
    }),
  });

/** Every query of a document as a rule that records it, so that promtool reads it. */
export const asRules = (queries: readonly string[]): string =>
  yaml({ groups: [{ name: 'queries', rules: queries.map((expr, place) => ({ record: `query:${place}`, expr })) }] });
