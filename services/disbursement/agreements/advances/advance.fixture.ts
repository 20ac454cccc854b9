import { AGREEMENT, actor, FUND, maker, money, NOW } from '../agreement.fixture.ts';
import type { Command } from '../agreement-faces.ts';
import type { PaymentId, SponsorId } from '../ids.ts';
import type { MilestoneFacts } from '../milestone-facts.ts';
import type { SubmitExpenditure } from './advance-commands.ts';

/** An advance of the first tranche: asked for by the city, ordered by finance, and accounted for. */
export const ORDER: PaymentId = 'pay_advance1';
export const city = actor('city-officer', 'org_city', 'proposer.officer');
export const unmet = (tranche: number): MilestoneFacts => ({ id: `mst_${tranche}`, is: 'unverified', status: 'scheduled' });
export const ask = (
  amount = 100n,
  over: { tranche?: number; sponsor?: SponsorId; milestone?: MilestoneFacts; note?: string; by?: typeof city } = {},
) =>
  ({
    type: 'AskAdvance',
    tranche: 1,
    sponsor: FUND,
    amount: money(amount),
    note: 'txt_plan',
    policy: { limitPercent: 30, liquidatedPercent: 80, statementDays: 90 },
    now: NOW,
    by: city,
    milestone: unmet(over.tranche ?? 1),
    ...over,
  }) satisfies Command;
export const order = (advance = 1, payment: PaymentId = ORDER, milestoneOf = unmet, by = maker) =>
  ({ type: 'RequestAdvance', agreement: AGREEMENT, advance, payment, milestoneOf, now: NOW, by }) satisfies Command;
export const state = (amount: bigint, over: Partial<SubmitExpenditure> = {}) =>
  ({
    type: 'SubmitExpenditure',
    advance: 1,
    amount: money(amount),
    firstDay: '2027-03-01',
    lastDay: '2027-03-01',
    note: 'txt_spent',
    evidence: ['a0'],
    unknownEvidence: [],
    now: NOW,
    by: city,
    ...over,
  }) satisfies Command;
