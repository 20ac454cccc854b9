import { asPart, type Received } from '@junkan/kit/call.ts';
import { commander } from '@junkan/kit/grpc/command.ts';
import { idFrom, newId } from '@junkan/kit/ids.ts';
import { milliseconds } from '@junkan/kit/pure/dates.ts';
import { kindOf } from '@junkan/proto/actor.ts';
import { REJECTIONS } from '@junkan/proto/junkan/programme/v1/language.ts';
import type { Parts } from '../../api/parts.ts';
import { learners, sessions } from '../../mapping.ts';
import { clashing } from '../learner.ts';
import { type Existing, isLive, liveOf } from '../session.ts';

/** A person, or an organisation: what is known of whom learns. */
export const learnerOf = (whom: string): string => idFrom('lrn', whom);

type Claiming = Pick<Parts, 'store' | 'clock'>;
type Due = { readonly learner: string; readonly command: Parameters<ReturnType<typeof runOn>>[1] };

const runOn = ({ store }: Claiming) => commander(store, learners, REJECTIONS);

/** An attempt to enrol takes far less; what it has claimed by then and is not in its session has come to nothing. */
const DEAD_AFTER_MS = 3_600_000;

type Claimed = Pick<Existing, 'plan'> & { readonly claim: string };

/** Keeps the time of a person for a session: at most one session has it, however many are asked for at once. */
export async function claimTime(parts: Claiming, id: string, { plan, claim }: Claimed, call: Received): Promise<void> {
  const { person } = call.actor;
  const { meetings } = plan;
  const learner = learnerOf(person);
  const { state } = await parts.store.load(learners, learner);
  const now = parts.clock.now();
  const old = clashing(state, id, meetings).filter(({ at }) => milliseconds(now) - milliseconds(at) > DEAD_AFTER_MS);
  const isDead = await Promise.all(old.map(async (each) => !(await holds(parts, each.session, person, each.claim))));
  const dead = old.filter((_, at) => isDead[at]).map(({ claim }) => claim);
  const command = { type: 'ClaimTime', session: id, claim, meetings, dead, now, by: call.actor } as const;
  await runOn(parts)(learner, command, asPart(call, claim));
}

async function holds({ store }: Claiming, session: string, person: string, claim: string): Promise<boolean> {
  const { state } = await store.load(sessions, session);
  return state.status !== 'absent' && state.enrolments.some((each) => each.person === person && each.claim === claim && isLive(each));
}

/** What an attempt has claimed is given back, unless the enrolment is of that attempt. */
export async function releaseUnused(parts: Claiming, id: string, claim: string, call: Received): Promise<void> {
  const { person } = call.actor;
  const { state } = await parts.store.load(sessions, id);
  const own = state.status === 'absent' ? undefined : liveOf(state, person);
  if (own?.claim !== claim) await runOn(parts)(learnerOf(person), { type: 'ReleaseTime', claim }, asPart(call, newId('cmd')));
}

/** What the times of persons, and what is known of their organisations, lack to follow the session. */
export async function unsettled({ store, clock }: Claiming, id: string, session: Existing): Promise<Due[]> {
  const of = session.enrolments.map(async (each): Promise<Due[]> => {
    const learner = learnerOf(each.person);
    const { state } = await store.load(learners, learner);
    const kept = state.claims.find(({ claim }) => claim === each.claim);
    const { meetings } = session.plan;
    if (!kept) return [];
    const isOver = !isLive(each) && each.status !== 'attended' && each.status !== 'absent';
    if (isOver) return [{ learner, command: { type: 'ReleaseTime', claim: each.claim } }];
    const isMoved = JSON.stringify(kept.meetings) !== JSON.stringify(meetings);
    return isMoved ? [{ learner, command: { type: 'MoveTime', claim: each.claim, meetings } }] : [];
  });
  const cities = new Set(
    session.enrolments
      .filter(({ status, organisation }) => status === 'attended' && kindOf(organisation) === 'proposer')
      .map(({ organisation }) => organisation),
  );
  const attended = [...cities].map(async (city): Promise<Due[]> => {
    const learner = learnerOf(city);
    const { state } = await store.load(learners, learner);
    return state.attended.includes(id) ? [] : [{ learner, command: { type: 'NoteAttended', session: id, now: clock.now() } }];
  });
  return (await Promise.all([...of, ...attended])).flat();
}

export async function settle(parts: Claiming, id: string, session: Existing, call: Received): Promise<void> {
  for (const { learner, command } of await unsettled(parts, id, session)) await runOn(parts)(learner, command, asPart(call, newId('cmd')));
}
