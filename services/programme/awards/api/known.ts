import type { Call } from '@junkan/kit/call.ts';
import { idFrom } from '@junkan/kit/ids.ts';
import { endOf, plusMonths } from '@junkan/kit/pure/dates.ts';
import { quotient, textOf } from '@junkan/kit/pure/fraction.ts';
import type { NominatedSeries, NominatedValue } from '@junkan/proto/junkan/programme/v1/facts.ts';
import { awardCycleIdParts, nominationIdParts } from '@junkan/proto/junkan/programme/v1/language.ts';
import { asking, type Parts } from '../../api/parts.ts';
import type { DeclarationId } from '../../declaration/declaration.ts';
import type { CityId } from '../../declaration/signatory.ts';
import { groupOfCity, helpersAt, peersAmong, RECORD, signatoryOfCity } from '../../judging/api/record.ts';
import type { KnownNomination } from '../../judging/interests.ts';
import { actions, assessments, cycles, exchanges, nominations, plans, reports, series } from '../../mapping.ts';
import type { ExchangeId } from '../../peers/exchange.ts';
import { knownProjects } from '../../reports/api/known-projects.ts';
import { assessmentIdOf, planIdOf, reportIdOf } from '../../reports/api/owing.ts';
import { standing as publishedAssessment } from '../../reports/assessment.ts';
import { exactly } from '../../reports/cells.ts';
import { standing as acceptedPlan } from '../../reports/plan.ts';
import { standing as publishedReport } from '../../reports/report.ts';
import type { Existing as Action, ActionId } from '../../results/action.ts';
import { inTime, type Existing as Series, type SeriesId } from '../../series/series.ts';
import type { BallotId } from '../ballot.ts';
import { type Category, type Existing as Cycle, type CycleId, entriesOf, jurorsOf, type NominationId } from '../cycle.ts';
import type { MustHave, Existing as Nomination } from '../nomination.ts';

// What the record says: of a city that is nominated, of the values that it has, and of who has to do with them.

export const cycleIdOf = (person: string, command: string): CycleId => idFrom(...awardCycleIdParts(person, command));
export const nominationIdOf = (cycle: string, category: string, city: string): NominationId =>
  idFrom(...nominationIdParts(cycle, category, city));
export const ballotIdOf = (juror: string, cycle: string, category: string): BallotId => idFrom('bal', juror, cycle, category);

type Store = Pick<Parts, 'store'>;

async function actionsOf({ store }: Store, ids: readonly ActionId[]): Promise<(readonly [ActionId, Action])[]> {
  const found = await Promise.all(ids.map(async (id) => [id, (await store.load(actions, id)).state] as const));
  return found.flatMap(([id, state]) => (state.status === 'absent' ? [] : [[id, state] as const]));
}

/** Those that are not of the city, or are not there. */
export async function actionsOfOthers(parts: Store, city: CityId, ids: readonly ActionId[]): Promise<string[]> {
  const found = new Map(await actionsOf(parts, ids));
  return ids.filter((id) => found.get(id)?.city !== city);
}

/** The results of these actions as they stand. */
export async function valuesOf(parts: Store, ids: readonly ActionId[]): Promise<NominatedValue[]> {
  const found = await actionsOf(parts, ids);
  return found.flatMap(([action, { results }]) =>
    results.flatMap(({ measured, funding, from, to }): NominatedValue[] => {
      const value = exactly(measured);
      const certainty = funding ? 'verified' : 'reported';
      return value ? [{ action, indicator: measured.indicator, value: textOf(value), unit: measured.unit, certainty, from, to }] : [];
    }),
  );
}

async function seriesOf({ store }: Store, ids: readonly SeriesId[]): Promise<(readonly [SeriesId, Series])[]> {
  const found = await Promise.all(ids.map(async (id) => [id, (await store.load(series, id)).state] as const));
  return found.flatMap(([id, state]) => (state.status === 'absent' ? [] : [[id, state] as const]));
}

/** Those that are not of the city, or are not there. */
export async function seriesOfOthers(parts: Store, city: CityId, ids: readonly SeriesId[]): Promise<string[]> {
  const found = new Map(await seriesOf(parts, ids));
  return ids.filter((id) => found.get(id)?.city !== city);
}

/** The last value of each of these series; of a period that says why there is none, the one before. */
export async function lastValuesOf(parts: Store, ids: readonly SeriesId[]): Promise<NominatedSeries[]> {
  const found = await seriesOf(parts, ids);
  return found.map(([id, state]): NominatedSeries => {
    const { indicator } = state;
    const last = inTime(state).findLast(({ standing }) => exactly(standing.measured));
    const value = last && exactly(last.standing.measured);
    if (!last || !value) return { series: id, indicator, value: '', unit: '', certainty: '', from: '', to: '' };
    const { measured, certainty } = last.standing;
    return { series: id, indicator, value: textOf(value), unit: measured.unit, certainty, from: last.from, to: last.to };
  });
}

export const verifiedShareOf = (values: readonly Pick<NominatedValue, 'certainty'>[]): string =>
  values.length === 0
    ? '0'
    : textOf(quotient(BigInt(values.filter(({ certainty }) => certainty === 'verified').length), BigInt(values.length)));

const FEW_INHABITANTS = 300_000;
const FIRST_STEPS_MONTHS = 36;
const MOST_REPORTS = 20;

/** What the category asks for and the city does not have. */
export async function lackingOf(parts: Parts, nomination: Nomination, values: readonly NominatedValue[]): Promise<MustHave[]> {
  const { store, clock } = parts;
  const cycle = await loadedDeclaration(parts, nomination);
  const of = cycle && (await signatoryOfCity(parts, cycle, nomination.city));
  const verified = values.filter(({ certainty }) => certainty === 'verified').length;
  const has: Readonly<Record<MustHave, () => boolean | Promise<boolean>>> = {
    'accepted-report': async () => of !== undefined && (await hasAcceptedReport(parts, of)),
    'verified-results': () => verified >= (nomination.category === 'small-city' ? 1 : 3),
    'recent-admission': () =>
      of !== undefined && of.state.admittedOn !== '' && endOf(plusMonths(of.state.admittedOn, FIRST_STEPS_MONTHS)) >= clock.now(),
    'accepted-plan': async () => of !== undefined && acceptedPlan((await store.load(plans, planIdOf(of))).state) !== undefined,
    'published-assessment': async () =>
      of !== undefined && publishedAssessment((await store.load(assessments, assessmentIdOf(of))).state) !== undefined,
    'small-population': () => of !== undefined && of.state.place.population < FEW_INHABITANTS,
    'concluded-exchange': () => hasAdopted(parts, nomination),
  };
  const asked = await Promise.all(MUST_HAVE[nomination.category].map(async (code) => [code, await has[code]()] as const));
  return asked.filter(([, isThere]) => !isThere).map(([code]) => code);
}

const MUST_HAVE: Readonly<Record<Category, readonly MustHave[]>> = {
  'city-results': ['accepted-report', 'verified-results'],
  'first-steps': ['recent-admission', 'accepted-plan', 'published-assessment'],
  'small-city': ['small-population', 'verified-results'],
  partnership: ['concluded-exchange'],
};

type Of = NonNullable<Awaited<ReturnType<typeof signatoryOfCity>>>;

/** Whether one of its actions was learnt in an exchange that both cities have concluded, which says so, too. */
async function hasAdopted(parts: Store, { actions: ids, city }: Nomination): Promise<boolean> {
  for (const [id, { content }] of await actionsOf(parts, ids)) {
    const { state } = await parts.store.load(exchanges, content.learntFrom as ExchangeId);
    if (state.status === 'concluded' && state.seeker === city && state.practices.includes(id)) return true;
  }
  return false;
}

async function hasAcceptedReport({ store }: Store, of: Of): Promise<boolean> {
  for (let number = 1; number <= MOST_REPORTS; number += 1) {
    const { state } = await store.load(reports, reportIdOf(of, number));
    if (state.status === 'absent') return false;
    if (publishedReport(state)) return true;
  }
  return false;
}

async function loadedDeclaration({ store }: Store, { cycle }: Nomination): Promise<DeclarationId | undefined> {
  const { state } = await store.load(cycles, cycle);
  return state.status === 'absent' ? undefined : state.declaration;
}

/** Who has to do with the nominations of a category. */
export async function knownNominations(parts: Parts, cycle: Cycle, category: Category, call: Call): Promise<KnownNomination[]> {
  const looking = { ...asking(call), actor: RECORD };
  const found = await Promise.all(
    entriesOf(cycle, category).map(async ({ nomination: id, city }) => {
      const { state } = await parts.store.load(nominations, id);
      if (state.status === 'absent') return [];
      const [group, paid, peers] = await Promise.all([
        groupOfCity(parts, cycle.declaration, state.city),
        moneyBehind(parts, state.city, state.actions, looking),
        peersAmong(parts, state.city, jurorsOf(cycle, category)),
      ]);
      const { writtenBy, signedOffBy, proposedFor } = state;
      const authors = [...writtenBy, signedOffBy].filter((person) => person !== '');
      const written = { authors, authoredFor: proposedFor === '' ? [] : [proposedFor] };
      return [{ id, city, group, ...paid, ...written, peers, ...helpersAt(parts, state.city) }];
    }),
  );
  return found.flat();
}

async function moneyBehind(parts: Parts, city: CityId, ids: readonly ActionId[], call: Call) {
  const found = await actionsOf(parts, ids);
  const sponsors = found.flatMap(([, { results }]) =>
    results.flatMap(({ funding }) => (funding?.cells ?? []).map(({ sponsor }) => sponsor)),
  );
  const projects = found.flatMap(([, { project }]) => (project === '' ? [] : [project as string]));
  const known = projects.length === 0 ? [] : (await knownProjects(parts, city, call)).filter(({ id }) => projects.includes(id));
  const committed = await Promise.all(
    known.map(async ({ agreement }) => {
      const { cells } = await parts.disbursement.getAgreement({ id: agreement.id }, asking(call));
      return cells.map(({ sponsor }) => sponsor);
    }),
  );
  const verifiers = known.flatMap(({ milestones }) => milestones.flatMap(({ verified }) => (verified ? [verified.by] : [])));
  return { sponsors: [...new Set([...sponsors, ...committed.flat()])], verifiers: [...new Set(verifiers)] };
}
