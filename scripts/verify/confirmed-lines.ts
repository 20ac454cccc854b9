import { areAny, type Book, isAbove } from './applied-limits.ts';
import { type Context, type finding, minor, type Recorded, streamsOf } from './facts.ts';

type Check = ReturnType<typeof finding>['check'];
/** What two persons, or three, have confirmed of a line to be no payment. `payer`: '' = the statement is nobody's. `since`: when it was said. */
export type ConfirmedLine = {
  readonly user: string;
  readonly name: string;
  readonly payer: string;
  readonly currency: string;
  readonly amount: bigint;
  readonly since: string;
  readonly at: string;
  readonly time: number;
  readonly rules: number;
  readonly isOfTwo: boolean;
};
type Part = { readonly as: string; readonly amount: Recorded['data']['amount'] };
type Said = { readonly amount: bigint; readonly at: string; readonly person: string };

/** Booked as settlements, which have duties and limits of their own. */
const ELSEWHERE = ['payment', 'refund', 'claim'];
/** What takes another line back, where the bank says so. */
const isElsewhere = (as: string, { reversal = false }: Line): boolean => ELSEWHERE.includes(as) || (as === 'reversal' && reversal);
type Line = { readonly amount: Recorded['data']['amount']; readonly reversal?: boolean };
const sumOf = (amounts: readonly Recorded['data']['amount'][]): bigint => amounts.reduce((sum, each) => sum + minor(each), 0n);

/** What somebody says of an entry to be no payment; nothing where this event says nothing of it. */
function saidIn({ type, data }: Recorded, line: Line): bigint | undefined {
  const booked = line.amount;
  switch (type) {
    case 'FeeRecorded':
      return minor(booked);
    case 'EntryIgnored':
      return data.waits ? minor(booked) : undefined;
    case 'EntryLinked':
      return data.charge ? minor(data.charge) : 0n;
    case 'EntryExplained':
      return sumOf((data.parts ?? []).filter(({ as }: Part) => !isElsewhere(as, line)).map(({ amount }: Part) => amount));
    default:
      return undefined;
  }
}

/** What explains differences between the statements of a cash book, likewise. */
const confirmedGaps = (disbursement: Context): ConfirmedLine[] =>
  streamsOf(disbursement, 'csb').flatMap(([book, events]) =>
    events.flatMap((event) => {
      const { type, data, person } = event;
      if (type !== 'GapConfirmed' || data.rules === undefined) return [];
      const of = (other: Recorded['type']) => events.find((each) => each.type === other && each.data.explanation === data.explanation);
      const [said, first] = [of('GapExplained'), of('GapConfirmedOnce')];
      const difference = said?.data.difference;
      if (!difference) return [];
      const at = String(data.at ?? event.at);
      const sum = minor(difference);
      const { sponsor: payer } = events[0]?.data ?? {};
      return [
        {
          user: `${book}/${data.explanation}`,
          name: `gap ${book}/${data.explanation}`,
          payer,
          currency: difference.currency,
          amount: sum < 0n ? -sum : sum,
          since: String(said.data.at ?? said.at),
          at,
          time: Date.parse(at),
          rules: data.rules,
          isOfTwo: first !== undefined && first.person !== person && first.person !== said.person,
        },
      ];
    }),
  );

/** All lines, and gaps. Those of earlier versions, which name no edition of the limits, were not measured, and are left out. */
export const confirmedLines = (disbursement: Context): ConfirmedLine[] => [
  ...streamsOf(disbursement, 'stm').flatMap(([statement, events]) => linesOf(statement, events)),
  ...confirmedGaps(disbursement),
];

const named = (user: string) => ({ user, name: `line ${user}` });

function linesOf(statement: string, events: readonly Recorded[]): ConfirmedLine[] {
  const read: Line[] = [];
  const said = new Map<number, Said>();
  const first = new Map<number, string>();
  const lines: ConfirmedLine[] = [];
  let payer: string = events[0]?.data.owner ?? '';
  for (const event of events) {
    const { type, data, person } = event;
    if (type === 'EntriesRead') read.push(...(data.entries ?? []));
    if (type === 'StatementOwnerConfirmed') payer = data.sponsor;
    const line = read[(data.number ?? 0) - 1];
    const amount = line && saidIn(event, line);
    if (amount !== undefined) {
      said.set(data.number, { amount, at: data.at ?? event.at, person });
      first.delete(data.number);
    }
    if (type === 'EntriesConfirmedOnce')
      for (const number of data.numbers ?? []) if (said.get(number)?.person !== person) first.set(number, person);
    if (type !== 'EntriesConfirmed' || data.rules === undefined) continue;
    for (const number of data.numbers ?? []) {
      const { amount = 0n, at: since = '' } = said.get(number) ?? {};
      if (amount === 0n) continue;
      const at = String(data.at ?? event.at);
      const currency = read[number - 1]?.amount.currency ?? '';
      const isOfTwo = first.has(number) && first.get(number) !== person;
      lines.push({
        ...named(`${statement}/${number}`),
        payer,
        currency,
        amount,
        since,
        at,
        time: Date.parse(at),
        rules: data.rules,
        isOfTwo,
      });
    }
  }
  return lines;
}

/** Part of 21: what is said of a line to be no payment is confirmed by two persons above the limit, and by two always while its statement is nobody's. */
export function checkLines(disbursement: Context, book: Book, check: Check): void {
  for (const { name, payer, currency, amount, since, at, rules: named, isOfTwo } of confirmedLines(disbursement)) {
    const applied = { book, kind: 'limits', named, since, at } as const;
    const isLimited =
      payer === ''
        ? areAny(applied) || areAny({ ...applied, kind: 'dayLimits' })
        : isAbove(applied, [{ amount: String(amount), currency }], [currency]);
    check(isOfTwo || !isLimited, () => `${name} of ${amount} ${currency} is confirmed to be no payment by one person alone`);
  }
}
