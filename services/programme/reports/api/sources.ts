import type { Call } from '@junkan/kit/call.ts';
import { dayIn } from '@junkan/kit/pure/dates.ts';
import type { Folding } from '@junkan/kit/store/fold.ts';
import type { Parts } from '../../api/parts.ts';
import { actions, assessments, plans, reports, series } from '../../mapping.ts';
import { ownActionsOf, seriesOf } from '../../results/view/read.ts';
import type { Filled, Versioned } from '../cells.ts';
import { filledFrom } from '../filled.ts';
import { type Existing, standing } from '../report.ts';
import { knownProjects } from './known-projects.ts';
import { assessmentIdOf, planIdOf, reportIdOf, signatoryOf } from './owing.ts';

/** What comes filled in a report, as its sources have it now. */
export async function filledOf(
  parts: Pick<Parts, 'store' | 'registry' | 'disbursement' | 'results'>,
  { signatory: id, number }: Pick<Existing, 'signatory' | 'number'>,
  call: Call,
): Promise<Filled[]> {
  const { store, results } = parts;
  const signatory = await signatoryOf(store, id);
  const [plan, assessment] = [planIdOf(signatory), assessmentIdOf(signatory)];
  const { city } = signatory.state;
  const [planned, assessed, before, projects, followed, acted] = await Promise.all([
    store.load(plans, plan),
    store.load(assessments, assessment),
    number > 1 ? store.load(reports, reportIdOf(signatory, number - 1)) : undefined,
    knownProjects(parts, city, call),
    presentOf(store, series, seriesOf(results.prepare, city)),
    presentOf(store, actions, ownActionsOf(results.prepare, city)),
  ]);
  const last = before && standing(before.state);
  const { place, admittedOn } = signatory.state;
  return filledFrom({
    signatory,
    plan: { id: plan, version: planned.version, state: planned.state },
    assessment: { id: assessment, version: assessed.version, state: assessed.state },
    projects,
    series: followed,
    actions: acted,
    after: last && last.signedOffAt !== '' ? dayIn(place.timeZone, last.signedOffAt) : admittedOn,
  });
}

type Absent = { readonly status: 'absent' };

/** Streams as they stand; without those of which nothing is recorded. */
async function presentOf<Existing extends { readonly status: string }, Event>(
  store: Parts['store'],
  aggregate: Folding<Existing | Absent, Event>,
  ids: readonly string[],
): Promise<Versioned<Existing>[]> {
  const loaded = await Promise.all(ids.map(async (id) => ({ id, ...(await store.load(aggregate, id)) })));
  return loaded.flatMap(({ state, ...of }) => (state.status === 'absent' ? [] : [{ ...of, state: state as Existing }]));
}
