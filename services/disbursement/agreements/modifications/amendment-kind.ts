import { greater } from '@junkan/kit/pure/money.ts';
import type { InForce } from '../agreement-state.ts';
import { currencyOf } from '../contract/terms.ts';
import { partiesOf } from '../readers.ts';
import { cellsAmended, movedWith, touchedBy } from './amendment.ts';
import type { AmendmentKind, Proposed } from './measure.ts';
import type { AmendmentRejection } from './measure-commands.ts';

export type Amending = Pick<Proposed, 'amendment' | 'changes' | 'financing' | 'results' | 'provisions'>;

/** Up to this part of all that is agreed, in percent, amendments move money with the consent of those whose it is; beyond it, of all. */
const MINOR_PERCENT = 20n;

type Rule = {
  /** What it may change apart from text. */
  readonly changes: readonly ('amounts' | 'dates' | 'financing' | 'results')[];
  /** Whether words say what is agreed on; the other kinds follow from what changes, and are held to it. */
  readonly inWords: boolean;
  /** Whether it changes what all parties agreed on: results, terms, a great part of the money. */
  readonly ofAll: boolean;
};
const RULES: Readonly<Record<AmendmentKind, Rule>> = {
  error: { changes: [], inWords: true, ofAll: false },
  'budget-up-to-20': { changes: ['amounts', 'dates'], inWords: false, ofAll: false },
  'budget-over-20': { changes: ['amounts', 'dates'], inWords: false, ofAll: true },
  'no-cost-extension': { changes: ['dates'], inWords: false, ofAll: false },
  terms: { changes: ['amounts', 'dates', 'financing', 'results'], inWords: false, ofAll: true },
  results: { changes: ['amounts', 'dates', 'results'], inWords: true, ofAll: true },
  other: { changes: ['amounts', 'dates'], inWords: true, ofAll: true },
};

/** The kind that an amendment is of: the one it was said to be, or what its changes make it. */
export const kindOfAmendment = (amending: Amending, state: InForce): AmendmentKind => amending.amendment || fitting(amending, state);

/** What the changes alone would be called. */
function fitting({ changes, financing, results }: Omit<Amending, 'amendment'>, state: InForce): AmendmentKind {
  if (financing.length > 0) return 'terms';
  if (results.length > 0) return 'results';
  if (changes.some(({ amount }) => amount !== undefined)) return budgetKind(changes, state);
  return changes.length > 0 ? 'no-cost-extension' : 'other';
}

/** Why the amendment is not of its kind, or undefined. Budgets are distinguished by their figures, whatever they are called. */
export function kindFault(amending: Amending, state: InForce): AmendmentRejection | undefined {
  const { changes, financing, results, provisions } = amending;
  if (changes.length === 0 && financing.length === 0 && results.length === 0 && provisions === '') return { type: 'ChangesAreMissing' };
  const amendment = kindOfAmendment(amending, state);
  const fits = fitting(amending, state);
  const made = [
    ...(changes.some(({ amount }) => amount !== undefined) ? (['amounts'] as const) : []),
    ...(changes.some(({ dueOn }) => dueOn !== '') ? (['dates'] as const) : []),
    ...(financing.length > 0 ? (['financing'] as const) : []),
    ...(results.length > 0 ? (['results'] as const) : []),
  ];
  const rule = RULES[amendment];
  const isOfAnother = made.some((each) => !rule.changes.includes(each)) || (!rule.inWords && fits !== amendment);
  if (isOfAnother) return { type: 'AmendmentDoesNotFit', amendment, fits, ...(made.includes('amounts') ? sumMoved(changes, state) : {}) };
  // Targets say what is agreed on as words do.
  return rule.inWords && provisions === '' && results.length === 0 ? { type: 'ProvisionsAreMissing', amendment } : undefined;
}

/** What amendments have moved since the signature, with this one. */
function sumMoved(changes: Amending['changes'], state: InForce) {
  const { more, less } = movedWith(cellsAmended(changes, state), state);
  return { moved: greater(more, less), currency: currencyOf(state) };
}

/** By all that amendments have moved since the signature, so that many small ones are not small together. What is moved from one tranche to another counts once. */
function budgetKind(changes: Amending['changes'], state: InForce): AmendmentKind {
  const { more, less } = movedWith(cellsAmended(changes, state), state);
  const all = sum(state.cells.map(({ amount }) => amount.amount));
  const isMinor = [more, less].every((moved) => moved * 100n <= all * MINOR_PERCENT);
  return isMinor ? 'budget-up-to-20' : 'budget-over-20';
}

/** The parties that must consent: all, or those whose money or dates the changes move. A budget is what its figures make it as things stand. */
export function consenting(amending: Amending, state: InForce): string[] {
  const isOfAll = RULES[kindOfAmendment(amending, state)].ofAll || fitting(amending, state) === 'budget-over-20';
  return isOfAll ? partiesOf(state) : touchedBy(amending.changes, state);
}

const sum = (figures: readonly bigint[]): bigint => figures.reduce((all, figure) => all + figure, 0n);
