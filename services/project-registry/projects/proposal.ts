import { type Money, total } from '@junkan/kit/pure/money.ts';
import { isCountryCode } from '../proposers/details.ts';
import { type Fault, faultIf, moneyFaults } from './faults.ts';
import { malformedParts, missingParts, type Parts } from './proposal-parts.ts';

/** What a proposer asks sponsors to fund, and the steps in which it will be done and paid. */
export type Proposal = Parts & {
  /** The proposer's own number for the project. */
  readonly reference: string;
  readonly title: string;
  /** ISO 3166-1 alpha-2. */
  readonly countries: readonly string[];
  readonly themes: readonly string[];
  readonly instruments: readonly string[];
  readonly preferredInstrument: string;
  readonly target: Money | undefined;
  /** The share of the target at which a round may close; 10000 = the whole target. */
  readonly minimumCloseBasisPoints: number;
  /** 0 (idea) to 4 (ready to start). */
  readonly readiness: number;
  /** Codes of the indicators for which every report gives a value, in any unit. */
  readonly indicators: readonly string[];
  readonly milestones: readonly PlannedMilestone[];
};

/** One step of the plan: months after the agreement is effective, never a date. */
export type PlannedMilestone = {
  readonly number: number;
  readonly title: string;
  readonly monthsAfterEffective: number;
  readonly amount: Money | undefined;
};

const WHOLE = 10_000;
const MAX_READY = 4;
/** The size of a proposal as JSON in UTF-8: each version of it is kept in the trail for good. */
export const MAX_PROPOSAL_BYTES = 24_000;

/** Zero is as good as none: sources without a figure write either. */
export const hasTarget = ({ target }: Proposal): boolean => target !== undefined && target.amount > 0n;

/** A proposer proposes for the countries that it is registered for. */
export const countriesOfOthers = ({ countries }: Proposal, own: readonly string[]): readonly string[] =>
  countries.filter((country) => !own.includes(country));

/** What no proposal may contain, not even a draft. */
export function malformed(proposal: Proposal): readonly Fault[] {
  const { countries, target, minimumCloseBasisPoints, readiness, milestones } = proposal;
  return [
    ...faultIf(bytesOf(proposal) > MAX_PROPOSAL_BYTES, '', `must not exceed ${MAX_PROPOSAL_BYTES} bytes of JSON`),
    ...countries
      .filter((country) => !isCountryCode(country))
      .map((country) => ({ field: 'countries', rule: `${country} is no ISO 3166-1 alpha-2 code` })),
    ...moneyFaults('target', target),
    ...faultIf(minimumCloseBasisPoints > WHOLE, 'minimum_close_basis_points', 'must be at most 10000'),
    ...faultIf(readiness > MAX_READY, 'readiness', 'must be at most 4'),
    ...milestones.flatMap(({ amount }, index) => moneyFaults(`milestones[${index}].amount`, amount)),
    ...malformedParts(proposal),
  ];
}

/**
 * What a proposal lacks for its submission. Target and plan may both be absent: such a project can be submitted, and
 * the screening can only declare it ineligible.
 */
export function missing(proposal: Proposal): readonly Fault[] {
  const { title, countries, milestones } = proposal;
  const named = [
    ...faultIf(title.trim() === '', 'title', 'is required'),
    ...faultIf(countries.length === 0, 'countries', 'at least one is required'),
    ...missingParts(proposal),
  ];
  return !hasTarget(proposal) && milestones.length === 0 ? named : [...named, ...planFaults(proposal)];
}

function planFaults({ target, milestones, minimumCloseBasisPoints }: Proposal): readonly Fault[] {
  const amounts = milestones.map(({ amount }) => amount);
  const inCurrency = amounts.filter((amount) => amount !== undefined).filter(({ currency }) => currency === target?.currency);
  const sumsUp =
    target !== undefined && inCurrency.length === amounts.length && total(inCurrency, target.currency).amount === target.amount;
  return [
    ...faultIf(target === undefined || target.amount <= 0n, 'target', 'must be positive'),
    ...faultIf(milestones.length === 0, 'milestones', 'at least one is required'),
    ...milestones.flatMap(({ number, monthsAfterEffective, amount }, index) => [
      ...faultIf(number !== index + 1, `milestones[${index}].number`, `must be ${index + 1}`),
      ...faultIf(
        monthsAfterEffective <= (milestones[index - 1]?.monthsAfterEffective ?? 0),
        `milestones[${index}].months_after_effective`,
        'must be positive and later than the milestone before',
      ),
      ...faultIf(amount === undefined || amount.amount <= 0n, `milestones[${index}].amount`, 'must be positive'),
      ...faultIf(
        amount !== undefined && target !== undefined && amount.currency !== target.currency,
        `milestones[${index}].amount`,
        'must be in the currency of the target',
      ),
    ]),
    ...faultIf(milestones.length > 0 && !sumsUp, 'milestones', 'must sum to the target'),
    ...faultIf(minimumCloseBasisPoints < 1 || minimumCloseBasisPoints > WHOLE, 'minimum_close_basis_points', 'must be from 1 to 10000'),
  ];
}

export const isSameProposal = (a: Proposal, b: Proposal): boolean => JSON.stringify(canonical(a)) === JSON.stringify(canonical(b));

const bytesOf = (proposal: Proposal): number => new TextEncoder().encode(JSON.stringify(canonical(proposal))).length;

/** Equal for proposals with equal contents, whatever the order in which their fields were set. */
function canonical(value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString();
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(
    fields.map(([name, inner]) => [name, canonical(inner)]).toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
  );
}
