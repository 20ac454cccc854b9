import type { Log } from '@junkan/kit/log.ts';
import { type MoneyText, parseMoney } from '@junkan/kit/money-text.ts';
import { ProblemError } from '@junkan/kit/problem.ts';
import type { OfferView, Unspent } from '../rules/funding-view.ts';
import type { Calls } from './calling.ts';
import type { Services } from './parts.ts';

/** Why an envelope cannot back an offer, ever: the offer is refused for want of budget. */
const NO_BUDGET = ['BudgetIsNotEnough', 'EnvelopeIsInAnotherCurrency', 'EnvelopeIsNotOpen'];

/** Reserves budget for a proposed offer; then it is live, or refused for want of budget. */
export async function backOffer(
  { 'sponsor-registry': sponsors, matching }: Services,
  funding: string,
  offer: OfferView,
  { command }: Calls,
  log: Log,
): Promise<void> {
  const { id, terms, envelope, sponsor, currency } = offer;
  try {
    const held = { envelope, offer: id, amount: { amount: BigInt(offer.amount), currency } };
    // New terms of an offer that holds budget already change what it holds.
    if (offer.claim === 'reserved') await sponsors.changeReservation(held, command('change', id, `terms${terms}`));
    else await sponsors.reserveForOffer({ ...held, sponsor, funding }, command('reserve', id, `terms${terms}`));
  } catch (error) {
    if (!(error instanceof ProblemError) || !NO_BUDGET.includes(error.problem.type)) throw error;
    log.info({ offer: id, ...error.problem.data }, 'offer is refused for want of budget');
    const left = { amount: leftOf(error.problem.data['left']), currency };
    await matching.refuseBacking({ funding, offer: id, terms, left }, command('refuse', id, `terms${terms}`));
    return;
  }
  await matching.backOffer({ funding, offer: id, terms }, command('back', id, `terms${terms}`));
}

/** What a refusal says is left: nothing where it is not for want of money. */
const leftOf = (sum: unknown): bigint => (typeof sum === 'object' && sum !== null ? (parseMoney(sum as MoneyText)?.amount ?? 0n) : 0n);

export const releaseOffer = (
  { 'sponsor-registry': sponsors }: Services,
  { id, envelope }: OfferView,
  because: string,
  { command }: Calls,
): Promise<unknown> => sponsors.releaseOffer({ envelope, offer: id, because }, command('release', id));

/** Commits what was accepted. A budget whose period is over gives nothing: then the offer is withdrawn, which reopens its gap. */
export async function commitOffer(
  { 'sponsor-registry': sponsors, matching }: Services,
  funding: string,
  { id, envelope }: OfferView,
  { command }: Calls,
  log: Log,
): Promise<void> {
  try {
    await sponsors.commitOffer({ envelope, offer: id }, command('commit', id));
  } catch (error) {
    if (!(error instanceof ProblemError) || error.problem.type !== 'PeriodIsOver') throw error;
    log.info({ offer: id, ...error.problem.data }, 'offer is withdrawn: the period of its budget is over');
    await matching.withdrawOffer({ funding, offer: id, note: '' }, command('withdraw', id));
  }
}

/** Gives back what was committed and not spent. */
export const returnCommitment = (
  { 'sponsor-registry': sponsors }: Services,
  { offer, envelope, keep, currency }: Unspent,
  because: string,
  { command }: Calls,
): Promise<unknown> =>
  sponsors.returnCommitment({ envelope, offer, keep: { amount: BigInt(keep), currency }, because }, command('return', offer, keep));
