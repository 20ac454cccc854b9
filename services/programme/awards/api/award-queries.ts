import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { idOf } from '@junkan/kit/grpc/fields.ts';
import { itemHistory, itemQuery } from '@junkan/kit/grpc/item-queries.ts';
import { notFound } from '@junkan/kit/problem.ts';
import { endOf } from '@junkan/kit/pure/dates.ts';
import { eventFor, eventOfOrganisation } from '@junkan/kit/store/event-for.ts';
import { ITEMS } from '@junkan/proto/items.ts';
import type { BallotNomination } from '@junkan/proto/junkan/programme/v1/awards_model.ts';
import * as language from '@junkan/proto/junkan/programme/v1/language.ts';
import type { OwnBallot, ProgrammeQueryServiceService } from '@junkan/proto/junkan/programme/v1/service.ts';
import { oversees } from '@junkan/proto/oversight.ts';
import type { Parts } from '../../api/parts.ts';
import { cycleFold, nominationFold } from '../../fold.ts';
import { lastMarks, shuffledFor } from '../../judging/api/sealing.ts';
import { feedbackOf } from '../../judging/feedback.ts';
import { interestIn } from '../../judging/interests.ts';
import { isReadToJudge, judgedAs } from '../../judging/kept.ts';
import { BODIES, ballots, cycles, nominations } from '../../mapping.ts';
import { cycleFor, isCycleThere, isNominationThere, nominationFor, relationToNomination } from '../../readers.ts';
import type { Existing as Ballot } from '../ballot.ts';
import {
  answeredBy,
  type Category,
  type CycleId,
  type Entry,
  type Existing,
  entriesOf,
  isAssigned,
  isDue,
  isJudging,
  isStruck,
  nextStep,
} from '../cycle.ts';
import { cycleActs } from '../cycle-acts.ts';
import { isTold, type Existing as Nomination } from '../nomination.ts';
import { nominationActs } from '../nomination-acts.ts';
import { ballotIdOf, lastValuesOf, valuesOf, verifiedShareOf } from './known.ts';

type Queries = Handlers<typeof ProgrammeQueryServiceService>;
const { REJECTIONS: rejections } = language;

export const awardQueries = (
  parts: Parts,
): Pick<Queries, 'readAwardCycle' | 'readNomination' | 'readOwnBallot' | 'readNominationFeedback' | 'getAwardCycle'> => ({
  ...itemQuery(ITEMS['award-cycle'], parts, {
    fold: cycleFold,
    isThere: isCycleThere,
    shown: (message, _, actor) => cycleFor(actor, message),
    rejections,
    may: (state, actor) => cycleActs.permissions(state, { now: parts.clock.now() }, BODIES, actor),
  }),
  readNomination: readNomination(parts),
  readOwnBallot: readOwnBallot(parts),
  readNominationFeedback: readFeedback(parts),
  getAwardCycle: howFar(parts),
});

/** Until it is signed off its values are those of its actions and series now. */
function readNomination(parts: Parts): Queries['readNomination'] {
  return async (request, call) => {
    const { state } = await parts.store.load(nominations, idOf('nom', request.id, 'id'));
    const isWritten = state.status === 'draft' || state.status === 'proposed' || state.status === 'ineligible';
    const values = isWritten ? await valuesOf(parts, state.actions) : undefined;
    const lastValues = isWritten ? await lastValuesOf(parts, state.series) : [];
    const cycle = state.status === 'absent' ? undefined : (await parts.store.load(cycles, state.cycle)).state;
    const isClosed = cycle !== undefined && cycle.status !== 'absent' && cycle.status !== 'draft' && cycle.status !== 'open';
    return itemQuery(ITEMS.nomination, parts, {
      fold: nominationFold,
      isThere: isNominationThere,
      shown: (message, existing, actor) =>
        nominationFor(actor, existing, values ? { ...message, values, verifiedShare: verifiedShareOf(values), lastValues } : message),
      rejections,
      may: (existing, actor) => nominationActs.permissions(existing, { now: parts.clock.now(), isClosed }, BODIES, actor),
    }).readNomination(request, call);
  };
}

/** What was opened is visible once it is announced: until then nobody learns of it here. */
const UNTOLD: readonly string[] = ['BallotsAssigned', 'OutcomeDecided', 'BallotStruck'];

export const cycleHistory = (parts: Parts) =>
  itemHistory(ITEMS['award-cycle'], parts, {
    fold: cycleFold,
    isThere: isCycleThere,
    entries: ({ announcedAt }, actor) => {
      const of = { proposer: '', submitted: true, organisations: [], sponsors: new Map() };
      const shown = eventFor({ actor, relation: oversees(actor) ? 'overseer' : 'stranger', of }, language);
      return (entry, aggregate) => (announcedAt === '' && UNTOLD.includes(entry.type) ? undefined : shown(entry, aggregate));
    },
  });

export const nominationHistory = (parts: Parts) =>
  itemHistory(ITEMS.nomination, parts, {
    fold: nominationFold,
    isThere: isNominationThere,
    entries: (state, actor) => eventOfOrganisation(actor, relationToNomination(actor, state), state.city, language),
  });

/** @throws ProblemError for whom it is not: that there are ballots of others nobody learns. */
function readOwnBallot(parts: Parts): Queries['readOwnBallot'] {
  return async (request, { actor }) => {
    const id = idOf('cyc', request.cycle, 'cycle');
    const { state } = await parts.store.load(cycles, id);
    const own =
      state.status === 'absent' || state.status === 'draft'
        ? []
        : state.jury.filter(({ person, organisation }) => person === actor.person && organisation === actor.organisation);
    if (state.status === 'absent' || own.length === 0) throw notFound('Ballot', id);
    return {
      judgingUntil: endOf(state.judgingUntil),
      isOpen: isJudging(state, parts.clock.now()),
      ballots: await Promise.all(own.map(({ category }) => ballotIn(parts, { id, state, category, juror: actor.person }))),
    };
  };
}

type Own = { readonly id: CycleId; readonly state: Existing; readonly category: Category; readonly juror: string };

async function ballotIn({ store, texts }: Parts, { id, state, category, juror }: Own): Promise<OwnBallot> {
  const { state: ballot } = await store.load(ballots, ballotIdOf(juror, id, category));
  const about = { state, category, own: ballot.status === 'absent' ? undefined : ballot, juror };
  // What is still being entered is not for the jury, and what is not eligible is no more once judging has begun.
  const entered = state.status === 'open' ? [] : entriesOf(state, category).filter(isInTheField(state));
  const all = await Promise.all(entered.map(({ nomination }) => inBallot({ store, texts }, about, nomination)));
  return {
    category,
    hasAnswered: answeredBy(state, category, juror) !== undefined,
    hasVoted: about.own?.vote !== undefined,
    nominations: shuffledFor(juror, all.flat(), ({ nomination }) => nomination),
  };
}

const isInTheField =
  ({ eligible }: Existing) =>
  ({ nomination: id }: Entry): boolean =>
    eligible.length === 0 || eligible.some(({ nomination }) => nomination === id);

type Of = { readonly state: Existing; readonly category: Category; readonly own: Ballot | undefined; readonly juror: string };

async function inBallot({ store, texts }: Pick<Parts, 'store' | 'texts'>, of: Of, id: `nom_${string}`): Promise<BallotNomination[]> {
  const { state: nomination } = await store.load(nominations, id);
  if (nomination.status === 'absent' || nomination.status === 'withdrawn') return [];
  const { state, category, own, juror } = of;
  const answered = answeredBy(state, category, juror);
  const judged = judgedAs({ answered, own, isAssigned: isAssigned(state, category, juror, id) }, id);
  const isReached = judged !== 'unanswered' && judged !== 'barred';
  const is = isReached && isStruck(state, category, juror, id) ? 'struck' : judged;
  const isRead = isReadToJudge(is);
  const marks = isRead ? await lastMarks({ texts }, own, id) : [];
  const note = isRead ? ((await texts.read([nomination.note])).get(nomination.note) ?? '') : '';
  const { title, city, country, values, lastValues } = nomination;
  return [
    {
      nomination: id,
      title,
      city,
      country,
      note,
      values: isRead ? [...values] : [],
      lastValues: isRead ? [...lastValues] : [],
      state: is,
      interest: interestIn(answered, id),
      marks: [...marks],
    },
  ];
}

/** @throws ProblemError before the outcome is announced, and for others than the city and overseers. */
function readFeedback({ store, texts }: Parts): Queries['readNominationFeedback'] {
  return async (request, { actor }) => {
    const id = idOf('nom', request.nomination, 'nomination');
    const { state: nomination } = await store.load(nominations, id);
    if (nomination.status === 'absent' || !isTold(nomination) || relationToNomination(actor, nomination) === 'stranger')
      throw notFound('Nomination', id);
    const { state } = await store.load(cycles, nomination.cycle);
    if (state.status === 'absent') throw notFound('Nomination', id);
    const of = feedbackIn(state, nomination, id);
    const words = await texts.read(of.flatMap(({ notes }) => notes));
    return {
      criteria: of.map(({ notes, ...each }) => ({
        ...each,
        // By what they say, so that no order shows whose they are.
        words: notes.flatMap((note) => words.get(note) ?? []).toSorted(),
      })),
    };
  };
}

function feedbackIn(state: Existing, { category }: Nomination, id: string) {
  const opened = state.opened.find((each) => each.category === category);
  const counted = (opened?.ballots ?? []).filter(({ juror, nomination }) => !isStruck(state, category, juror, nomination));
  return feedbackOf(
    state.criteria.map(({ code }) => code),
    counted,
    id,
  );
}

function howFar({ store, clock }: Pick<Parts, 'store' | 'clock'>): Queries['getAwardCycle'] {
  return async ({ cycle }) => {
    const id = idOf('cyc', cycle, 'cycle');
    const { state, version } = await store.load(cycles, id);
    if (state.status === 'absent') throw notFound('AwardCycle', id);
    return { status: state.status, version, due: isDue(state, clock.now()), next: nextStep(state) };
  };
}
