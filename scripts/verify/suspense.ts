import { minor, type Recorded } from './facts.ts';

type Check = (holds: boolean, fault: () => string) => void;
type Read = {
  readonly amount?: { readonly amount?: string; readonly currency: string };
  readonly direction: string;
  readonly booked?: boolean;
};

const WAITING = ['returns', 'held', 'suggested', 'unmatched', 'charged', 'dismissed'];

/** What one person says of an entry, and a second confirms or refuses. */
const SAID: Readonly<Record<string, { readonly as: string; readonly becomes: string }>> = {
  charged: { as: 'a charge', becomes: 'fee' },
  dismissed: { as: 'of no payment', becomes: 'ignored' },
};
const REFUSED: Readonly<Record<string, { readonly standing: string; readonly as: string }>> = {
  FeeRefused: { standing: 'charged', as: 'a charge' },
  DismissalRefused: { standing: 'dismissed', as: 'of no payment' },
};

/** What the journal entries of a statement come to is what its entries stand as: those in suspense, and the charges of the bank; what is one, or of no payment, two persons say. */
export function checkSuspense(statement: string, events: readonly Recorded[], check: Check): void {
  const decided = events.findLast(({ type }) => type === 'StatementOwnerConfirmed');
  const owner: string = decided?.data.sponsor ?? events[0]?.data.owner ?? '';
  const entries = events.filter(({ type }) => type === 'EntriesRead').flatMap(({ data }) => (data.entries ?? []) as Read[]);
  const standing = standingsOf(statement, events, check);
  const expected = new Map<string, bigint>();
  const add = (sums: Map<string, bigint>, account: string, amount: bigint, currency: string) => {
    const of = `${account} ${currency}`;
    sums.set(of, (sums.get(of) ?? 0n) + amount);
  };
  for (const [at, { amount, direction, booked }] of entries.entries()) {
    const is = standing.get(at + 1) ?? '';
    const charge =
      is === 'confirmed' ? events.findLast(({ type, data }) => type === 'EntryLinked' && data.number === at + 1)?.data.charge : undefined;
    if (owner !== '' && charge) {
      add(expected, `sponsor/${owner}/fees`, minor(charge), charge.currency);
      add(expected, `sponsor/${owner}/bank`, -minor(charge), charge.currency);
    }
    const kind = is === 'fee' ? 'fees' : WAITING.includes(is) ? 'suspense' : '';
    if (owner === '' || !booked || kind === '') continue;
    const left = direction === 'debit' ? minor(amount) : -minor(amount);
    add(expected, `sponsor/${owner}/${kind}`, left, amount?.currency ?? '');
    add(expected, `sponsor/${owner}/bank`, -left, amount?.currency ?? '');
  }
  const booked = new Map<string, bigint>();
  for (const { data } of events)
    for (const { account, money } of data.entry?.postings ?? []) add(booked, account, minor(money), money.currency);
  for (const of of new Set([...expected.keys(), ...booked.keys()])) {
    const [is, should] = [booked.get(of) ?? 0n, expected.get(of) ?? 0n];
    check(is === should, () => `statement ${statement} has booked ${is} to ${of}, and its entries come to ${should}`);
  }
}

/** The status of each entry, by its number. */
function standingsOf(statement: string, events: readonly Recorded[], check: Check): ReadonlyMap<number, string> {
  const standing = new Map<number, string>();
  const saidBy = new Map<number, string>();
  for (const { type, data, person } of events) {
    if (type === 'EntriesMatched') for (const each of data.entries ?? []) standing.set(each.number, each.standing);
    if (type === 'EntryLinked') standing.set(data.number, 'reported');
    if (type === 'EntryIgnored') standing.set(data.number, data.waits ? 'dismissed' : 'ignored');
    if (type === 'EntryHeld') standing.set(data.number, 'held');
    if (type === 'FeeRecorded') standing.set(data.number, 'charged');
    if (type === 'FeeRecorded' || type === 'EntryIgnored') saidBy.set(data.number, person);
    const refused = REFUSED[type];
    if (refused) {
      const said = saidBy.get(data.number);
      check(
        standing.get(data.number) === refused.standing && said !== person && person === data.by,
        () =>
          `entry ${data.number} of ${statement} is refused as ${refused.as} by ${person}, ${said === person ? 'who said so' : 'and nobody said so'}`,
      );
      standing.set(data.number, 'held');
    }
    if (type === 'EntriesReopened') for (const number of data.numbers ?? []) standing.set(number, 'held');
    if (type !== 'EntriesConfirmed') continue;
    for (const number of data.numbers ?? []) {
      const said = SAID[standing.get(number) ?? ''];
      check(!said || saidBy.get(number) !== person, () => `entry ${number} of ${statement} is ${said?.as} by ${person} alone`);
      standing.set(number, said?.becomes ?? 'confirmed');
    }
  }
  return standing;
}
