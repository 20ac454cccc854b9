import { broughtBy, financingFault } from '@junkan/kit/finance/financing.ts';
import { partsOf } from '@junkan/kit/finance/shares.ts';
import { dateOf, type Instant, isCalendarDate } from '@junkan/kit/pure/dates.ts';
import { allocate } from '@junkan/kit/pure/money.ts';
import type { InForce } from '../agreement-state.ts';
import { freeTranches, openTranches } from '../contract/cells.ts';
import { matrix } from '../contract/matrix.ts';
import { type Cell, currencyOf, type Share, type SharePart, type Tranche } from '../contract/terms.ts';
import type { Moved, TermsChange, TrancheChange } from './measure.ts';
import type { AmendmentRejection } from './measure-commands.ts';

/** Why these changes cannot become an amendment, or nothing. Dates and amounts change only of tranches that are open. */
export function changesFault(changes: readonly TrancheChange[], state: InForce, now: Instant): AmendmentRejection | undefined {
  if (changes.some(({ dueOn, amount }) => dueOn === '' && amount === undefined)) return { type: 'ChangesAreMissing' };
  const [open, free] = [openTranches(state), freeTranches(state)];
  const seen = new Set<number>();
  for (const { tranche, dueOn, amount } of changes) {
    if (!state.tranches.some(({ number }) => number === tranche)) return { type: 'TrancheIsUnknown', tranche };
    if (seen.has(tranche)) return { type: 'TrancheIsChangedTwice', tranche };
    if (!(amount ? free : open).includes(tranche)) return { type: 'TrancheIsClosed', tranche };
    if (dueOn !== '' && (!isCalendarDate(dueOn) || dueOn <= dateOf(now))) return { type: 'DateIsNotInTheFuture', tranche, dueOn };
    if (amount && amount.currency !== currencyOf(state)) return { type: 'WrongCurrency', currency: currencyOf(state) };
    if (amount && amount.amount < 0n) return { type: 'AmountIsNegative', tranche, ...amount };
    seen.add(tranche);
  }
  const before = sum(rowsOf(free, state));
  const asked = sum(rowsAmended(free, changes, state));
  // More money than the sponsors have committed needs a separate round.
  return asked > before ? { type: 'SharesWouldBeExceeded', open: before, asked, currency: currencyOf(state) } : undefined;
}

/**
 * All cells after an amendment: the open tranches are split again among the sponsors, each of whom pays in proportion to
 * what it still owed, and never more than that.
 */
export function cellsAmended(changes: readonly TrancheChange[], state: InForce): Cell[] {
  if (changes.every(({ amount }) => amount === undefined)) return [...state.cells];
  const open = freeTranches(state);
  const rows = rowsAmended(open, changes, state);
  const owed = state.shares.map(({ sponsor }) =>
    sum(state.cells.filter((cell) => cell.sponsor === sponsor && open.includes(cell.tranche)).map(({ amount }) => amount.amount)),
  );
  const columns = sum(owed) === 0n ? owed : allocate(sum(rows), owed);
  const amounts = matrix(rows, columns);
  return state.cells.map((cell) => {
    const row = open.indexOf(cell.tranche);
    const column = state.shares.findIndex(({ sponsor }) => sponsor === cell.sponsor);
    const amount = row < 0 ? undefined : amounts[row]?.[column];
    return amount === undefined ? cell : { ...cell, amount: { ...cell.amount, amount } };
  });
}

/** What amendments have moved since the signature, with one more that leaves the cells like this. */
export function movedWith(after: readonly Cell[], { cells, moved }: Pick<InForce, 'cells' | 'moved'>): Moved {
  const differences = cells.map(({ amount }, index) => (after[index]?.amount.amount ?? amount.amount) - amount.amount);
  return {
    more: moved.more + sum(differences.filter((each) => each > 0n)),
    less: moved.less - sum(differences.filter((each) => each < 0n)),
  };
}

/** The tranches with their new dates and amounts. */
export const tranchesAmended = (tranches: readonly Tranche[], changes: readonly TrancheChange[]): Tranche[] =>
  tranches.map((tranche) => {
    const change = changes.find((each) => each.tranche === tranche.number);
    return change ? { ...tranche, dueOn: change.dueOn || tranche.dueOn, amount: change.amount ?? tranche.amount } : tranche;
  });

/** The parties whose money an amendment changes or moves: each must approve it. */
export function touchedBy(changes: readonly TrancheChange[], state: InForce): string[] {
  const after = cellsAmended(changes, state);
  const moved = changes.flatMap(({ tranche, dueOn }) => (dueOn === '' ? [] : [tranche]));
  const isTouched = (cell: Cell, index: number): boolean =>
    cell.amount.amount !== after[index]?.amount.amount || (moved.includes(cell.tranche) && cell.amount.amount > 0n);
  const touched = new Set(state.cells.filter(isTouched).map(({ sponsor }) => sponsor));
  return [state.proposer, ...state.shares.map(({ sponsor }) => sponsor).filter((sponsor) => touched.has(sponsor))];
}

/**
 * Why the money of these offers cannot be given on these terms, or undefined. What is money stays money, and what is none stays none. The conditions of an offer never change, because the status
 * of each is on record.
 */
export function financingChangesFault(financing: readonly TermsChange[], { shares }: InForce): AmendmentRejection | undefined {
  const parts = shares.flatMap(partsOf);
  const seen = new Set<string>();
  for (const { offer, financing: asked } of financing) {
    const before = parts.find((part) => part.offer === offer);
    if (!before) return { type: 'OfferIsNotOfTheAgreement', offer };
    if (seen.has(offer)) return { type: 'OfferIsChangedTwice', offer };
    const fault = financingFault(asked);
    if (fault) return fault;
    if (broughtBy(asked) !== broughtBy(before.financing)) return { type: 'InstrumentIsFixed', offer };
    if (conditionsIn(asked) !== conditionsIn(before.financing)) return { type: 'ConditionsAreFixed', offer };
    seen.add(offer);
  }
  return undefined;
}

const conditionsIn = (financing: SharePart['financing']): string =>
  JSON.stringify((financing?.conditions ?? []).map(({ title, phase, kind }) => [title, phase, kind]));

/** The shares on their new terms. */
export const sharesAmended = (shares: readonly Share[], financing: readonly TermsChange[]): Share[] =>
  shares.map((share) => {
    const { parts } = share;
    return { ...withTerms(share, financing), parts: parts.map((part) => withTerms(part, financing)) };
  });

const withTerms = <Part extends SharePart>(part: Part, changes: readonly TermsChange[]): Part => {
  const change = changes.find(({ offer }) => offer === part.offer);
  return change ? { ...part, financing: change.financing } : part;
};

const rowsOf = (open: readonly number[], { cells }: InForce): bigint[] =>
  open.map((tranche) => sum(cells.filter((cell) => cell.tranche === tranche).map(({ amount }) => amount.amount)));

function rowsAmended(open: readonly number[], changes: readonly TrancheChange[], state: InForce): bigint[] {
  const before = rowsOf(open, state);
  return open.map((tranche, index) => changes.find((change) => change.tranche === tranche)?.amount?.amount ?? before[index] ?? 0n);
}

const sum = (figures: readonly bigint[]): bigint => figures.reduce((all, figure) => all + figure, 0n);
