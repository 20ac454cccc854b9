import type { Received } from '@junkan/kit/call.ts';
import { commander } from '@junkan/kit/grpc/command.ts';
import { mustHold } from '@junkan/kit/grpc/must-hold.ts';
import { sha256 } from '@junkan/kit/ids.ts';
import { notFound } from '@junkan/kit/problem.ts';
import { REJECTIONS } from '@junkan/proto/junkan/programme/v1/language.ts';
import { ROLES } from '@junkan/proto/junkan/programme/v1/roles.ts';
import type { Commands, Parts } from '../../api/parts.ts';
import { newSalt } from '../../judging/api/sealing.ts';
import { isBarredFromCategory, mayJudge } from '../../judging/interests.ts';
import type { Mark } from '../../judging/marks.ts';
import { sealOfMarks, sealOfVote } from '../../judging/seal.ts';
import { ballots, cycles } from '../../mapping.ts';
import type { Standing } from '../ballot.ts';
import {
  answeredBy,
  type Category,
  type CycleId,
  type Existing,
  isAssigned,
  isJudging,
  isStruck,
  jurorsOf,
  type NominationId,
} from '../cycle.ts';
import { ballotIdOf } from './known.ts';

type Rpcs = 'markBallot' | 'sealBallot' | 'voteOnOutcome';

export function ballotCommands(parts: Parts): Pick<Commands, Rpcs> {
  const { store, texts, clock } = parts;
  const run = commander(store, ballots, REJECTIONS);

  /** @throws ProblemError where there is no such award, or none of its categories has this nomination. */
  async function cycleOf(cycle: CycleId): Promise<Existing> {
    const { state } = await store.load(cycles, cycle);
    if (state.status === 'absent' || state.status === 'draft') throw notFound('AwardCycle', cycle);
    return state;
  }

  async function mark(
    type: 'MarkBallot' | 'SealBallot',
    { cycle, nomination, marks }: { readonly cycle: CycleId; readonly nomination: NominationId; readonly marks: readonly Mark[] },
    call: Received,
  ) {
    const { person } = call.actor;
    mustHold(call.actor, ROLES[type]);
    const state = await cycleOf(cycle);
    const category = state.entries.find((each) => each.nomination === nomination)?.category ?? 'city-results';
    const stream = ballotIdOf(person, cycle, category);
    const salt = newSalt();
    const hash = sha256(sealOfMarks({ salt, nomination, marks }));
    const { reference, keep } = await texts.draft(JSON.stringify({ salt, marks }), { stream, by: call.actor });
    const about = {
      cycle,
      category,
      nomination,
      standing: standingOf(state, category, call, nomination),
      isOpen: isJudging(state, clock.now()),
    };
    const said = { marks, criteria: state.criteria.map(({ code }) => code), kept: reference, now: clock.now(), by: call.actor };
    const command = type === 'SealBallot' ? { type, ...about, ...said, hash } : { type, ...about, ...said };
    return run(stream, command, call, keep);
  }

  return {
    markBallot: (asked, call) => mark('MarkBallot', asked, call),
    sealBallot: (asked, call) => mark('SealBallot', asked, call),
    async voteOnOutcome({ cycle, category, stands, order, note }, call) {
      mustHold(call.actor, ROLES.VoteOnOutcome);
      const state = await cycleOf(cycle);
      const stream = ballotIdOf(call.actor.person, cycle, category);
      const salt = newSalt();
      const hash = sha256(sealOfVote({ salt, stands, order }));
      const { reference, keep } = await texts.draft(JSON.stringify({ salt, stands, order, note }), { stream, by: call.actor });
      const field = state.eligible.filter((each) => each.category === category).map(({ nomination }) => nomination);
      const about = { cycle, category, standing: standingOf(state, category, call), isOpen: isJudging(state, clock.now()) };
      const said = { stands, order, field, hasNote: note !== '', kept: reference, hash, now: clock.now(), by: call.actor };
      return run(stream, { type: 'VoteOnOutcome', ...about, ...said }, call, keep);
    },
  };
}

/** What the award says of the caller, and of a nomination where one is named. */
export function standingOf(state: Existing, category: Category, { actor }: Pick<Received, 'actor'>, nomination = ''): Standing {
  const { person, organisation } = actor;
  if (!jurorsOf(state, category).some((each) => each.person === person && each.organisation === organisation)) return 'not-of-the-jury';
  const answered = answeredBy(state, category, person);
  if (!answered) return 'unanswered';
  if (isBarredFromCategory(answered) || isStruck(state, category, person, nomination)) return 'barred';
  if (nomination === '') return 'assigned';
  if (!mayJudge(answered, nomination)) return 'barred';
  return state.judging.length > 0 && !isAssigned(state, category, person, nomination) ? 'not-of-the-jury' : 'assigned';
}
