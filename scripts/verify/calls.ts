import { isInGoodStanding, signatoryOf } from './awards.ts';
import { type Finding, finding, minor, type Recorded, type Stored, sha256, streamsOf } from './facts.ts';
import type { JuryFact } from './jury-figures.ts';
import { orderFollows } from './jury-order.ts';

type Events = readonly Recorded[];
type Of = Pick<Stored, 'programme'>;
// biome-ignore lint/suspicious/noExplicitAny: read as stored
type Data = any;

const dataOf = (events: Events, ...types: readonly Recorded['type'][]): Data[] =>
  events.filter(({ type }) => types.includes(type)).map(({ data }) => data);
const MIN_REVIEWS = 3;

const contentOf = (events: Events): Data => dataOf(events, 'CallDrafted', 'CallRevised').at(-1)?.content ?? {};
const lastDayOf = (events: Events): string =>
  dataOf(events, 'ReviewingProlonged').at(-1)?.judgingUntil ?? contentOf(events).judgingUntil ?? '';

/** What a reviewer has sealed of an answer last before reviews were over. */
function sealOf({ events }: Of['programme'], { call, reviewer, answer, until }: Readonly<Record<string, string>>): string {
  const sealed = events.filter(
    ({ type, data, at }) =>
      type === 'ReviewSealed' && data.call === call && data.person === reviewer && data.answer === answer && at <= `${until}T23:59:59.999Z`,
  );
  return sealed.at(-1)?.data.hash ?? '';
}

/** What keeps reviewers from answers: silence, what they have said, and what the record said of them. */
function conflictsIn(events: Events): JuryFact[] {
  const reviewers = dataOf(events, 'ReviewerAppointed').map(({ reviewer }) => String(reviewer));
  const answered = new Map(dataOf(events, 'ReviewInterestsDeclared').map((data) => [String(data.person), data]));
  const silent = reviewers.filter((each) => !answered.has(each));
  return [
    ...silent.map((juror) => ({ fact: 'conflict', juror, nomination: '', bars: 'category' })),
    ...[...answered].flatMap(([juror, { declared = [], found = [] }]) => [
      ...declared.map((nomination: string) => ({ fact: 'conflict', juror, nomination, bars: 'nomination' })),
      ...found.map(({ answer, bars }: Data) => ({ fact: 'conflict', juror, nomination: answer, bars })),
    ]),
  ];
}

/** As plain facts, of which the order is worked out by other means. */
const factsIn = (events: Events, { reviews = [] }: Data): JuryFact[] => [
  { fact: 'rule', minimum_ballots: MIN_REVIEWS, minimum_raw: '0' },
  ...(contentOf(events).criteria ?? []).map((each: Data) => ({
    fact: 'criterion',
    code: each.code,
    weight_basis_points: each.weightBasisPoints,
    tie: each.tieOrder,
  })),
  ...(dataOf(events, 'ReviewsAssigned')[0]?.eligible ?? []).map((id: string) => ({ fact: 'nomination', id, verified_share: '0' })),
  ...dataOf(events, 'ReviewerAppointed').map(({ reviewer }) => ({ fact: 'juror', id: reviewer })),
  ...conflictsIn(events),
  ...reviews.flatMap(({ reviewer, answer, marks = [] }: Data) =>
    marks.map(({ criterion, mark = 0 }: Data) => ({ fact: 'score', juror: reviewer, nomination: answer, criterion, value: mark })),
  ),
];

/** 75. Opened reviews are what was sealed, by nobody whom an interest bars, and the order of a call follows from them, computed by other means. */
export function ordersOfCallsFollow({ programme }: Of): Finding {
  const { check, result } = finding();
  for (const [call, events] of streamsOf(programme, 'cal'))
    for (const { version, data } of events.filter(({ type }) => type === 'ReviewsOpened')) {
      const before = events.filter((event) => event.version < version);
      const until = lastDayOf(before);
      const conflicts = conflictsIn(before);
      for (const { reviewer, answer, marks = [], salt = '' } of data.reviews ?? []) {
        const what = `the review of ${reviewer} on ${answer} in ${call}@${version}`;
        const written = marks.map(({ criterion, mark = 0 }: Data) => `${criterion}=${mark}`).toSorted();
        const sealed = sealOf(programme, { call, reviewer, answer, until });
        check(sealed === sha256([salt, answer, ...written].join('\n')), () => `${what} is not what was sealed`);
        const isBarred = conflicts.some(
          (each) => each['juror'] === reviewer && (each['bars'] === 'category' || each['nomination'] === answer),
        );
        check(!isBarred, () => `${what} is by somebody whom an interest bars`);
      }
      const what = `the order of ${call}@${version}`;
      orderFollows(factsIn(before, data), { what, data, judges: data.reviewers ?? [], idOf: ({ answer }) => answer }, check);
    }
  return result();
}

/**
 * 76. A call is decided by a person without another part in it, within its sum and its mandate, and what is selected was eligible on the day of its close. Who
 * reviews in it neither screens its answers, assigns its reviews nor opens them. One that is cancelled has no order, and what was handed in has ended with it.
 */
export function callsAreDecidedApart({ programme, sponsor }: Pick<Stored, 'programme' | 'sponsor'>): Finding {
  const { check, result } = finding();
  for (const [call, events] of streamsOf(programme, 'cal')) {
    const { owner = '', mandate = '' } = events[0]?.data ?? {};
    for (const { version, data } of events.filter(({ type }) => type === 'CallOpened'))
      for (const term of owner.startsWith('spo_') ? beyond(sponsor, { owner, mandate, ...data }, contentOf(events)) : [])
        check(false, () => `${call}@${version} goes beyond ${mandate} in its ${term}`);
    checkReviewers(programme, { call, events }, check);
    for (const { version } of events.filter(({ type }) => type === 'CallCancelled'))
      checkCancelled(programme, { call, version, events }, check);
    for (const { version, data, person } of events.filter(({ type }) => type === 'CallDecided')) {
      const what = `what is selected in ${call}@${version}`;
      const before = events.filter((event) => event.version < version);
      const answers = dataOf(before, 'CallEntered').map(({ answer }) => String(answer));
      for (const [part, persons] of Object.entries(partsIn(before, answers, programme)))
        check(!persons.includes(person), () => `${what} was decided by ${person}, who has ${part}`);
      const selected: Data[] = data.selected ?? [];
      const { available } = contentOf(events);
      const sum = selected.reduce((all, { amount }) => all + minor(amount), 0n);
      check(sum <= minor(available), () => `${what} asks for ${sum}, and the call has ${minor(available)}`);
      check(
        selected.every(({ amount }) => amount?.currency === available?.currency),
        () => `${what} is in another currency`,
      );
      const order: Data[] = dataOf(before, 'ReviewsOpened')[0]?.order ?? [];
      const chosen = selected.map(({ answer }) => answer);
      const last = Math.max(0, ...order.filter(({ answer }) => chosen.includes(answer)).map(({ place }) => place));
      const departs = order.some(({ answer, place }) => place < last && !chosen.includes(answer));
      check(!departs || Boolean(data.note), () => `${what} is another than the order, without a reason`);
      for (const { answer, amount } of selected)
        for (const fault of unfitAtClose(programme, events, answer, amount))
          check(false, () => `${answer}, selected in ${call}@${version}, ${fault}`);
    }
  }
  return result();
}

const BY_OTHERS: readonly Recorded['type'][] = ['ReviewsAssigned', 'ReviewsOpened', 'AnswerScreened'];

function checkReviewers(programme: Of['programme'], { call, events }: Omit<Cancelled, 'version'>, check: Check): void {
  const reviewers: string[] = dataOf(events, 'ReviewerAppointed').map(({ reviewer }) => reviewer);
  const ofAnswers = dataOf(events, 'CallEntered').flatMap(({ answer }) => programme.byStream.get(answer) ?? []);
  for (const { type, person } of [...events, ...ofAnswers].filter((each) => BY_OTHERS.includes(each.type)))
    check(!reviewers.includes(person), () => `${type} of ${call} is by ${person}, who reviews in it`);
}

type Check = ReturnType<typeof finding>['check'];
type Cancelled = { readonly call: string; readonly version: number; readonly events: Events };

function checkCancelled(programme: Of['programme'], { call, version, events }: Cancelled, check: Check): void {
  check(dataOf(events, 'ReviewsOpened').length === 0, () => `${call}@${version} was cancelled, and its reviews are opened`);
  for (const { answer } of dataOf(events, 'CallEntered')) {
    const last = programme.byStream.get(answer)?.at(-1)?.type;
    check(last === 'AnswerEnded' || last === 'AnswerWithdrawn', () => `${answer} goes on, and ${call}@${version} was cancelled`);
  }
}

/** Who has had which part in a call before it was decided. */
function partsIn(events: Events, answers: readonly string[], programme: Of['programme']): Readonly<Record<string, readonly string[]>> {
  const by = (...types: readonly Recorded['type'][]): string[] =>
    events.filter(({ type }) => types.includes(type)).map(({ person }) => person);
  return {
    'drafted it': by('CallDrafted', 'CallRevised'),
    'opened it': by('CallOpened'),
    'opened its reviews': by('ReviewsOpened'),
    'reviewed in it': dataOf(events, 'ReviewerAppointed').map(({ reviewer }) => reviewer),
    'screened in it': answers.flatMap((answer) =>
      (programme.byStream.get(answer) ?? []).filter(({ type }) => type === 'AnswerScreened').map(({ person }) => person),
    ),
  };
}

/** The terms of a mandate that a call goes beyond: those that were in force when it was opened. */
function beyond(sponsor: Stored['sponsor'], { owner, mandate, mandateRevision }: Data, content: Data): string[] {
  const events = sponsor.byStream.get(mandate) ?? [];
  const terms = events
    .filter(({ type, data }) =>
      type === 'MandatePublished' ? mandateRevision === 1 : type === 'MandateRevised' && data.revision === mandateRevision,
    )
    .map(({ data }) => data.terms)[0];
  if (!terms || events[0]?.data.sponsor !== owner) return ['sponsor'];
  const { countries = [], themes = [] } = content;
  const has = (all: readonly string[] = [], each: string): boolean => all.includes(each);
  const isWithin: Readonly<Record<string, boolean>> = {
    countries: countries.every((each: string) => has(terms.countries, each)),
    themes: (terms.themes ?? []).length === 0 || (themes.length > 0 && themes.every((each: string) => has(terms.themes, each))),
    'excluded themes':
      themes.length === 0 ? (terms.excludedThemes ?? []).length === 0 : !themes.some((each: string) => has(terms.excludedThemes, each)),
    currency: content.greatest?.currency === terms.ticketMaximum?.currency,
    'least sum': minor(content.least) >= minor(terms.ticketMinimum),
    'greatest sum': minor(content.greatest) <= minor(terms.ticketMaximum),
  };
  return Object.entries(isWithin).flatMap(([term, is]) => (is ? [] : [term]));
}

/** Why an answer was not eligible at the close of its call. */
function unfitAtClose(programme: Of['programme'], events: Events, answer: string, asked: Data): string[] {
  const own = programme.byStream.get(answer) ?? [];
  const { city = '' } = own.findLast(({ type }) => type === 'AnswerBegun')?.data ?? {};
  const { amount } = own.findLast(({ type }) => type === 'AnswerBegun' || type === 'AnswerRevised')?.data ?? {};
  const { facts = {} } = dataOf(own, 'AnswerSubmitted').at(-1) ?? {};
  const content = contentOf(events);
  const { countries = [], themes = [], readiness = 0 } = facts;
  const among = (all: readonly string[], of: readonly string[] = []): boolean => all.some((each) => of.includes(each));
  const holds: Readonly<Record<string, boolean>> = {
    'was never found eligible': dataOf(own, 'AnswerScreened').at(-1)?.eligible === true,
    'was not reviewed': (dataOf(events, 'ReviewsAssigned')[0]?.eligible ?? []).includes(answer),
    'asked for another sum': minor(amount) === minor(asked),
    'is of another country': among(countries, content.countries),
    'is of another theme': (content.themes ?? []).length === 0 || among(themes, content.themes),
    'asks for less or more than it may': minor(amount) >= minor(content.least) && minor(amount) <= minor(content.greatest),
    'was too early': readiness >= (content.minimumReadiness ?? 0),
    'was not in good standing':
      !content.declaration || isInGoodStanding(signatoryOf(programme, content.declaration, city), content.closesOn),
  };
  return Object.entries(holds).flatMap(([fault, is]) => (is ? [] : [fault]));
}
