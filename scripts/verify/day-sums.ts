import { areAny, type Book, isAbove } from './applied-limits.ts';
import { type ConfirmedLine, confirmedLines } from './confirmed-lines.ts';
import { type Context, type finding, minor, type Recorded, streamsOf } from './facts.ts';

type Check = ReturnType<typeof finding>['check'];
type Key = { readonly payer: string; readonly currency: string; readonly day: string };
/** What a payment takes of a day of its payer: from when its file is approved, or it is instructed by hand, until it comes to nothing. */
type Taken = Key & { readonly amount: bigint; readonly from: number; readonly until: number; readonly user: string };
/** What is instructed by hand, a file that is approved, or a line that is confirmed to be no payment. `isOfTwo`: by two persons. `rules`: the edition that it names; 0 = none. */
type Matter = Key & {
  readonly user: string;
  readonly name: string;
  readonly amount: bigint;
  readonly since: string;
  readonly at: string;
  readonly time: number;
  readonly rules: number;
  readonly isOfTwo: boolean;
  /** A line; of the others an earlier version counted nothing while no limit applied. */
  readonly isCountedAlways?: boolean;
};
/** What was counted of a day for a payment, file or line. `besides`: all that was counted of it then for others. `freed`: when that was taken back. */
type Use = Key & {
  readonly id: string;
  readonly user: string;
  readonly amount: bigint;
  readonly besides: bigint;
  readonly time: number;
  readonly freed: number;
};

/** What was read just before something was recorded may have missed what came meanwhile. */
const MEANWHILE_MS = 60_000;
const DAY_MS = 86_400_000;
const ENDS = ['PaymentTakenFromFile', 'PaymentFailed', 'PaymentReturned'];
const timeOf = ({ data, at }: Recorded): number => Date.parse(data.at ?? at);
const isOfDay = (one: Key, { payer, currency, day }: Key): boolean => one.payer === payer && one.currency === currency && one.day === day;

/**
 * Above the limit of a day two persons approve a file, and nothing is instructed by hand. What is confirmed of lines to be no payment counts
 * likewise. Each is counted in the stream of its day before, exactly; what was paid
 * before that stream began, as no limit was in force, or was not counted by an earlier version, is added to that. What was counted is done, or counts no longer.
 */
export function checkDays(disbursement: Context, check: Check): void {
  const agreements = streamsOf(disbursement, 'agr');
  const files = filesOf(disbursement);
  const days = streamsOf(disbursement, 'dyl').map(([id, events]) => usesIn(id, events));
  const uses = days.flat().toSorted((one, other) => one.time - other.time);
  const lines = confirmedLines(disbursement).filter(({ payer }) => payer !== '');
  const matters = [...agreements.flatMap(byHand), ...files, ...lines.map(ofDay)];
  const taken = agreements.flatMap(([, events]) => takenIn(events, new Map(files.map((file) => [file.user, file])), uses));
  for (const [first, ...later] of days) {
    if (!first) continue;
    const known = besides(taken, first, first.time, first.user);
    check(
      first.besides >= known,
      () => `day ${first.id} began with ${first.besides} ${first.currency}, and ${known} were paid on it before`,
    );
    for (const each of later) check(isOfDay(each, first), () => `day ${first.id} of ${first.payer} counts what is of another day`);
  }
  const book: Book = streamsOf(disbursement, 'apr').find(([, [first]]) => first?.data.organisation === 'secretariat')?.[1] ?? [];
  const applied = ({ rules, since, at }: Matter) => ({ book, kind: 'dayLimits', named: rules, since, at }) as const;
  const isOver = (sum: bigint, matter: Matter): boolean =>
    isAbove(applied(matter), [{ amount: String(sum), currency: matter.currency }], [matter.currency]);

  for (const matter of matters) {
    const { name, day, payer, currency, amount } = matter;
    const use = useOf(matter, uses);
    if (!use) {
      const isCounted = matter.isCountedAlways || uses.some((each) => isOfDay(each, matter) && each.time < matter.time - MEANWHILE_MS);
      check(!isCounted || !areAny(applied(matter)), () => `${name} is not counted in the day ${day} of ${payer}`);
    }
    check(!use || use.amount === amount, () => `${name} is ${amount} ${currency}, and ${use?.amount} are counted of it`);
    const known = besides(taken, use ?? matter, matter.time, matter.user);
    const sum = amount + (use && use.besides > known ? use.besides : known);
    check(
      matter.isOfTwo || !isOver(sum, matter),
      () => `${name} takes the day ${day} of ${payer} to ${sum} ${currency}, by one person alone`,
    );
  }
  const doneBy = doingOf(disbursement);
  checkFreed(disbursement, uses, doneBy, check);
  checkLeft(disbursement, uses, doneBy, check);
}

function takenIn(events: readonly Recorded[], approved: ReadonlyMap<string, Matter>, uses: readonly Use[]): Taken[] {
  return events.flatMap((event) => {
    const { type, data, version } = event;
    const isByHand = type === 'PaymentInstructed' && !data.file;
    const file = type === 'PaymentPutInFile' ? approved.get(data.file) : undefined;
    const request = file || isByHand ? requestOf(event, events) : undefined;
    if (!request) return [];
    const end = events.find((each) => each.version > version && each.data.payment === data.payment && ENDS.includes(each.type));
    const { sponsor: payer, amount } = request.data;
    const { day, user, time } = file ?? { day: String(data.at ?? event.at).slice(0, 10), user: data.payment, time: timeOf(event) };
    const times = { from: time, until: end ? timeOf(end) : Number.POSITIVE_INFINITY };
    const of = { payer, currency: amount.currency, day, user };
    // By hand, under the day on which it was counted, in the time zone of the books.
    return [{ ...of, day: file ? day : (useOf({ ...of, time }, uses)?.day ?? day), amount: minor(amount), ...times }];
  });
}

const requestOf = ({ version, data }: Recorded, events: readonly Recorded[]): Recorded | undefined =>
  events.findLast((each) => each.type === 'PaymentRequested' && each.version < version && each.data.payment === data.payment);

/** What is at least paid on a day besides one thing: surely approved in a file or instructed by then, and not over. */
const besides = (taken: readonly Taken[], key: Key, time: number, own: string): bigint =>
  taken
    .filter((one) => isOfDay(one, key) && one.user !== own && one.from < time - MEANWHILE_MS && one.until > time)
    .reduce((sum, { amount }) => sum + amount, 0n);

function usesIn(id: string, events: readonly Recorded[]): Use[] {
  const used = new Map<string, bigint>();
  const uses: Use[] = [];
  for (const event of events) {
    const { type, data } = event;
    used.delete(data.user);
    if (type !== 'DayLimitUsed') {
      const last = uses.findLastIndex((use) => use.user === data.user);
      const freed = uses[last];
      if (freed) uses[last] = { ...freed, freed: timeOf(event) };
      continue;
    }
    const others = [...used.values()].reduce((sum, amount) => sum + amount, minor(data.before));
    const { payer, currency, day, user } = data;
    uses.push({
      id,
      payer,
      currency,
      day,
      user,
      amount: minor(data.amount),
      besides: others,
      time: timeOf(event),
      freed: Number.POSITIVE_INFINITY,
    });
    used.set(user, minor(data.amount));
  }
  return uses;
}

/** The last count of it before: of a file on its day, of a payment or line on that day in whichever time zone. */
const useOf = ({ user, payer, currency, day, time }: Key & Pick<Matter, 'user' | 'time'>, uses: readonly Use[]): Use | undefined =>
  uses.findLast(
    (use) =>
      use.user === user &&
      use.payer === payer &&
      use.currency === currency &&
      use.time <= time &&
      use.freed > time &&
      (!user.startsWith('pfl_') ? Math.abs(Date.parse(use.day) - Date.parse(day)) <= DAY_MS : use.day === day),
  );

function byHand([agreement, events]: [string, readonly Recorded[]]): Matter[] {
  return events.flatMap((event) => {
    const { type, data } = event;
    const request = type === 'PaymentInstructed' && !data.file ? requestOf(event, events) : undefined;
    if (!request) return [];
    const { sponsor: payer, amount, at: since = '' } = request.data;
    const at = String(data.at ?? event.at);
    const of = { payer, currency: amount.currency, day: at.slice(0, 10), amount: minor(amount), since, at, time: timeOf(event) };
    return [{ user: data.payment, name: `${data.payment} of ${agreement}, instructed by hand,`, ...of, rules: 0, isOfTwo: false }];
  });
}

function filesOf(disbursement: Context): Matter[] {
  return streamsOf(disbursement, 'pfl').flatMap(([user, events]) => {
    const of = (type: Recorded['type']) => events.find((event) => event.type === type);
    const [begun, made, approved] = [of('PaymentFileBegun'), of('PaymentFileMade'), of('PaymentFileApproved')];
    if (!begun || !made || !approved) return [];
    const { payer, currency, executionDate: day, at: since } = begun.data;
    const at = String(approved.data.at ?? approved.at);
    const isOfTwo = of('PaymentFileApprovedOnce') !== undefined;
    const facts = { amount: minor(made.data.sum), since, at, time: timeOf(approved), rules: approved.data.rules ?? 0, isOfTwo };
    return [{ user, name: `file ${user}`, payer, currency, day, ...facts }];
  });
}

const ofDay = (line: ConfirmedLine): Matter => ({ ...line, isCountedAlways: true, day: line.at.slice(0, 10) });

/** By which it was done, of a payment in whichever agreement it is. */
type Doing = (user: string) => readonly Recorded[];
function doingOf({ byStream }: Context): Doing {
  const instructed = [...byStream].flatMap(([id, events]) =>
    id.startsWith('agr_') ? events.filter(({ type }) => type === 'PaymentInstructed') : [],
  );
  const ofPayment = Map.groupBy(instructed, ({ data }) => String(data.payment));
  return (user) => {
    const [stream = '', line] = user.split('/');
    return ofPayment.get(user) ?? (byStream.get(stream) ?? []).filter((event) => isDone(event, line));
  };
}

/** `line`: its number in the statement; nothing of a file. */
const isDone = ({ type, data }: Recorded, line: string | undefined): boolean =>
  line === undefined
    ? type === 'PaymentFileApprovedOnce' || type === 'PaymentFileApproved'
    : (type === 'EntriesConfirmed' && (data.numbers ?? []).includes(Number(line))) ||
      (type === 'GapConfirmed' && data.explanation === Number(line));

/** Only what was refused counts no longer: a file that was, and what was not instructed or approved after it was counted. */
function checkFreed(disbursement: Context, uses: readonly Use[], doneBy: Doing, check: Check): void {
  for (const [id, events] of streamsOf(disbursement, 'dyl'))
    for (const event of events.filter(({ type }) => type === 'DayLimitFreed')) {
      const { user } = event.data;
      const freed = timeOf(event);
      const counted = uses.find((use) => use.id === id && use.user === user && use.freed === freed)?.time ?? 0;
      const file = disbursement.byStream.get(user) ?? [];
      const isRefused = file.some((each) => each.type === 'PaymentFileRefused' && each.at <= event.at);
      const wasDone = doneBy(user).some((each) => timeOf(each) >= counted && timeOf(each) <= freed);
      check(isRefused || !wasDone, () => `day ${id} counts ${user} no longer, and nobody has refused it`);
    }
}

/** What was counted, and neither done since nor freed, uses up its day for others. */
function checkLeft(disbursement: Context, uses: readonly Use[], doneBy: Doing, check: Check): void {
  const last = new Map(uses.map((use) => [`${use.id} ${use.user}`, use]));
  const now = Math.max(...[...disbursement.byStream.values()].flatMap((events) => events.slice(-1).map(timeOf)));
  for (const { id, user, time, freed } of last.values()) {
    const isLeft = freed === Number.POSITIVE_INFINITY && time < now - MEANWHILE_MS && !doneBy(user).some((each) => timeOf(each) >= time);
    check(!isLeft, () => `day ${id} counts ${user}, which was not done after that`);
  }
}
