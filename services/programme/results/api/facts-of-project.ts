import type { Lists } from '@junkan/kit/lists.ts';
import { type CalendarDate, dateOf, plusMonths } from '@junkan/kit/pure/dates.ts';
import { type Fraction, fraction, textOf } from '@junkan/kit/pure/fraction.ts';
import type { Agreement } from '@junkan/proto/junkan/disbursement/v1/model.ts';
import type { MeasuredValue, ResultFunding } from '@junkan/proto/junkan/programme/v1/facts.ts';
import type { AcceptedValue, IndicatorValue, Milestone, Project, Proposal } from '@junkan/proto/junkan/project/v1/model.ts';
import type { Reading } from '../measured.ts';
import { inUnit, periodOfMilestone } from '../rollup/of-milestone.ts';

// What the owners of a project and of its money say, as the programme records it.

export function readingOf(lists: Lists, code: string): Reading | undefined {
  const entry = (lists.get('indicators') ?? []).find((each) => each.code === code);
  return entry && { unit: entry.unit ?? '', overTime: entry.over_time ?? 'last', overPlaces: entry.over_places ?? 'none' };
}

/** The values of a report as they were accepted, in the units of their indicators. What is of no list is not added to anything. */
export function measuredIn({ report }: Pick<Milestone, 'report'>, proposal: Proposal | undefined, lists: Lists): MeasuredValue[] {
  return (report ? acceptedIn(report.indicators, report.accepted) : []).flatMap((value) => {
    const reading = readingOf(lists, value.code);
    return reading ? [measuredOf(value, reading, proposal)] : [];
  });
}

/** What was reported, with what its verdict accepts in the place of it. */
export const acceptedIn = (reported: readonly IndicatorValue[], accepted: readonly AcceptedValue[]): IndicatorValue[] =>
  reported.map((each) => ({ ...each, value: accepted.find(({ code }) => code === each.code)?.value ?? each.value }));

function measuredOf(
  { code, value, unit: said, notAvailable }: IndicatorValue,
  reading: Reading,
  proposal: Proposal | undefined,
): MeasuredValue {
  const planned = proposal?.plannedIndicators.find((each) => each.code === code);
  const unit = said || planned?.unit || reading.unit;
  const own = { indicator: code, ...reading, value: '', numerator: '', denominator: '', baseline: '', notAvailable: '' } as const;
  if (notAvailable || value === '') return { ...own, notAvailable: 'not-reported' };
  const converted = inUnit(fraction(value), unit, reading.unit);
  if (!converted) return { ...own, notAvailable: 'unit-is-another' };
  return { ...own, value: textOf(converted), baseline: textIn(planned?.baseline, planned?.unit || unit, reading.unit) };
}

function textIn(value: string | undefined, unit: string, wanted: string): string {
  const converted: Fraction | undefined = value ? inUnit(fraction(value), unit, wanted) : undefined;
  return converted ? textOf(converted) : '';
}

/** Of a milestone by the due days of all, as the agreement has them. */
export function periodIn({ effectiveAt, tranches }: Agreement, number: number): { readonly from: CalendarDate; readonly to: CalendarDate } {
  const effectiveOn = dateOf(effectiveAt);
  const due = tranches.map((each) => ({ number: each.number, dueOn: each.dueOn || plusMonths(effectiveOn, each.monthsAfterEffective) }));
  return periodOfMilestone(due, effectiveOn, number) ?? { from: effectiveOn, to: effectiveOn };
}

/** What is neither raised from sponsors nor given by the city comes from others; a cost that is less than both is what both come to. */
export function fundingIn({ cells }: Agreement, { proposal }: Pick<Project, 'proposal'>, number: number): ResultFunding {
  const sum = (of: typeof cells): bigint => of.reduce((all, { amount }) => all + (amount?.amount ?? 0n), 0n);
  const row = cells.filter(({ tranche }) => tranche === number);
  const target = sum(cells);
  const own = proposal?.ownContribution?.amount ?? 0n;
  const cost = proposal?.cost?.amount ?? 0n;
  return {
    currency: proposal?.target?.currency ?? cells[0]?.amount?.currency ?? '',
    cost: String(cost > target + own ? cost : target + own),
    target: String(target),
    own: String(own),
    cells: row.map(({ sponsor, amount }) => ({ sponsor: sponsor as `spo_${string}`, amount: String(amount?.amount ?? 0n) })),
  };
}

export const titleOf = ({ proposal }: Pick<Project, 'proposal'>): string => proposal?.title || proposal?.reference || '';
export const countryOf = ({ proposal }: Pick<Project, 'proposal'>): string => proposal?.place?.country || proposal?.countries[0] || '';
