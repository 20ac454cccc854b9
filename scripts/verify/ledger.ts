import type { ViewFile } from '@junkan/kit/views/files.ts';
import { draftOf } from './agreements.ts';
import { checkDaysSaid, type DayOf, daysOf } from './days.ts';
import { type Finding, finding, minor, type Recorded, type Stored, streamsOf } from './facts.ts';
import { hasSeenAll } from './money.ts';

type Posting = {
  readonly account: string;
  readonly money: { readonly amount?: string; readonly currency: string };
  readonly line?: { readonly bookedOn?: string; readonly valueDate?: string };
};
/** A posting of the raw events, with whose statements show it. */
type Line = { readonly day: string; readonly text: string; readonly amount: bigint; readonly scopes: readonly string[] };

/**
 * 20. Statements of account equal the journals: each posting once, under its day; and for each party, agreement, project, and in total, the
 * balance of every kind of account at the end of every day on which it moved. In every view of them on this host that is not behind.
 */
export function statementsOfAccountAddUp({ disbursement }: Stored, views: readonly ViewFile[]): Finding {
  const { check, result } = finding();
  const dayOf = daysOf(disbursement);
  checkDaysSaid(disbursement, check);
  const lines = [
    ...streamsOf(disbursement, 'agr').flatMap(([agreement, events]) =>
      linesOf(events, [agreement, draftOf(events)?.data.project ?? ''], dayOf),
    ),
    ...['stm', 'csb'].flatMap((prefix) => streamsOf(disbursement, prefix)).flatMap(([, events]) => linesOf(events, [], dayOf)),
  ];
  const balances = balancesOf(lines);
  for (const { label, db } of views.filter((view) => view.name === 'ledger' && hasSeenAll(view, disbursement))) {
    const postings = db.prepare('SELECT entry, day, account, amount, currency FROM posting');
    const listed = countsOf(
      readIn(postings).map(({ entry, day, account, amount, currency }) => [entry, day, account, amount, currency].join(' ')),
    );
    const recorded = countsOf(lines.map(({ text }) => text));
    for (const text of new Set([...listed.keys(), ...recorded.keys()]))
      check(
        listed.get(text) === recorded.get(text),
        () => `posting ${text} is in ${label} ${listed.get(text) ?? 0} times, and was made ${recorded.get(text) ?? 0} times`,
      );
    const shown = new Map(
      readIn(db.prepare('SELECT scope, kind, party, currency, day, amount FROM balance')).map(
        ({ scope, kind, party, currency, day, amount }) => [[scope, kind, party, currency, day].join(' '), amount],
      ),
    );
    for (const of of new Set([...shown.keys(), ...balances.keys()]))
      check(
        shown.get(of) === balances.get(of),
        () => `balance ${of} is ${shown.get(of) ?? 'missing'} in ${label}, and by its postings ${balances.get(of) ?? 'none'}`,
      );
  }
  return result();
}

type Asked = { setReadBigInts(isAsked: boolean): void; all(): Record<string, unknown>[] };
function readIn(asked: Asked): Record<string, unknown>[] {
  asked.setReadBigInts(true);
  return asked.all();
}

const countsOf = (texts: readonly string[]): Map<string, number> =>
  new Map([...Map.groupBy(texts, (text) => text)].map(([text, all]) => [text, all.length]));

/** Whose it is, and of which kind, by the parts of its name. */
function partsOf(account: string): { kind: string; party: string } {
  const [first = '', second = '', third = '', fourth = ''] = account.split('/');
  return first === 'agreement' ? { kind: third, party: fourth } : { kind: third, party: second };
}

/** `within`: of which statements they are, besides those of who they are of and of all. */
function linesOf(events: readonly Recorded[], within: readonly string[], dayOf: DayOf): Line[] {
  return events.flatMap((event) =>
    ((event.data.entry?.postings ?? []) as readonly Posting[]).map((posting) => {
      const { account, money } = posting;
      const { kind, party } = partsOf(account);
      const day = dayOf(event, posting);
      const own = [party, ''].map((scope) => `${scope} ${kind}  ${money.currency}`);
      const shared = within.map((scope) => `${scope} ${kind} ${party} ${money.currency}`);
      const text = [event.data.entry.id, day, account, minor(money), money.currency].join(' ');
      return { day, text, amount: minor(money), scopes: [...own, ...shared] };
    }),
  );
}

/** By scope, kind, party, currency and day. */
function balancesOf(lines: readonly Line[]): Map<string, bigint> {
  const balances = new Map<string, bigint>();
  const last = new Map<string, bigint>();
  for (const { day, amount, scopes } of lines.toSorted((one, other) => (one.day < other.day ? -1 : Number(one.day > other.day))))
    for (const scope of scopes) {
      const sum = (last.get(scope) ?? 0n) + amount;
      last.set(scope, sum);
      balances.set(`${scope} ${day}`, sum);
    }
  return balances;
}
