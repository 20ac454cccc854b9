import type { Call } from '@junkan/kit/call.ts';
import { idOf } from '@junkan/kit/grpc/fields.ts';
import { dayIn } from '@junkan/kit/pure/dates.ts';
import type { Parts } from '../../api/parts.ts';
import { presentOf } from '../../api/present.ts';
import { membersOf } from '../../declaration/api/group-queries.ts';
import { dayOf, isInForce, type SignatoryId } from '../../declaration/signatory.ts';
import { actions, assessments, plans, reports, series } from '../../mapping.ts';
import { ownActionsOf, seriesOf } from '../../results/view/read.ts';
import type { Filled } from '../cells.ts';
import { filledFrom } from '../filled.ts';
import { type Existing, standing } from '../report.ts';
import { knownProjects } from './known-projects.ts';
import { assessmentIdOf, type Of, planIdOf, reportIdOf, sharingGroupOf, signatoryOf } from './owing.ts';

/** What comes filled in a report, as its sources have it now. */
export async function filledOf(
  parts: Pick<Parts, 'store' | 'clock' | 'registry' | 'disbursement' | 'results'>,
  { signatory: id, number }: Pick<Existing, 'signatory' | 'number'>,
  call: Call,
): Promise<Filled[]> {
  const { store, results } = parts;
  const signatory = await signatoryOf(store, id);
  const [plan, assessment] = [planIdOf(signatory), assessmentIdOf(signatory)];
  const { city } = signatory.state;
  const cities = [city, ...(await membersFor(parts, signatory)).map((member) => member.city)];
  const [planned, assessed, before, projects, followed, acted] = await Promise.all([
    store.load(plans, plan),
    store.load(assessments, assessment),
    number > 1 ? store.load(reports, reportIdOf(signatory, number - 1)) : undefined,
    knownProjects(parts, city, call),
    presentOf(
      store,
      series,
      cities.flatMap((each) => seriesOf(results.prepare, each)),
    ),
    presentOf(
      store,
      actions,
      cities.flatMap((each) => ownActionsOf(results.prepare, each)),
    ),
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

type Member = { readonly city: string; readonly signatory: SignatoryId };

/** The other members of the group for which it reports. */
export async function membersFor(parts: Pick<Parts, 'store' | 'clock'>, { state }: Of): Promise<Member[]> {
  const group = await sharingGroupOf(parts.store, state, dayOf(state, parts.clock.now()));
  if (group?.lead !== state.city) return [];
  const members = await membersOf(parts, group);
  return members
    .filter((each) => isInForce(each) && each.city !== group.lead)
    .map(({ city, signatory }) => ({ city, signatory: idOf('sgn', signatory, 'signatory') }));
}
