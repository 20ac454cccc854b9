import { type Money, total } from '@junkan/kit/pure/money.ts';
import { type Fault, faultIf, moneyFaults } from './faults.ts';

/** What a proposal may say beyond its title, its target and its plan. A text that is empty and a count of 0 say nothing. */
export type Parts = {
  readonly description: string;
  /** BCP 47 tag of the language of the texts. */
  readonly language: string;
  readonly place: Place | undefined;
  /** How many people it serves. */
  readonly beneficiaries: number;
  readonly wasteStreams: readonly WasteStream[];
  readonly capacity: Quantity | undefined;
  /** Who will run it. */
  readonly operator: string;
  readonly ownContribution: Money | undefined;
  readonly otherSources: readonly OtherSource[];
  /** Of the whole, of which the target is a part. */
  readonly cost: Money | undefined;
  readonly plannedIndicators: readonly PlannedIndicator[];
};

/** From the gazetteer; degrees are decimal numbers as text. */
export type Place = {
  readonly id: string;
  readonly name: string;
  readonly country: string;
  readonly latitude: string;
  readonly longitude: string;
};
/** Tonnes are a decimal number as text. */
export type WasteStream = { readonly stream: string; readonly tonnesPerYear: string };
/** A decimal number as text, of a unit. */
export type Quantity = { readonly quantity: string; readonly unit: string };
export type OtherSource = { readonly name: string; readonly amount: Money | undefined };
/** Values are decimal numbers as text. */
export type PlannedIndicator = {
  readonly code: string;
  readonly unit: string;
  /** The value before the project. */
  readonly baseline: string;
  readonly target: string;
  readonly method: string;
  /** The numbers of the milestones whose reports give it; none = the last one. */
  readonly milestones: readonly number[];
};

/** What not even a draft may say. */
export function malformedParts(parts: Parts): readonly Fault[] {
  const { wasteStreams, capacity, ownContribution, otherSources, cost, plannedIndicators } = parts;
  const streams = wasteStreams.map(({ stream }) => stream);
  return [
    ...wasteStreams.flatMap(({ stream, tonnesPerYear }, index) => [
      ...faultIf(streams.indexOf(stream) < index, `waste_streams[${index}].stream`, 'must be named once'),
      ...faultIf(tonnesPerYear.startsWith('-'), `waste_streams[${index}].tonnes_per_year`, 'must not be negative'),
    ]),
    ...faultIf(capacity?.quantity.startsWith('-') === true, 'capacity.quantity', 'must not be negative'),
    ...moneyFaults('own_contribution', ownContribution),
    ...otherSources.flatMap(({ amount }, index) => moneyFaults(`other_sources[${index}].amount`, amount)),
    ...moneyFaults('cost', cost),
    ...plannedIndicators.flatMap((planned, index) =>
      faultIf(
        plannedIndicators.slice(0, index).some(plannedWith(planned)),
        `planned_indicators[${index}].code`,
        'must be planned once for each milestone',
      ),
    ),
  ];
}

/** Whether another row plans the same indicator for a milestone of this row. `last`: the milestone that a row without any means. */
const plannedWith =
  ({ code, milestones: own }: PlannedIndicator, last?: number) =>
  ({ code: other, milestones: others }: PlannedIndicator): boolean => {
    if (other !== code) return false;
    const numbersOf = (at: readonly number[]): readonly (number | undefined)[] => (at.length > 0 ? at : [last]);
    return numbersOf(own).some((number) => numbersOf(others).includes(number));
  };

type Planned = Parts & {
  readonly countries: readonly string[];
  readonly target: Money | undefined;
  readonly indicators: readonly string[];
  readonly milestones: readonly { readonly number: number }[];
};

/** What prevents its submission: every section that was begun must be complete, and agree with the target and the plan. */
export const missingParts = (proposal: Planned): readonly Fault[] => [
  ...faultIf(isAbroad(proposal), 'place.id', 'must lie in one of the countries'),
  ...sumFaults(proposal),
  ...indicatorFaults(proposal),
];

const isAbroad = ({ place, countries }: Planned): boolean => place !== undefined && !countries.includes(place.country);

/** The target is what is left of the cost, to the minor unit. */
function sumFaults({ target, ownContribution, otherSources, cost }: Planned): readonly Fault[] {
  const given = [
    { field: 'target', money: target },
    { field: 'own_contribution', money: ownContribution },
    ...otherSources.map(({ amount }, index) => ({ field: `other_sources[${index}].amount`, money: amount })),
  ].flatMap(({ field, money }) => (money === undefined ? [] : [{ field, money }]));
  const contributions = given.filter(({ field }) => field !== 'target');
  if (cost === undefined) return faultIf(contributions.length > 0, 'cost', 'is required where there are contributions');
  const others = given.filter(({ money }) => money.currency !== cost.currency);
  if (others.length > 0) return others.map(({ field }) => ({ field, rule: 'must be in the currency of the cost' }));
  if (target === undefined) return [];
  const sum = total(
    given.map(({ money }) => money),
    cost.currency,
  );
  return faultIf(sum.amount !== cost.amount, 'target', 'must be the cost less the own contribution and the other sources');
}

function indicatorFaults({ indicators, plannedIndicators, milestones }: Planned): readonly Fault[] {
  const numbers = milestones.map(({ number }) => number);
  const last = numbers.at(-1);
  return plannedIndicators.flatMap((planned, index) => {
    const { code, unit, baseline, target, milestones: at } = planned;
    const field = `planned_indicators[${index}]`;
    const before = plannedIndicators.slice(0, index);
    const first = before.find((each) => each.code === code) ?? planned;
    return [
      ...faultIf(before.some(plannedWith(planned, last)), `${field}.milestones`, 'must not be planned twice for one milestone'),
      ...faultIf(unit !== first.unit, `${field}.unit`, 'must be the unit of the other rows of this indicator'),
      ...faultIf(baseline !== first.baseline, `${field}.baseline`, 'must be the baseline of the other rows of this indicator'),
      ...faultIf(indicators.includes(code), `${field}.code`, 'must not be among the indicators that every report tells'),
      ...faultIf(unit === '', `${field}.unit`, 'is required'),
      ...faultIf(target === '', `${field}.target`, 'is required'),
      ...faultIf(!at.every((number) => numbers.includes(number)), `${field}.milestones`, 'must be numbers of the plan'),
    ];
  });
}
