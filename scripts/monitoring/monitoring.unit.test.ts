import { METRICS } from '@junkan/kit/telemetry/metrics.ts';
import { expect, test } from 'vitest';
import { DASHBOARDS, grafana, queriesOf } from './dashboards.ts';
import { document } from './document.ts';
import { ALERTS, ruleFile } from './rules.ts';

// After a change of a table: npm test -- --project unit scripts/monitoring -u
const FILES: Readonly<Record<string, () => string>> = {
  '../../docs/monitoring.md': document,
  '../../infra/kubernetes/monitoring/rules.yaml': ruleFile,
  ...Object.fromEntries(
    DASHBOARDS.map((dashboard) => [`../../infra/kubernetes/monitoring/${dashboard.uid}.json`, () => grafana(dashboard)]),
  ),
};

test.each(Object.entries(FILES))('%s says what the tables say', async (path, written) => {
  await expect(written()).toMatchFileSnapshot(path);
});

/** The metrics that a query asks for: what is no label, no function and no word of the language. */
const metricsIn = (query: string): string[] =>
  [...query.replace(/\{[^}]*\}|\b(by|on|without) \([^)]*\)/g, '').matchAll(/\b(?:junkan|http|rpc|process|nodejs|v8js)_\w+/g)].map(
    ([name]) => name.replace(/_(count|sum|bucket)$/, ''),
  );

test('alerts and dashboards ask for nothing that no program reports', () => {
  const asked = [...ALERTS.map(({ expr }) => expr), ...DASHBOARDS.flatMap(queriesOf)].flatMap(metricsIn);
  expect(asked.length).toBeGreaterThan(ALERTS.length);
  expect([...new Set(asked)].filter((name) => !(name in METRICS))).toEqual([]);
});

test('every metric is watched or shown', () => {
  const asked = new Set([...ALERTS.map(({ expr }) => expr), ...DASHBOARDS.flatMap(queriesOf)].flatMap(metricsIn));
  const forOthers = ['target_info', 'nodejs_eventloop_delay_p50', 'nodejs_eventloop_delay_max'];
  expect(Object.keys(METRICS).filter((name) => !asked.has(name))).toEqual(expect.arrayContaining(forOthers));
  expect(Object.keys(METRICS).filter((name) => !asked.has(name) && !forOthers.includes(name))).toEqual([]);
});
