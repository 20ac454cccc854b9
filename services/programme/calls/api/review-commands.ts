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
import { sealOfMarks } from '../../judging/seal.ts';
import { calls, reviews } from '../../mapping.ts';
import { type AnswerId, answeredBy, type CallId, type Existing, isAssigned, isReviewing } from '../call.ts';
import type { Standing } from '../review.ts';
import { reviewIdOf } from './known.ts';

type Marked = { readonly call: CallId; readonly answer: AnswerId; readonly marks: readonly Mark[] };

export function reviewCommands(parts: Parts): Pick<Commands, 'markReview' | 'sealReview'> {
  const { store, texts, clock } = parts;
  const run = commander(store, reviews, REJECTIONS);

  /** @throws ProblemError where there is no such call. */
  async function mark(type: 'MarkReview' | 'SealReview', { call: id, answer, marks }: Marked, call: Received) {
    mustHold(call.actor, ROLES[type]);
    const { state } = await store.load(calls, id);
    if (state.status === 'absent' || state.status === 'draft') throw notFound('ProjectCall', id);
    const stream = reviewIdOf(call.actor.person, id);
    const salt = newSalt();
    const { reference, keep } = await texts.draft(JSON.stringify({ salt, marks }), { stream, by: call.actor });
    const command = {
      call: id,
      owner: state.owner,
      answer,
      marks,
      criteria: state.content.criteria.map(({ code }) => code),
      kept: reference,
      standing: standingOf(state, call, answer),
      isOpen: isReviewing(state, clock.now()),
      now: clock.now(),
      by: call.actor,
    };
    const hash = sha256(sealOfMarks({ salt, nomination: answer, marks }));
    return run(stream, type === 'SealReview' ? { type, ...command, hash } : { type, ...command }, call, keep);
  }

  return {
    markReview: (asked, call) => mark('MarkReview', asked, call),
    sealReview: (asked, call) => mark('SealReview', asked, call),
  };
}

/** What the call says of the caller and of an answer. */
export function standingOf(state: Existing, { actor }: Pick<Received, 'actor'>, answer: string): Standing {
  const { person, organisation } = actor;
  if (!state.reviewers.some((each) => each.person === person && each.organisation === organisation)) return 'not-a-reviewer';
  const answered = answeredBy(state, person);
  if (!answered) return 'unanswered';
  if (isBarredFromCategory(answered) || !mayJudge(answered, answer)) return 'barred';
  return state.judging.length > 0 && !isAssigned(state, person, answer) ? 'not-a-reviewer' : 'assigned';
}
