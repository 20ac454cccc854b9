import { describe, expect, test } from 'vitest';
import {
  approve,
  BANK,
  bankApprover,
  certifier,
  confirm,
  draft,
  end,
  FUND,
  failed,
  fundApprover,
  given,
  instruct,
  met,
  object,
  reject,
  request,
  settle,
  share,
  sign,
  terms,
} from './agreements/agreement.fixture.ts';
import type { Event } from './agreements/agreement-faces.ts';
import type { State } from './agreements/agreement-state.ts';
import { agreementMessage } from './fold.ts';
import { agreements, contentHashOf, milestoneFacts } from './mapping.ts';
import { verifiedMilestone } from './registry.fixture.ts';

const commands = [
  draft(),
  sign('org_city', certifier),
  sign(FUND, fundApprover),
  sign(BANK, bankApprover),
  request(),
  reject(),
  request(),
  approve(),
  instruct(),
  ...failed,
  request(),
  approve(),
  instruct(),
  settle(),
  object({ report: 2 }),
  settle(),
  confirm({ report: 3 }),
];

function history(): { state: State; events: Event[] } {
  const events: Event[] = [];
  let state: State = given();
  for (const command of commands) {
    const decision = agreements.decide(command, state);
    if (!decision.ok) throw new Error(decision.rejection.type);
    events.push(...decision.events);
    state = decision.events.reduce<State>(agreements.evolve, state);
  }
  return { state, events };
}

describe('events are stored as they were decided', () => {
  test('every event comes back from its stored form unchanged', () => {
    const { events } = history();
    const ended = { type: 'AgreementEnded' as const, paid: { amount: 100n, currency: 'USD' } };
    expect(new Set([...events, ended].map(({ type }) => type)).size).toBe(13);
    for (const event of [...events, ended])
      expect(agreements.codec.decode(JSON.parse(JSON.stringify(agreements.codec.encode(event))))).toEqual(event);
    expect(agreements.decide(end, history().state).ok).toBe(false);
  });
});

describe('the hash of the content', () => {
  test('is the same for the same terms, and another for other terms or another agreement', () => {
    const hash = contentHashOf('agr_a', terms);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(contentHashOf('agr_a', structuredClone(terms))).toBe(hash);
    expect(contentHashOf('agr_b', terms)).not.toBe(hash);
    expect(contentHashOf('agr_a', { ...terms, shares: [share(FUND, 74n), share(BANK, 26n)] })).not.toBe(hash);
    expect(contentHashOf('agr_a', { ...terms, conditions: ['audit'] })).not.toBe(hash);
  });
});

describe('what callers see', () => {
  test('an agreement with its payments and the sum paid; nothing where there is none', () => {
    const message = agreementMessage('agr_a', { state: history().state, version: 11 });
    expect(message).toMatchObject({ id: 'agr_a', version: 11, status: 'effective', paid: { amount: 45n, currency: 'USD' } });
    expect(message?.payments).toMatchObject([
      {
        status: 'settled',
        agreement: 'agr_a',
        requestedBy: 'maker',
        approvedBy: 'checker',
        bankReference: 'BANK-1',
        reported: { number: 3, outcome: 'settled', by: 'maker', note: '' },
        confirmedBy: 'checker',
        attempts: [{ status: 'refused' }, { status: 'failed', note: 'txt_failed' }],
        objections: [{ report: 2, by: 'checker' }],
      },
    ]);
    expect(agreementMessage('agr_a', { state: given(), version: 0 })).toBeUndefined();
  });

  test('a milestone is verified only with its report and verdict', () => {
    const of = { project: 'prj_p', agreement: 'agr_a', number: 1, amount: { amount: 60n, currency: 'USD' } };
    const report = { number: 2, evidence: [], indicators: [], submittedBy: 'officer', submittedAt: '', preparedBy: [], accepted: [] };
    const milestone = { ...verifiedMilestone('mst_1', of), report };
    expect(milestoneFacts('mst_1', milestone)).toEqual(met(1));
    expect(milestoneFacts('mst_1', { ...milestone, status: 'submitted' })).toEqual({ id: 'mst_1', is: 'unverified', status: 'submitted' });
    expect(milestoneFacts('mst_1', undefined)).toEqual({ id: 'mst_1', is: 'unverified', status: 'absent' });
    expect(() => milestoneFacts('mst_1', { ...milestone, status: 'paused' })).toThrow('StatusIsNotRecognised');
  });
});
