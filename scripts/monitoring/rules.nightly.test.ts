import { expect, test } from 'vitest';
import { DASHBOARDS, queriesOf } from './dashboards.ts';
import { promtoolSays } from './promtool.fixture.ts';
import { ALERTS, asRules, ruleFile, ruleTests } from './rules.ts';

const CHECK = ['check', 'rules', '--lint=all', '--lint-fatal'];

test('Prometheus takes the rules', () => {
  expect(promtoolSays(CHECK, ruleFile())).toContain(`content\n`);
  expect(promtoolSays(CHECK, ruleFile())).toContain(`${ALERTS.length} rules found`);
  expect(promtoolSays(CHECK, ruleFile().replace('> 0.01', '> > 0.01'))).toContain('refused');
});

test('Prometheus takes what dashboards ask', () => {
  for (const dashboard of DASHBOARDS) expect(promtoolSays(['check', 'rules'], asRules(queriesOf(dashboard)))).toContain('content\n');
});

test('every alert fires for what it is there for, and for nothing before', () => {
  const others = { 'rules.yaml': ruleFile() };
  expect(promtoolSays(['test', 'rules'], ruleTests('rules.yaml'), others)).toContain('content\n');
  // A rule that never fires is found.
  const deaf = { 'rules.yaml': ruleFile().replace('junkan_mail_undelivered) > 0', 'junkan_mail_undelivered) > 1000') };
  const mail = ALERTS.filter(({ name }) => name === 'MailIsNotDelivered');
  expect(promtoolSays(['test', 'rules'], ruleTests('rules.yaml', mail), others)).toContain('content\n');
  expect(promtoolSays(['test', 'rules'], ruleTests('rules.yaml', mail), deaf)).toContain('refused\n');
});
