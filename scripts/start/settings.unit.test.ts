import { newKeys } from '@junkan/kit/keys.ts';
import { PROGRAM_NAMES } from '@junkan/proto/programs.ts';
import { expect, test } from 'vitest';
import { newIssuerKey } from './secrets.ts';
import { startFaults } from './settings.ts';
import { type Env, forPrograms } from './trial.ts';

const keys = newKeys(PROGRAM_NAMES);
const issuerKey = newIssuerKey();
const faultsOf = (given: Env): string[] =>
  startFaults(
    given,
    forPrograms((program) => ({
      ...given,
      JUNKAN_MONGO_URL: 'mongodb://127.0.0.1:1',
      JUNKAN_NATS_URL: 'nats://127.0.0.1:1',
      JUNKAN_TEMPORAL_ADDRESS: '127.0.0.1:1',
      JUNKAN_TRIAL: 'true',
      ...keys[program],
      ...(program === 'gateway' ? { JUNKAN_ISSUER_KEY: issuerKey } : {}),
    })),
  );

test('what is set rightly, or not at all, is no fault', () => {
  expect(faultsOf({})).toEqual([]);
  expect(faultsOf({ JUNKAN_TRIAL: 'true', JUNKAN_POLICY_ROUND_DAYS: '60', JUNKAN_LOG_LEVEL: 'warn', PATH: '/bin' })).toEqual([]);
});

test('a trial cannot be switched off by a setting', () => {
  for (const no of ['false', 'no', '0', 'perhaps'])
    expect(faultsOf({ JUNKAN_TRIAL: no })).toEqual([expect.stringContaining('JUNKAN_TRIAL: ')]);
});

test('a setting that nobody knows is refused with the one that is nearest', () => {
  expect(faultsOf({ JUNKAN_POLICY_ROUND_DAY: '10' })).toEqual([
    '  JUNKAN_POLICY_ROUND_DAY: is not a known setting; did you mean JUNKAN_POLICY_ROUND_DAYS?',
  ]);
  expect(faultsOf({ JUNKAN_INTERNAL_KEY_FILE: '/nowhere' })).not.toContainEqual(expect.stringContaining('not a known setting'));
});

test('the faults of all programs are reported at once, each once', () => {
  const faults = faultsOf({
    JUNKAN_POLICY_ROUND_DAYS: '0',
    JUNKAN_POLICY_SIGNING_DAYS: '99999999',
    JUNKAN_POLICY_CLOSING_DAYS: '3651',
    JUNKAN_NAMESPACE: 'Not so',
    JUNKAN_LOG_LEVEL: 'loud',
    JUNKAN_POLICY_ESCALATE_CLOSING_DAY: '1',
  });
  const names = faults.map((fault) => fault.trim().split(':')[0]).sort();
  expect(names).toEqual([
    'JUNKAN_LOG_LEVEL',
    'JUNKAN_NAMESPACE',
    'JUNKAN_POLICY_CLOSING_DAYS',
    'JUNKAN_POLICY_ESCALATE_CLOSING_DAY',
    'JUNKAN_POLICY_ROUND_DAYS',
    'JUNKAN_POLICY_SIGNING_DAYS',
  ]);
  expect(faults).toContain('  JUNKAN_LOG_LEVEL: must be one of trace, debug, info, warn, error, fatal, silent');
});
