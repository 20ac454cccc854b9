import { type Finding, finding, type Recorded, type Stored, sha256, streamsOf } from './facts.ts';
import { factsIn } from './jury-facts.ts';
import { orderFollows } from './jury-order.ts';

type Events = readonly Recorded[];
type Of = Pick<Stored, 'programme'>;
// biome-ignore lint/suspicious/noExplicitAny: read as stored
type Data = any;

const dataOf = (events: Events, type: Recorded['type']): Data[] => events.filter((event) => event.type === type).map(({ data }) => data);
const MIN_BALLOTS = 3;

/** The outcomes of an award, each the last of its category up to a version. */
const outcomesOf = (events: Events): Recorded[] => events.filter(({ type }) => type === 'OutcomeDecided');

/** What a juror has sealed of a nomination last before judging was over. */
function sealOf(programme: Of['programme'], { cycle, category, juror, nomination, until }: Readonly<Record<string, string>>): string {
  const sealed = programme.events.filter(
    ({ type, data, at }) =>
      type === 'BallotSealed' &&
      data.cycle === cycle &&
      data.category === category &&
      data.person === juror &&
      data.nomination === nomination &&
      at <= `${until}T23:59:59.999Z`,
  );
  return sealed.at(-1)?.data.hash ?? '';
}

/** 60. Opened ballots are what was sealed, each nomination has three, and none that counts is by somebody whom an interest bars. */
export function ballotsAreAsSealed({ programme }: Of): Finding {
  const { check, result } = finding();
  for (const [cycle, events] of streamsOf(programme, 'cyc'))
    for (const { version, data } of outcomesOf(events)) {
      const before = events.filter((event) => event.version <= version);
      const until = lastDayOf(before);
      const facts = factsIn(before, data.category);
      const barred = facts.filter(({ fact }) => fact === 'conflict');
      const struck = facts.filter(({ fact }) => fact === 'struck');
      for (const { juror, nomination, marks = [], salt = '' } of data.ballots ?? []) {
        const what = `the ballot of ${juror} on ${nomination} in ${cycle}@${version}`;
        const written = marks.map(({ criterion, mark = 0 }: Data) => `${criterion}=${mark}`).toSorted();
        const sealed = sealOf(programme, { cycle, category: data.category, juror, nomination, until });
        check(sealed === sha256([salt, nomination, ...written].join('\n')), () => `${what} is not what was sealed`);
        const isStruck = struck.some((each) => each['juror'] === juror && (each['nomination'] ?? nomination) === nomination);
        const isBarred = barred.some(
          (each) => each['juror'] === juror && (each['bars'] === 'category' || each['nomination'] === nomination),
        );
        check(isStruck || !isBarred, () => `${what} is by somebody whom an interest bars`);
      }
      for (const { nomination } of data.order ?? []) {
        const sealed = (data.ballots ?? []).filter((each: Data) => each.nomination === nomination).length;
        check(sealed >= MIN_BALLOTS, () => `${nomination} was ranked in ${cycle}@${version} by ${sealed} ballots`);
      }
    }
  return result();
}

const lastDayOf = (events: Events): string =>
  dataOf(events, 'JudgingProlonged').at(-1)?.judgingUntil ?? dataOf(events, 'AwardCycleDrafted')[0]?.judgingUntil ?? '';

/** 61. Places, points, means, levels and how firm the first is follow from the ballots, computed by other means. */
export function outcomesFollow({ programme }: Of): Finding {
  const { check, result } = finding();
  for (const [cycle, events] of streamsOf(programme, 'cyc'))
    for (const { version, data } of outcomesOf(events)) {
      const before = events.filter((event) => event.version <= version || isOfCommit(event, events, version));
      const what = `the outcome of ${data.category} in ${cycle}@${version}`;
      orderFollows(
        factsIn(before, data.category),
        { what, data, judges: data.jurors ?? [], idOf: ({ nomination }) => nomination, isReordered: Boolean(data.reordered) },
        check,
      );
    }
  return result();
}

/** What was struck is recorded with the outcome that it leads to, in one commit before it. */
const isOfCommit = (event: Recorded, _: Events, version: number): boolean => event.type === 'BallotStruck' && event.version === version - 1;

/** What events of ballots and of reviews may say. */
const TOLD = ['cycle', 'category', 'nomination', 'call', 'answer', 'kept', 'hash', 'person', 'organisation', 'at'];
/** The events that open them, and no other does. */
const OPENING: readonly Recorded['type'][] = ['OutcomeDecided', 'ReviewsOpened'];

/** 62. Before they are opened no event of any stream has a mark: ballots and reviews have a hash, and what opens them is in what opens all of them alone. */
export function marksAreSecret(stored: Stored): Finding {
  const { check, result } = finding();
  for (const [ballot, events] of [...streamsOf(stored.programme, 'bal'), ...streamsOf(stored.programme, 'rvw')])
    for (const { type, version, data } of events)
      check(
        Object.keys(data).every((field) => TOLD.includes(field)),
        () => `${type} of ${ballot}@${version} tells more than a hash`,
      );
  const salts = new Set(
    stored.programme.events.flatMap(({ type, data }) =>
      OPENING.includes(type)
        ? [...(data.ballots ?? []), ...(data.votes ?? []), ...(data.reviews ?? [])].map(({ salt }: Data) => String(salt))
        : [],
    ),
  );
  if (salts.size === 0) return result();
  for (const { events } of Object.values(stored))
    for (const { type, stream, version, data } of events) {
      if (OPENING.includes(type)) continue;
      const said = JSON.stringify(data).match(/[0-9a-f]{32}/g) ?? [];
      check(!said.some((each) => salts.has(each)), () => `${type} of ${stream}@${version} tells how a ballot is opened`);
    }
  return result();
}

/** 63. Who is awarded was eligible, and admitted and not suspended at the close of the call and on the day of the announcement, and another announces than who decided. */
export function awardsAreDeserved({ programme }: Of): Finding {
  const { check, result } = finding();
  for (const [cycle, events] of streamsOf(programme, 'cyc'))
    for (const { data, at, version, person } of events.filter(({ type }) => type === 'OutcomeAnnounced')) {
      const before = events.filter((event) => event.version < version);
      const { declaration = '', closesOn = '' } = dataOf(before, 'AwardCycleDrafted')[0] ?? {};
      const eligible = (dataOf(before, 'BallotsAssigned')[0]?.eligible ?? []).map(({ nomination }: Data) => nomination);
      const deciders = before.filter(({ type }) => type === 'OutcomeDecided').map((event) => event.data.by);
      check(!deciders.includes(person), () => `${cycle}@${version} was decided and announced by ${person}`);
      const prized = (data.results ?? []).filter(({ result: is }: Data) => is === 'awarded' || is === 'commended');
      for (const { nomination, result: is } of prized) {
        const what = `${nomination}, ${is} in ${cycle}@${version},`;
        check(eligible.includes(nomination), () => `${what} was not eligible`);
        const own = programme.byStream.get(nomination) ?? [];
        check(
          dataOf(own, 'NominationScreened').some((each) => each.eligible === true),
          () => `${what} was never found eligible`,
        );
        const city = dataOf(own, 'NominationBegun').at(-1)?.city ?? '';
        const signatory = signatoryOf(programme, declaration, city);
        for (const day of [closesOn, at.slice(0, 10)])
          check(isInGoodStanding(signatory, day), () => `${what} was not in good standing on ${day}`);
      }
    }
  return result();
}

export const signatoryOf = (programme: Of['programme'], declaration: string, city: string): Events =>
  streamsOf(programme, 'sgn')
    .map(([, events]) => events)
    .find(([first]) => first?.data.declaration === declaration && first.data.city === city) ?? [];

/** Days are those of the city, of which a day in UTC is one or the next. */
export function isInGoodStanding(events: Events, day: string): boolean {
  const days = events.flatMap(({ type, data, at }) =>
    STANDING[type] === undefined ? [] : [{ is: STANDING[type], on: String(data.on ?? at.slice(0, 10)) }],
  );
  const until = days.filter(({ on }) => on <= day).at(-1);
  const next = days.find(({ on }) => on > day);
  return until?.is === true || (until === undefined && next?.is === true && next.on <= dayAfter(day));
}

const STANDING: Readonly<Partial<Record<string, boolean>>> = {
  SignatoryAdmitted: true,
  SignatoryReinstated: true,
  SignatorySuspended: false,
  SignatoryWithdrew: false,
  SignatoryLapsed: false,
};
const dayAfter = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

/** 64. A prize is taken back with its reason, by another person than who has proposed it, once the city was heard or its days are over. */
export function withdrawnPrizesWereHeard({ programme }: Of): Finding {
  const { check, result } = finding();
  for (const [nomination, events] of streamsOf(programme, 'nom'))
    for (const { version, data, at, person } of events.filter(({ type }) => type === 'PrizeWithdrawn')) {
      const what = `the prize of ${nomination}@${version}`;
      const before = events.filter((event) => event.version < version);
      const proposed = before.findLast(({ type }) => type === 'PrizeWithdrawalProposed');
      const since = proposed?.version ?? 0;
      const isAnswered = before.some((event) => event.type === 'PrizeWithdrawalAnswered' && event.version > since);
      check(Boolean(data.note) && Boolean(proposed?.data.note), () => `${what} was taken back without a reason`);
      check(proposed !== undefined && proposed.person !== person, () => `${what} was taken back by one person`);
      check(isAnswered || at > (proposed?.data.due ?? '~'), () => `${what} was taken back before the city was heard`);
    }
  return result();
}
