import type { DifferenceKind } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import { type Finding, finding, minor, type Recorded, type Stored, streamsOf } from './facts.ts';
import { BOOKED_TO, entriesIn } from './suspense.ts';

type Money = { readonly amount?: string; readonly currency: string };
type Check = (holds: boolean, fault: () => string) => void;
type Streams = ReadonlyMap<string, readonly Recorded[]>;
/** A statement as its own stream has it: what it opens and closes with, and its lines by the day on which the bank booked them. */
type Told = {
  readonly statement: string;
  readonly page: string;
  readonly from: string;
  readonly to: string;
  readonly opening: bigint | undefined;
  readonly closing: bigint | undefined;
  readonly lines: readonly { readonly day: string; readonly amount: bigint; readonly isRepeated: boolean }[];
};

const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((all, each) => all + each, 0n);
const opens = ({ opening, closing, lines }: Told): bigint => opening ?? (closing ?? 0n) - sum(lines.map(({ amount }) => amount));

/**
 * 35. The cash of a bank account in the journal is the opening balance of its first statement, every line that its statements book, each once,
 * and the differences that two persons have accepted. At the end of each statement that is its closing balance, but for differences between
 * statements that are open. No period was closed over one.
 */
export function cashIsInTheBooks({ disbursement }: Stored): Finding {
  const { check, result } = finding();
  const statements: Streams = new Map(streamsOf(disbursement, 'stm'));
  const entered = new Map<string, string>();
  for (const [book, events] of streamsOf(disbursement, 'csb')) {
    const [first] = events;
    const of = `sponsor/${first?.data.sponsor}/bank/${first?.data.account} ${first?.data.currency}`;
    const own = bookedBy(events).get(of) ?? 0n;
    const within = statementsIn(events);
    for (const statement of within) {
      check(!entered.has(statement), () => `${statement} is in the cash books ${entered.get(statement)} and ${book}`);
      entered.set(statement, book);
    }
    const told = within.map((id) => toldBy(id, statements.get(id) ?? [], String(first?.data.currency ?? '')));
    const ordered = inOrder(told);
    const accepted = acceptedIn(book, events, ordered, check);
    const [earliest] = ordered;
    const opening = earliest ? opens(earliest) : 0n;
    check(
      own === opening + sum([...accepted.values()]),
      () => `${book} has booked ${own}, and its opening balance and what was accepted are ${opening + sum([...accepted.values()])}`,
    );
    checkNamed(book, String(first?.data.sponsor), events, accepted, check);
    const lines = sum(told.flatMap((each) => each.lines.flatMap(({ amount, isRepeated }) => (isRepeated ? [] : [amount]))));
    const booked = sum(within.map((id) => bookedBy(statements.get(id) ?? []).get(of) ?? 0n));
    check(booked === lines, () => `the statements of ${book} have booked ${booked} of cash, and their lines come to ${lines}`);
    checkBalances(book, ordered, accepted, check);
  }
  for (const [statement, events] of statements) {
    const owner = events.findLast(({ type }) => type === 'StatementOwnerConfirmed')?.data ?? events[0]?.data;
    const isMatched = events.some(({ type }) => type === 'EntriesMatched') || !(events[0]?.data.entries > 0);
    check(
      !owner?.cashAccount || !isMatched || entered.has(statement),
      () => `${statement} is of ${owner?.cashAccount}, and in no cash book`,
    );
  }
  checkClosings(disbursement, statements, check);
  return result();
}

/** The statements that are in a book at the end of these events. */
function statementsIn(events: readonly Recorded[]): string[] {
  const within = new Set<string>();
  for (const { type, data } of events) {
    if (type === 'StatementEntered') within.add(data.statement);
    if (type === 'StatementWithdrawn') within.delete(data.statement);
  }
  return [...within];
}

/** What events have booked, by account and currency. */
function bookedBy(events: readonly Recorded[]): ReadonlyMap<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const { data } of events)
    for (const { account, money } of data.entry?.postings ?? []) {
      const of = `${account} ${money.currency}`;
      sums.set(of, (sums.get(of) ?? 0n) + minor(money));
    }
  return sums;
}

function toldBy(statement: string, events: readonly Recorded[], currency: string): Told {
  const { from = '', to = '', page = '', openingBalance, closingBalance } = events[0]?.data ?? {};
  const repeated = new Set(
    events
      .filter(({ type }) => type === 'EntriesMatched')
      .flatMap(({ data }) => (data.entries ?? []) as { number: number; standing: string }[])
      .flatMap(({ number, standing }) => (standing === 'repeated' ? [number] : [])),
  );
  const read = entriesIn(events);
  const imported = events[0]?.at.slice(0, 10) ?? '';
  const lines = read.flatMap(({ amount, direction, booked, bookedOn, valueDate }, at) => {
    if (!booked || amount?.currency !== currency) return [];
    // It is in no balance before the first of its statement.
    const own = bookedOn || valueDate || to || imported;
    const [, day = own] = [from, own].toSorted();
    return [{ day, amount: direction === 'credit' ? minor(amount) : -minor(amount), isRepeated: repeated.has(at + 1) }];
  });
  const days = lines.map(({ day }) => day).toSorted();
  const balance = (money: Money | undefined) => (money ? minor(money) : undefined);
  return {
    statement,
    page,
    from: from || days[0] || to,
    to: to || days.at(-1) || imported,
    opening: balance(openingBalance),
    closing: balance(closingBalance),
    lines,
  };
}

/** Other statements contained all of it before. */
const isContained = ({ lines }: Told): boolean => lines.length > 0 && lines.every(({ isRepeated }) => isRepeated);

/** By their days and pages; several of the same days as their balances follow on each other. */
function inOrder(told: readonly Told[]): Told[] {
  const key = ({ from, to, page }: Told): string => `${from} ${to} ${page.padStart(9, '0')}`;
  const sorted = told.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
  return [...Map.groupBy(sorted, ({ from, to }) => `${from} ${to}`).values()].flatMap((alike) => {
    const left = [...alike];
    const chain: Told[] = [];
    while (left.length > 0) {
      const last = chain.at(-1);
      const next = left.find(({ opening }) =>
        last
          ? opening !== undefined && opening === last.closing
          : left.every(({ closing }) => closing === undefined || closing !== opening),
      );
      const [chosen] = left.splice(next ? left.indexOf(next) : 0, 1);
      if (chosen) chain.push(chosen);
    }
    return chain;
  });
}

/** The differences that show at each statement: what it opens with more than the one before closed with, and closes with more than its lines. */
function differencesOf(ordered: readonly Told[]): Map<string, bigint> {
  const found = new Map<string, bigint>();
  let reached: bigint | undefined;
  let before: Told | undefined;
  for (const each of ordered) {
    // What a statement repeats is in its own balances, also where it is of a day before its first.
    const twice = (lines: Told['lines'], from = ''): bigint =>
      sum(lines.flatMap(({ isRepeated, day, amount }) => (isRepeated && day >= from ? [amount] : [])));
    const overlap = before !== undefined && each.from <= before.to ? twice(each.lines) + twice(before.lines, each.from) : 0n;
    const expected = (reached ?? opens(each)) - overlap;
    const start = each.opening ?? expected;
    const end = start + sum(each.lines.map(({ amount }) => amount));
    if (start !== expected && !isContained(each)) found.set(`opening-differs.${each.statement}`, start - expected);
    if (each.closing !== undefined && each.closing !== end) found.set(`sum-differs.${each.statement}`, each.closing - end);
    if (!before || each.to > before.to || (each.to === before.to && !isContained(each))) [reached, before] = [each.closing ?? end, each];
  }
  return found;
}

/** The differences that two persons have accepted, and that are still the same. */
function acceptedIn(book: string, events: readonly Recorded[], ordered: readonly Told[], check: Check): Map<string, bigint> {
  const differences = differencesOf(ordered);
  const accepted = new Map<string, bigint>();
  for (const { type, data, person } of events) {
    if (type !== 'GapConfirmed') continue;
    const said = events.find((each) => each.type === 'GapExplained' && each.data.explanation === data.explanation);
    check(said !== undefined && said.person !== person, () => `explanation ${data.explanation} of ${book} is of ${person} alone`);
    const entered = events.find((each) => each.type === 'StatementEntered' && each.data.statement === said?.data.statement);
    check(
      data.rules === undefined || entered?.person !== person,
      () => `explanation ${data.explanation} of ${book} is confirmed by ${person}, who entered the statement`,
    );
    if (!said) continue;
    const key = `${said.data.kind}.${said.data.statement}`;
    const difference = differences.get(key);
    if (difference !== undefined && difference === minor(said.data.difference)) accepted.set(key, difference);
  }
  return accepted;
}

/** To which account of the sponsor an accepted difference is booked: as a part of a line that is the same. */
const bookedTo = (as: DifferenceKind | ''): string => (as === '' ? 'suspense' : BOOKED_TO[as]);

/** Each accepted difference is where two persons have said that it belongs; what an earlier version accepted is in suspense. */
function checkNamed(book: string, sponsor: string, events: readonly Recorded[], accepted: ReadonlyMap<string, bigint>, check: Check): void {
  const said = (gap: string): DifferenceKind | '' =>
    events.findLast(({ type, data }) => type === 'GapExplained' && `${data.kind}.${data.statement}` === gap && isAccepted(data, events))
      ?.data.as ?? '';
  const byAccount = Map.groupBy(accepted, ([gap]) => bookedTo(said(gap)));
  const booked = bookedBy(events);
  for (const account of new Set([...Object.values(BOOKED_TO), 'suspense'])) {
    const of = `sponsor/${sponsor}/${account}`;
    const [is, should] = [
      sum([...booked].flatMap(([each, amount]) => (each.startsWith(`${of} `) ? [amount] : []))),
      -sum((byAccount.get(account) ?? []).map(([, amount]) => amount)),
    ];
    check(is === should, () => `${book} has booked ${is} to ${of}, and what was accepted as that is ${should}`);
  }
}

const isAccepted = ({ explanation }: Recorded['data'], events: readonly Recorded[]): boolean =>
  events.some(({ type, data }) => type === 'GapConfirmed' && data.explanation === explanation);

/** At the end of each statement the books have its closing balance, less what of the differences so far nobody has accepted. */
function checkBalances(book: string, ordered: readonly Told[], accepted: ReadonlyMap<string, bigint>, check: Check): void {
  const [first] = ordered;
  if (!first) return;
  const open = [...differencesOf(ordered)].filter(([key]) => !accepted.has(key));
  const unaccepted = (until: number): bigint =>
    sum(open.flatMap(([key, amount]) => (ordered.findIndex(({ statement }) => key.endsWith(statement)) <= until ? [amount] : [])));
  for (const [at, { statement, to, closing }] of ordered.entries()) {
    const isContinued = ordered.some((other, place) => place > at && other.from <= to);
    if (closing === undefined || isContinued || isContained(ordered[at] as Told)) continue;
    const lines = sum(
      ordered.flatMap((each) => each.lines.flatMap(({ day, amount, isRepeated }) => (day <= to && !isRepeated ? [amount] : []))),
    );
    const kept = sum(
      [...accepted].flatMap(([key, amount]) => (ordered.findIndex((each) => key.endsWith(each.statement)) <= at ? [amount] : [])),
    );
    const ledger = opens(first) + lines + kept;
    check(
      ledger + unaccepted(at) === closing,
      () => `at the end of ${statement} the cash of ${book} is ${ledger}, and the bank has ${closing}`,
    );
  }
}

/** When books were closed through a day, every difference until then had been accepted. */
function checkClosings(disbursement: Stored['disbursement'], statements: Streams, check: Check): void {
  const closings = disbursement.events.filter(({ type }) => type === 'PeriodClosed');
  for (const [book, events] of streamsOf(disbursement, 'csb')) {
    const currency = String(events[0]?.data.currency ?? '');
    for (const { data, at } of closings) {
      const until = events.filter((event) => event.at < at);
      const ordered = inOrder(statementsIn(until).map((id) => toldBy(id, statements.get(id) ?? [], currency)));
      const accepted = acceptedIn(book, until, ordered, () => undefined);
      const open = [...differencesOf(ordered)].find(
        ([key]) => !accepted.has(key) && ordered.some(({ statement, to }) => key.endsWith(statement) && to <= data.through),
      );
      check(open === undefined, () => `the books were closed through ${data.through} over ${open?.[0]} of ${book}`);
    }
  }
}
