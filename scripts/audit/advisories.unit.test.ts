import { expect, test } from 'vitest';
import { graveFaults } from './advisories.ts';

const advisory = (severity: string, id = 'GHSA-1') => ({ github_advisory_id: id, id: 7, module_name: 'left', severity, title: 'It leaks' });
const printed = (...advisories: object[]) => JSON.stringify({ advisories: Object.fromEntries(advisories.entries()) });

test('what is high or critical is reported with its package and its advisory, what is less is not', () => {
  const report = printed(advisory('critical'), advisory('high', 'GHSA-2'), advisory('moderate'), advisory('low'));
  expect(graveFaults(report, [])).toEqual(['critical: left: It leaks (GHSA-1)', 'high: left: It leaks (GHSA-2)']);
  expect(graveFaults(printed(), [])).toEqual([]);
});

test('what is accepted with a reason is not reported again, without one it is', () => {
  const report = printed(advisory('high'));
  expect(graveFaults(report, [{ advisory: 'GHSA-1', reason: 'Nothing here reads such files' }])).toEqual([]);
  expect(graveFaults(report, [{ advisory: 'GHSA-1', reason: ' ' }])).toHaveLength(1);
});

test('where the registry gives no answer, nothing is known', () => {
  for (const none of ['', 'no such host', '{"error":{"code":"ERR_PNPM_AUDIT_BAD_RESPONSE"}}'])
    expect(graveFaults(none, [])).toBeUndefined();
});
