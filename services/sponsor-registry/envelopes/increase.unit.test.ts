import { money } from '@junkan/kit/pure/money.ts';
import type { Actor, Role } from '@junkan/proto/actor.ts';
import { expect, test } from 'vitest';
import { type Command, decide, type Event, evolve, initial, left, type State } from './envelope.ts';

const now = '2026-11-24T12:00:00.000Z';
const actor = (person: string, organisation: string, ...roles: readonly Role[]): Actor => ({ person, organisation, roles });
const officer = actor('sia', 'spo_a', 'sponsor.officer');
const approver = actor('ann', 'spo_a', 'sponsor.approver');
const both = actor('sia', 'spo_a', 'sponsor.officer', 'sponsor.approver');
const stranger = actor('eve', 'spo_b', 'sponsor.officer', 'sponsor.approver');
const workflow = actor('system', 'junkan', 'system.workflow');
const yen = (amount: bigint) => money(amount, 'JPY');

const open = {
  type: 'EnvelopeOpened',
  sponsor: 'spo_a',
  total: yen(1000n),
  periodStart: '',
  periodEnd: '',
  by: 'ana',
} as const satisfies Event;
const committed: readonly Event[] = [
  { type: 'BudgetReserved', offer: 'off_a', amount: yen(800n), funding: 'fnd_a' },
  { type: 'OfferCommitted', offer: 'off_a', amount: yen(800n) },
];
const propose = { type: 'ProposeIncrease', offer: 'off_a', amount: yen(150n), note: 'txt_rates', now, by: officer } satisfies Command;
const confirm = { type: 'ConfirmIncrease', increase: 1, now, by: approver } satisfies Command;
const reject = { type: 'RefuseIncrease', increase: 1, note: 'txt_why', now, by: approver } satisfies Command;
const proposed = {
  type: 'IncreaseProposed',
  increase: 1,
  offer: 'off_a',
  amount: yen(150n),
  note: 'txt_rates',
  at: now,
  by: 'sia',
} as const satisfies Event;
const increased = {
  type: 'CommitmentIncreased',
  increase: 1,
  offer: 'off_a',
  amount: yen(150n),
  committed: yen(950n),
  at: now,
  by: 'ann',
} as const satisfies Event;
const turnedDown = { type: 'IncreaseRefused', increase: 1, note: 'txt_why', at: now, by: 'ann' } as const satisfies Event;

const given = (...events: readonly Event[]): State => [open, ...committed, ...events].reduce(evolve, initial);
const refused = (type: string) => ({ ok: false, rejection: { type } });
const accepted = (...events: readonly Event[]) => ({ ok: true, events });

test('more is committed to an offer by two persons of the sponsor, with a reason', () => {
  expect(decide(propose, given())).toEqual(accepted(proposed));
  expect(decide({ ...propose, note: '' }, given())).toMatchObject(refused('NoteIsMissing'));
  expect(decide({ ...propose, by: approver }, given())).toMatchObject(refused('RoleIsMissing'));
  expect(decide({ ...propose, by: stranger }, given())).toMatchObject(refused('EnvelopeIsNotOpen'));
  expect(decide(confirm, given(proposed))).toEqual(accepted(increased));
  expect(decide({ ...confirm, by: both }, given(proposed))).toMatchObject(refused('PreparedByTheSamePerson'));
  const after = given(proposed, increased);
  expect(after).toMatchObject({ committed: 950n, increases: [{ status: 'increased', decidedBy: 'ann' }] });
  expect(after.status === 'open' && left(after)).toBe(50n);
});

test('the same again changes nothing, and another waits until the first is decided', () => {
  expect(decide(propose, given(proposed))).toEqual(accepted());
  expect(decide({ ...propose, amount: yen(10n) }, given(proposed))).toMatchObject(refused('IncreaseIsPending'));
  expect(decide(confirm, given(proposed, increased))).toEqual(accepted());
  expect(decide(reject, given(proposed, turnedDown))).toEqual(accepted());
  expect(decide(confirm, given(proposed, turnedDown))).toMatchObject(refused('IncreaseInStatus'));
  expect(decide({ ...confirm, increase: 2 }, given(proposed))).toMatchObject(refused('IncreaseIsUnknown'));
  expect(decide({ ...reject, by: both }, given(proposed))).toMatchObject({ ok: true });
  expect(decide({ ...reject, note: '' }, given(proposed))).toMatchObject(refused('NoteIsMissing'));
});

test('no more is committed than is left, also where others took it meanwhile; and only to what is committed, in the currency of the envelope', () => {
  expect(decide({ ...propose, amount: yen(201n) }, given())).toMatchObject(refused('BudgetIsNotEnough'));
  expect(decide(confirm, given(proposed, { type: 'BudgetReserved', offer: 'off_b', amount: yen(51n), funding: 'fnd_b' }))).toMatchObject(
    refused('BudgetIsNotEnough'),
  );
  expect(decide({ ...propose, amount: yen(0n) }, given())).toMatchObject(refused('AmountIsNotPositive'));
  expect(decide({ ...propose, amount: money(1n, 'USD') }, given())).toMatchObject(refused('EnvelopeIsInAnotherCurrency'));
  expect(decide({ ...propose, offer: 'off_b' }, given())).toMatchObject(refused('OfferIsNotCommitted'));
});

test('what was not spent comes back, with what was added', () => {
  const ended: Command = { type: 'ReturnCommitment', offer: 'off_a', keep: yen(900n), because: 'agreement-ended', by: workflow };
  expect(decide(ended, given(proposed, increased))).toMatchObject({
    events: [{ type: 'CommitmentReturned', amount: yen(50n), kept: yen(900n) }],
  });
});

test('nothing is added once the agreement has ended, nor after the period', () => {
  const returned = {
    type: 'CommitmentReturned',
    offer: 'off_a',
    amount: yen(300n),
    kept: yen(500n),
    because: 'agreement-ended',
  } as const satisfies Event;
  expect(decide(propose, given(returned))).toMatchObject(refused('OfferIsNotCommitted'));
  expect(decide(confirm, given(proposed, returned))).toMatchObject(refused('OfferIsNotCommitted'));
  const until = [{ ...open, periodEnd: '2026-11-23' } as const satisfies Event, ...committed, proposed].reduce(evolve, initial);
  expect(decide(confirm, until)).toMatchObject(refused('PeriodIsOver'));
});
