import { asPart, type Received } from '@junkan/kit/call.ts';
import { commander, withNote } from '@junkan/kit/grpc/command.ts';
import { mustHold } from '@junkan/kit/grpc/must-hold.ts';
import { kindOf } from '@junkan/proto/actor.ts';
import type { AssignedReview, SelectedAnswer } from '@junkan/proto/junkan/programme/v1/facts.ts';
import { REJECTIONS } from '@junkan/proto/junkan/programme/v1/language.ts';
import { ROLES } from '@junkan/proto/junkan/programme/v1/roles.ts';
import { asking, type Commands, type Parts, stampOf } from '../../api/parts.ts';
import { assign } from '../../judging/api/assigning.ts';
import { drawn } from '../../judging/api/sealing.ts';
import type { Unassignable } from '../../judging/assignment.ts';
import { interestsFound, mayJudge } from '../../judging/interests.ts';
import { answers, calls, partners } from '../../mapping.ts';
import { canBeMended } from '../answer.ts';
import { type CallId, type Existing, toAssign } from '../call.ts';
import { beyondMandate } from '../rules.ts';
import { answeringBy, answersTo, callIdOf, contentFacts, knownAnswers, mandateOf, projectOf, screenersOf } from './known.ts';
import { unsealed } from './sealed.ts';

type Calling = 'draftCall' | 'reviseCall' | 'appointReviewer' | 'openCall' | 'cancelCall' | 'stepCall';
type Reviewing = 'declareReviewInterests' | 'assignReviews' | 'prolongReviews' | 'openReviews' | 'decideCall';

export const callCommands = (parts: Parts): Pick<Commands, Calling | Reviewing> => ({ ...calling(parts), ...reviewing(parts) });

function calling(parts: Parts): Pick<Commands, Calling> {
  const { store, texts } = parts;
  const run = commander(store, calls, REJECTIONS);
  const said = withNote(run, texts);
  return {
    async draftCall({ mandate, content }, call) {
      mustHold(call.actor, ROLES.DraftCall);
      const facts = await contentFacts(parts, { owner: call.actor.organisation, mandate, content }, call);
      return run(callIdOf(call.actor.person, call.commandId), { type: 'DraftCall', mandate, ...facts, ...stampOf(parts, call) }, call);
    },
    async reviseCall({ call: id, content }, call) {
      mustHold(call.actor, ROLES.ReviseCall);
      const { state } = await store.load(calls, id);
      const { owner, mandate } = state.status === 'absent' ? { owner: '', mandate: '' } : state;
      return run(
        id,
        { type: 'ReviseCall', ...(await contentFacts(parts, { owner, mandate, content }, call)), ...stampOf(parts, call) },
        call,
      );
    },
    async appointReviewer({ call: id, person, organisation }, call) {
      const { state } = await store.load(calls, id);
      const [{ organisation: actsFor }, of, screeners] = await Promise.all([
        parts.registry.affiliation({ person }, asking(call)),
        organisationOf(parts, organisation),
        state.status === 'absent' ? [] : screenersOf(parts, state),
      ]);
      return run(id, { type: 'AppointReviewer', person, organisation, actsFor, ...of, screeners, ...stampOf(parts, call) }, call);
    },
    async openCall({ call: id }, call) {
      mustHold(call.actor, ROLES.OpenCall);
      const { state } = await store.load(calls, id);
      const { mandate, mandateRevision } = await mandateOf(parts, state.status === 'absent' ? '' : state.mandate, call);
      const exceeds = state.status === 'absent' ? [] : beyondMandate(state.owner, state.content, mandate);
      return run(id, { type: 'OpenCall', exceeds, mandateRevision, ...stampOf(parts, call) }, call);
    },
    async cancelCall({ call: id, note: words }, call) {
      const answer = await said(id, words, call, (note) => ({ type: 'CancelCall', note, ...stampOf(parts, call) }));
      await endAnswers(parts, id, call);
      return answer;
    },
    stepCall: ({ call: id }, call) => run(id, { type: 'StepCall', ...stampOf(parts, call) }, call),
  };
}

/** Whether an organisation is known, and where it has its seat as far as that is known. */
async function organisationOf({ store }: Pick<Parts, 'store'>, id: string) {
  if (kindOf(id) !== 'partner') return { isKnown: true, country: '' };
  const { state } = await store.load(partners, id);
  return state.status === 'absent' ? { isKnown: false, country: '' } : { isKnown: state.status === 'registered', country: state.country };
}

async function found(parts: Parts, state: Existing, reviewer: string, call: Received) {
  const own = state.reviewers.find(({ person }) => person === reviewer);
  return own ? interestsFound(own, await knownAnswers(parts, state, call)) : [];
}

function reviewing(parts: Parts): Pick<Commands, Reviewing> {
  const { store, texts } = parts;
  const run = commander(store, calls, REJECTIONS);
  const said = withNote(run, texts);
  return {
    async declareReviewInterests({ call: id, answered, interested }, call) {
      const { state } = await store.load(calls, id);
      const facts =
        state.status === 'absent'
          ? { asked: [], found: [] }
          : {
              asked: (await answersTo(parts, state)).map((each) => each.id),
              found: await found(parts, state, call.actor.person, call),
            };
      return run(id, { type: 'DeclareReviewInterests', answered, interested, ...facts, ...stampOf(parts, call) }, call);
    },
    async assignReviews({ call: id }, call) {
      mustHold(call.actor, ROLES.AssignReviews);
      const { state } = await store.load(calls, id);
      const facts =
        state.status === 'screening'
          ? await assigned(parts, state, call)
          : { isScreened: true, eligible: [], judging: [], refusal: undefined };
      return run(id, { type: 'AssignReviews', ...facts, ...stampOf(parts, call) }, call);
    },
    prolongReviews: ({ call: id, judgingUntil }, call) => run(id, { type: 'ProlongReviews', judgingUntil, ...stampOf(parts, call) }, call),
    async openReviews({ call: id }, call) {
      mustHold(call.actor, ROLES.OpenReviews);
      const { state } = await store.load(calls, id);
      const opened = state.status === 'deciding' ? await unsealed(parts, id, state) : { sealed: [], keep: undefined };
      const draw = state.status === 'absent' ? [] : drawn(state.reviewers.map(({ person }) => person));
      return run(id, { type: 'OpenReviews', sealed: opened.sealed, draw, ...stampOf(parts, call) }, call, opened.keep);
    },
    async decideCall({ call: id, selected, note: words }, call) {
      mustHold(call.actor, ROLES.DecideCall);
      const { state } = await store.load(calls, id);
      const facts = state.status === 'absent' ? { field: [], screeners: [] } : await decided(parts, state, call);
      const answer = await said(id, words, call, (note) => ({
        type: 'DecideCall',
        selected,
        note,
        ...facts,
        ...stampOf(parts, call),
      }));
      await tellAnswers(parts, id, call);
      return answer;
    },
  };
}

async function assigned(parts: Parts, state: Existing, call: Received) {
  const now = parts.clock.now();
  const all = await answersTo(parts, state);
  const going = await stillAnswering(parts, all, call);
  const isOpen = going.some(({ state: each }) => each.status === 'submitted' || canBeMended(each, now));
  const eligible = going.flatMap(({ id, state: each }) => (each.status === 'eligible' ? [id] : []));
  if (isOpen || eligible.length === 0) return { isScreened: !isOpen, eligible, judging: [], refusal: undefined };
  const asked = toAssign(state, eligible);
  const known = await knownAnswers(parts, state, call);
  // What came to be known since the reviewers have answered bars as well.
  const fresh = new Map(state.reviewers.map((reviewer) => [reviewer.person, interestsFound(reviewer, known)]));
  const may = (juror: string, answer: string): boolean =>
    asked.may(juror, answer) && mayJudge({ juror, answered: eligible, declared: [], found: fresh.get(juror) ?? [], at: now }, answer);
  const answer = await assign({ ...asked, may });
  const judging = answer.ok ? answer.judging.map(({ juror, nomination }): AssignedReview => ({ reviewer: juror, answer: nomination })) : [];
  const refusal: Unassignable | undefined = answer.ok ? undefined : answer.refusal;
  return { isScreened: true, eligible, judging, refusal };
}

/** Those whose project is neither funded nor withdrawn by now. */
async function stillAnswering(parts: Parts, all: Awaited<ReturnType<typeof answersTo>>, call: Received) {
  const projects = await Promise.all(all.map(({ state: { project } }) => projectOf(parts, project, call)));
  return all.filter((_, at) => answeringBy(projects[at]).mayAnswer);
}

async function decided(parts: Parts, state: Existing, call: Received) {
  const all = await answersTo(parts, state);
  return {
    field: (await stillAnswering(parts, all, call)).flatMap(({ id, state: { project, city, amount } }): SelectedAnswer[] =>
      state.eligible.includes(id) ? [{ answer: id, project, city, amount }] : [],
    ),
    screeners: all.flatMap(({ state: { screenedBy } }) => screenedBy),
  };
}

/** Each answer hears what was decided of it; a repeat records nothing twice. */
async function tellAnswers(parts: Parts, id: CallId, call: Received): Promise<void> {
  const { state } = await parts.store.load(calls, id);
  if (state.status !== 'decided') return;
  const run = commander(parts.store, answers, REJECTIONS);
  for (const answer of state.eligible) {
    const selected = state.selected.some((each) => each.answer === answer);
    await run(answer, { type: 'TellAnswerOutcome', selected, ...stampOf(parts, call) }, asPart(call, call.commandId));
  }
}

/** What was handed in ends with its call; a repeat records nothing twice. */
async function endAnswers(parts: Parts, id: CallId, call: Received): Promise<void> {
  const { state } = await parts.store.load(calls, id);
  if (state.status !== 'cancelled') return;
  const run = commander(parts.store, answers, REJECTIONS);
  for (const { answer } of state.entries) await run(answer, { type: 'EndAnswer', ...stampOf(parts, call) }, asPart(call, call.commandId));
}
