import { endIn } from '@junkan/kit/duties/days.ts';
import { idFrom } from '@junkan/kit/ids.ts';
import { notFound } from '@junkan/kit/problem.ts';
import type { CalendarDate } from '@junkan/kit/pure/dates.ts';
import type { EventStore } from '@junkan/kit/store/event-store.ts';
import {
  actionPlanIdParts,
  assessmentIdParts,
  progressReportIdParts,
  signatoryIdParts,
} from '@junkan/proto/junkan/programme/v1/language.ts';
import type { Parts } from '../../api/parts.ts';
import { standsBy } from '../../declaration/affirming.ts';
import type { Existing as Group } from '../../declaration/group.ts';
import { groupOn } from '../../declaration/membership.ts';
import { owed, recordOf } from '../../declaration/obligation.ts';
import { dayOf, isInForce, type Existing as Signatory, type SignatoryId } from '../../declaration/signatory.ts';
import { assessments, declarations, groups, plans, reports, signatories } from '../../mapping.ts';
import { type State as Assessment, type AssessmentId, draftOf } from '../assessment.ts';
import type { Handed, Turn } from '../handed-in.ts';
import type { Owing } from '../owing.ts';
import type { PlanId } from '../plan.ts';
import { type ReportId, standing } from '../report.ts';

// Of which signatory something is, and what it owes.

export type Of = { readonly id: SignatoryId; readonly version: number; readonly state: Signatory };

/** @throws ProblemError where there is no such signatory. */
export async function signatoryOf(store: EventStore, id: string): Promise<Of> {
  const { state, version } = await store.load(signatories, id);
  if (state.status === 'absent') throw notFound('Signatory', id);
  return { id: id as SignatoryId, version, state };
}

type InAttempt = { readonly id: string; readonly state: Pick<Signatory, 'attempt'> };
/** A city that has left and comes back begins again. */
export const assessmentIdOf = ({ id, state }: InAttempt): AssessmentId => idFrom(...assessmentIdParts(id, state.attempt));
export const planIdOf = ({ id, state }: InAttempt): PlanId => idFrom(...actionPlanIdParts(id, state.attempt));
export const reportIdOf = ({ id, state }: InAttempt, number: number): ReportId =>
  idFrom(...progressReportIdParts(id, state.attempt, number));

/** What a self-assessment that is begun now answers: the obligation after those that are answered. */
export function nextAssessment(state: Assessment): string {
  const editions = state.status === 'absent' ? [] : state.editions;
  const draft = state.status === 'absent' ? undefined : draftOf(state);
  if (draft && draft.obligation !== '') return draft.obligation;
  return `assessment-${editions.filter(({ obligation, status }) => obligation !== '' && status !== 'draft').length + 1}`;
}

/** An obligation of a signatory, as it is now. */
export async function owingOf({ store, clock }: Pick<Parts, 'store' | 'clock'>, of: Of, obligation: string): Promise<Owing> {
  const { id: signatory, state } = of;
  const { attempt, city, status, rule, place } = state;
  const found = owed(state, obligation, dayOf(state, clock.now()));
  return {
    signatory,
    attempt,
    city,
    timeZone: place.timeZone,
    status,
    isInForce: isInForce(state),
    obligation,
    isOwed: found !== undefined && found.acceptedOn === undefined,
    dueOn: found?.dueOn ?? '',
    due: found ? endIn(place.timeZone, found.dueOn) : '',
    waitsFor: await openBefore(store, of, obligation),
    reviewDays: rule?.reviewDays ?? 0,
    reportedBy: obligation.startsWith('report-') ? ((await leadOf(store, of, dayOf(state, clock.now())))?.state.city ?? '') : '',
  };
}

/** The report before this one, where that is not accepted yet. */
async function openBefore(store: EventStore, of: Of, obligation: string): Promise<string> {
  const [, number = '1'] = /^report-(\d+)$/.exec(obligation) ?? [];
  const before = Number(number) - 1;
  if (before < 1) return '';
  return standing((await store.load(reports, reportIdOf(of, before))).state) ? '' : `report-${before}`;
}

/** The codes of the commitments of the version that the city has signed, or affirmed since. */
export async function commitmentsOf(store: EventStore, { state }: Of): Promise<readonly string[]> {
  const { state: declared } = await store.load(declarations, state.declaration);
  const versions = declared.status === 'absent' ? [] : declared.versions;
  return (versions[(standsBy(state)?.version ?? 0) - 1]?.text.commitments ?? []).map(({ code }) => code);
}

/** The group of which a city is on a day, where it shares what it has promised. */
export async function sharingGroupOf(store: EventStore, state: Signatory, today: CalendarDate): Promise<Group | undefined> {
  const id = groupOn(state, today);
  const group = id === '' ? undefined : (await store.load(groups, id)).state;
  return group?.status === 'standing' && group.groupKind === 'shared' ? group : undefined;
}

/** The lead of the group of which a city is on a day, where the group shares what it has promised, and another city leads it: it reports once for all. */
export async function leadOf(store: EventStore, { state }: Pick<Of, 'state'>, today: CalendarDate): Promise<Of | undefined> {
  const group = await sharingGroupOf(store, state, today);
  if (!group || group.lead === state.city) return undefined;
  const lead = idFrom(...signatoryIdParts(group.declaration, group.lead));
  const { state: found, version } = await store.load(signatories, lead);
  return found.status !== 'absent' && isInForce(found) ? { id: lead, version, state: found } : undefined;
}

/**
 * What was handed in of a signatory on a day, by the streams that say so. Of reports also those of who reports for it, and of who did when its ladder learned of
 * one, as far as they were for it.
 */
export async function handedInOf(store: EventStore, of: Of, obligations: readonly string[], today: CalendarDate): Promise<Handed[]> {
  const lead = await leadOf(store, of, today);
  const numbers = obligations.flatMap((name) => {
    const [, number] = /^report-(\d+)$/.exec(name) ?? [];
    return number === undefined ? [] : [Number(number)];
  });
  const own = [planIdOf(of), assessmentIdOf(of), ...numbers.map((number) => reportIdOf(of, number))] as const;
  const known = numbers.flatMap((number) =>
    recordOf(of.state.recorded, `report-${number}`).turns.map(({ source }) => source.split('@')[0] ?? ''),
  );
  const others = new Set([...(lead ? numbers.map((number) => reportIdOf(lead, number)) : []), ...known]);
  for (const stream of own) others.delete(stream);
  const [plan, assessment, ...reported] = own;
  const turnsOf = ({ state }: { readonly state: { readonly status: 'absent' } | { readonly turns: readonly Turn[] } }): readonly Turn[] =>
    'turns' in state ? state.turns : [];
  return Promise.all([
    store.load(plans, plan).then((loaded) => ({ stream: plan, turns: turnsOf(loaded) })),
    store.load(assessments, assessment).then((loaded) => ({ stream: assessment, turns: turnsOf(loaded) })),
    ...reported.map(async (stream) => ({ stream, turns: turnsOf(await store.load(reports, stream)) })),
    ...[...others].map(async (stream) => {
      const turns = turnsOf(await store.load(reports, stream));
      return { stream, turns: turns.filter(({ members = [] }) => members.includes(of.id)) };
    }),
  ]);
}
