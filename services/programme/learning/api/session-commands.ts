import { type Received, WORKFLOW_ACTOR } from '@junkan/kit/call.ts';
import { commander, withNote } from '@junkan/kit/grpc/command.ts';
import { mustHold } from '@junkan/kit/grpc/must-hold.ts';
import { idFrom, newId } from '@junkan/kit/ids.ts';
import { saidIn, unknownCodes } from '@junkan/kit/lists.ts';
import { dateOf } from '@junkan/kit/pure/dates.ts';
import { kindOf } from '@junkan/proto/actor.ts';
import type { CertificateText } from '@junkan/proto/junkan/programme/v1/facts.ts';
import { certificateIdParts, REJECTIONS, trainingIdParts, trainingSessionIdParts } from '@junkan/proto/junkan/programme/v1/language.ts';
import { ROLES } from '@junkan/proto/junkan/programme/v1/roles.ts';
import { asking, type Commands, type Parts } from '../../api/parts.ts';
import { certificates, learners, sessions, trainings } from '../../mapping.ts';
import { type Existing, endOf, liveOf, startOf, waiting } from '../session.ts';
import { claimTime, learnerOf, releaseUnused, settle } from './session-claims.ts';

type OfTraining = 'draftTraining' | 'offerTraining' | 'retireTraining';
type OfSession = 'scheduleSession' | 'changeSession' | 'cancelSession' | 'recordAttendance' | 'proposeCertificates';
type OfPersons = 'enrol' | 'cancelEnrolment' | 'takeSeat' | 'giveFeedback';
type OfTheSystem = 'stepSession' | 'proposeCertificate';

/** One certificate of a session for each person. */
export const certificateIdOf = (session: string, person: string) => idFrom(...certificateIdParts(session, person));

export const sessionCommands = (parts: Parts): Pick<Commands, OfTraining | OfSession | OfPersons | OfTheSystem> => ({
  ...trainingCommands(parts),
  ...scheduling(parts),
  ...enrolling(parts),
  ...ofTheSystem(parts),
});

function trainingCommands({ store, clock, lists }: Parts): Pick<Commands, OfTraining> {
  const run = commander(store, trainings, REJECTIONS);
  const at = (call: Received) => ({ now: clock.now(), by: call.actor });
  return {
    draftTraining({ content }, call) {
      const id = idFrom(...trainingIdParts(call.actor.person, call.commandId));
      const said = [
        ...saidIn('content.dimensions', 'dimensions', content.dimensions),
        { field: 'content.theme', list: 'themes', code: content.theme },
      ];
      return run(id, { type: 'DraftTraining', content, unknownCodes: unknownCodes(lists, said), ...at(call) }, call);
    },
    offerTraining: ({ training }, call) => run(training, { type: 'OfferTraining', ...at(call) }, call),
    retireTraining: ({ training }, call) => run(training, { type: 'RetireTraining', ...at(call) }, call),
  };
}

function scheduling({ store, texts, clock, registry }: Parts): Pick<Commands, OfSession> {
  const run = commander(store, sessions, REJECTIONS);
  const said = withNote(run, texts);
  const at = (call: Received) => ({ now: clock.now(), by: call.actor });
  /** The organisation for which the trainer has acted. */
  const ofTrainer = async (trainer: string, call: Received) => ({
    trainer,
    trainerOf: (await registry.affiliation({ person: trainer }, asking(call))).organisation,
  });
  return {
    async scheduleSession({ training, plan, trainer }, call) {
      mustHold(call.actor, ROLES.ScheduleSession);
      const id = idFrom(...trainingSessionIdParts(call.actor.person, call.commandId));
      const { state } = await store.load(trainings, training);
      const { title, hours, attendancePercent, exercise } = state.status === 'absent' ? EMPTY : state.content;
      const asked = state.status === 'absent' ? undefined : { training, title, hours, attendancePercent, exercise };
      const planned = { plan, ...(await ofTrainer(trainer, call)) };
      return run(id, { type: 'ScheduleSession', asked, status: state.status, ...planned, ...at(call) }, call);
    },
    async changeSession({ session, plan, trainer }, call) {
      mustHold(call.actor, ROLES.ChangeSession);
      return run(session, { type: 'ChangeSession', plan, ...(await ofTrainer(trainer, call)), ...at(call) }, call);
    },
    cancelSession: ({ session, note: words }, call) => said(session, words, call, (note) => ({ type: 'CancelSession', note, ...at(call) })),
    recordAttendance: ({ session, attendance }, call) => run(session, { type: 'RecordAttendance', attendance, ...at(call) }, call),
    proposeCertificates: ({ session, holders }, call) => run(session, { type: 'ProposeCertificates', holders, ...at(call) }, call),
  };
}
const EMPTY = { title: '', hours: 0, attendancePercent: 0, exercise: '' } as const;

function enrolling(parts: Parts): Pick<Commands, OfPersons> {
  const { store, clock } = parts;
  const run = commander(store, sessions, REJECTIONS);
  const at = (call: Received) => ({ now: clock.now(), by: call.actor });
  /** Of a city that has never attended: half of the seats are kept for these for a while. */
  const isFirstTime = async (organisation: string): Promise<boolean> =>
    kindOf(organisation) === 'proposer' && (await store.load(learners, learnerOf(organisation))).state.attended.length === 0;
  return {
    async enrol({ session }, call) {
      mustHold(call.actor, ROLES.Enrol);
      const { state } = await store.load(sessions, session);
      const command = { type: 'Enrol', firstTime: await isFirstTime(call.actor.organisation) } as const;
      // What does not ask for a seat that there may be claims nothing.
      if (state.status === 'absent' || liveOf(state, call.actor.person))
        return { answer: await run(session, { ...command, claim: '', ...at(call) }, call), place: 0 };
      const claim = newId('cmd');
      let isClaimed = false;
      // Once it is accepted and before it is recorded: what is only repeated claims nothing.
      const claims = async (): Promise<void> => {
        isClaimed = true;
        await claimTime(parts, session, { plan: state.plan, claim }, call);
      };
      try {
        const answer = await run(session, { ...command, claim, ...at(call) }, call, claims);
        return { answer, place: await placeOf(session, call.actor.person) };
      } finally {
        if (isClaimed) await releaseUnused(parts, session, claim, call);
      }
    },
    async cancelEnrolment({ session }, call) {
      const answer = await run(session, { type: 'CancelEnrolment', ...at(call) }, call);
      const { state } = await store.load(sessions, session);
      const given = state.status === 'absent' ? [] : state.enrolments.filter(({ person }) => person === call.actor.person);
      for (const { claim, status } of given) if (status === 'cancelled') await releaseUnused(parts, session, claim, call);
      return answer;
    },
    takeSeat: ({ session }, call) => run(session, { type: 'TakeSeat', ...at(call) }, call),
    // Decided for the person, recorded by the system: nothing that is stored of it names who gave it.
    giveFeedback: ({ session, ...feedback }, call) =>
      run(session, { type: 'GiveFeedback', feedback, ...at(call) }, { ...call, actor: WORKFLOW_ACTOR }),
  };

  async function placeOf(session: string, person: string): Promise<number> {
    const { state } = await store.load(sessions, session);
    return state.status === 'absent' ? 0 : waiting(state).findIndex((each) => each.person === person) + 1;
  }
}

function ofTheSystem(parts: Parts): Pick<Commands, OfTheSystem> {
  const { store, clock } = parts;
  const run = commander(store, sessions, REJECTIONS);
  const propose = commander(store, certificates, REJECTIONS);
  return {
    async stepSession({ session }, call) {
      const answer = await run(session, { type: 'StepSession', now: clock.now(), by: call.actor }, call);
      const { state } = await store.load(sessions, session);
      if (state.status !== 'absent') await settle(parts, session, state, call);
      return answer;
    },
    async proposeCertificate({ session, holder }, call) {
      const { state, commits } = await store.read(sessions, session);
      const told = commits
        .flatMap(({ events }) => events.map((stored) => sessions.codec.decode(stored)))
        .find((event) => event.type === 'CertificatesProposed' && event.holders.includes(holder));
      const id = certificateIdOf(session, holder);
      if (state.status === 'absent' || told?.type !== 'CertificatesProposed') return { id, version: 0, status: 'absent' };
      const person = state.enrolments.findLast((each) => each.person === holder && each.status === 'attended');
      const text = await textOf(parts, session, state, person?.hours ?? 0);
      const { organisation = '', passed = false } = person ?? {};
      const said = { holder, organisation, text, passed, proposedBy: told.person };
      return propose(id, { type: 'ProposeCertificate', ...said, now: clock.now(), by: call.actor }, call);
    },
  };
}

/** What the certificate says. What is offered does not change, so that the training says what it asked. */
async function textOf({ store }: Parts, session: CertificateText['session'], state: Existing, attended: number): Promise<CertificateText> {
  const { state: taught } = await store.load(trainings, state.training);
  if (taught.status === 'absent') throw new Error(`${session} is of a training that was never drafted`);
  const { course, title, description, dimensions, fromLevel, toLevel, hours, exercise, attendancePercent, validMonths } = taught.content;
  const { language, mode } = state.plan;
  const days = { firstDay: dateOf(startOf(state)), lastDay: dateOf(endOf(state)) };
  const { training } = state;
  return {
    training,
    session,
    course,
    title,
    description,
    language,
    mode,
    dimensions,
    fromLevel,
    toLevel,
    hours,
    attended,
    exercise,
    attendancePercent,
    validMonths,
    ...days,
  };
}
