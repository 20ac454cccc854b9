/** How a row of the Bank's tables becomes a project or a mandate: the trial data's own rules, each a pure function of the row. */
import type { CalendarDate } from '@junkan/kit/pure/dates.ts';
import type { Money } from '@junkan/kit/pure/money.ts';
import { allocate, money } from '@junkan/kit/pure/money.ts';
import type { Found } from '../criteria.ts';
import type { ProjectRow } from './projects.ts';
import { ARMS } from './projects.ts';
import type { WindowRow } from './windows.ts';

export const usDollars = (dollars: bigint): Money => money(dollars * 100n, 'USD');

/** Whole dollars to be raised: the total commitment, else the sum of the arms, else the project's cost; zero where none is stated. */
export function targetOf(row: ProjectRow): bigint {
  const ofArms = ARMS.reduce((sum, arm) => sum + (row.arms[arm] ?? 0n), 0n);
  return [row.totalCommitment, ofArms, row.projectCost].find((dollars) => dollars !== undefined && dollars > 0n) ?? 0n;
}

/** The table's keywords do not cover every project; one without any is still urban. */
const NO_TOPIC = 'other-urban';
export const themesOf = ({ topics }: ProjectRow): readonly string[] => (topics.length > 0 ? topics : [NO_TOPIC]);

export const agencyOf = ({ agency, country }: ProjectRow): string => agency || `unnamed agency, ${country}`;

/** Name and country are there or the row would have been rejected; what remains to be screened is the sum. */
export type Screening = { readonly eligible: true } | { readonly eligible: false; readonly because: 'target-is-not-positive' };
export const screeningOf = (row: ProjectRow): Screening =>
  targetOf(row) > 0n ? { eligible: true } : { eligible: false, because: 'target-is-not-positive' };

/** What the row alone says of the criteria of screening; what it does not say is not applied to it. */
export const foundOf = (row: ProjectRow): Found => ({
  'circular-economy': row.topics.length > 0 ? { answer: 'yes' } : NOT_SAID,
  'verifiable-results': NOT_SAID,
  safeguards: NOT_SAID,
  ...(screeningOf(row).eligible ? {} : NO_SUM),
});
const NOT_SAID = { answer: 'not-applicable', note: 'The table of projects does not say.' } as const;
const WITHOUT_SUM = { answer: 'no', note: 'The table states no sum to be raised.' } as const;
const NO_SUM = { 'deliverable-plan': WITHOUT_SUM, 'plausible-funding': WITHOUT_SUM };

/** One milestone a year: the whole years from effectiveness (else approval) to closing; one where a date is missing or the span is shorter. */
export function milestoneCount({ effectiveDate, approvalDate, closingDate }: ProjectRow): number {
  const start = effectiveDate ?? approvalDate;
  return start === undefined || closingDate === undefined ? 1 : Math.max(1, wholeYears(start, closingDate));
}

export type PlannedMilestone = { readonly number: number; readonly monthsAfterEffective: number; readonly amount: Money };

/** The target in equal parts, exact to the cent, due twelve months after one another. */
export function planOf(row: ProjectRow): PlannedMilestone[] {
  const { amount, currency } = usDollars(targetOf(row));
  const years = Array.from({ length: milestoneCount(row) }, () => 1n);
  return allocate(amount, years).map((part, index) => ({
    number: index + 1,
    monthsAfterEffective: 12 * (index + 1),
    amount: money(part, currency),
  }));
}

/** Whether the window would consider the project: it covers all of its countries, and its smallest ticket is not above the target. */
export const matches = (row: ProjectRow, window: WindowRow): boolean =>
  row.place.countries.every((country) => window.place.countries.includes(country)) && window.ticketMinimum <= targetOf(row);

const CLOSED_PER_REGION = 3;

/** The rows that are followed to the end, in the order of the table: every active or planned one, and of each region the closed ones approved last. */
export function cohortOf(rows: readonly ProjectRow[]): ProjectRow[] {
  const eligible = rows.filter((row) => screeningOf(row).eligible);
  const closed = eligible.filter(({ status }) => status === 'Closed').sort(approvedLaterFirst);
  const chosen = new Set(eligible.filter(({ status }) => status === 'Active' || status === 'Pipeline'));
  for (const region of new Set(closed.map((row) => row.region))) {
    for (const row of closed.filter((one) => one.region === region).slice(0, CLOSED_PER_REGION)) chosen.add(row);
  }
  return rows.filter((row) => chosen.has(row));
}

function approvedLaterFirst(a: ProjectRow, b: ProjectRow): number {
  const [one, other] = [a.approvalDate ?? '', b.approvalDate ?? ''];
  return one === other ? descending(a.id, b.id) : descending(one, other);
}

const descending = (a: string, b: string): number => (a < b ? 1 : a > b ? -1 : 0);

/** Full years between two dates; negative where the second is the earlier one by more than a part of a year. */
function wholeYears(from: CalendarDate, to: CalendarDate): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return to.slice(5) < from.slice(5) ? years - 1 : years;
}
