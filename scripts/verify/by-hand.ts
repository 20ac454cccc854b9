import { spelt } from './agreements.ts';
import type { Check, Closed, Disbursement } from './coverage.ts';
import { type Recorded, streamsOf } from './facts.ts';
import { entriesIn } from './suspense.ts';

type What = 'settled' | 'returned' | 'refund' | 'claim';
/** `matter`: a payment, a recovery, or a call of a guarantee: each is once of one reference of the bank. */
type Said = { readonly matter: string; readonly what: What; readonly reference: string };
/** `account`: '' = nobody says which; then it is one of these sponsors', in this currency. */
type ByHand = Said & {
  readonly name: string;
  readonly day: string;
  readonly account: string;
  readonly sponsors: readonly string[];
  readonly currency: string;
};

/**
 * What two persons have said by hand that the bank did within what is closed, of an account whose statements reached its day by then, a line of a
 * statement was confirmed to be it. Of a refund, and of what a guarantor has paid, that is any account of its sponsor in its currency. Of days before its first
 * statement, an account is asked for those of the month that is closed. Earlier versions did not ask for that, or not for days before the first statement.
 */
export function checkByHand(disbursement: Disbursement, closings: readonly Closed[], check: Check): void {
  for (const { name, from, through, proposed, closed } of closings) {
    if (!proposed.data.allShown) continue;
    const until = (events: readonly Recorded[]): Recorded[] => events.filter(({ at }) => at < closed.at);
    const statements = streamsOf(disbursement, 'stm').map(([statement, events]) => [statement, until(events)] as const);
    const shown = new Set(statements.flatMap(([statement, events]) => shownBy(statement, events)).map(keyOf));
    const books = Map.groupBy(
      streamsOf(disbursement, 'csb').flatMap(([, events]) => enteredIn(until(events))),
      ({ account }) => account,
    );
    for (const [agreement, events] of streamsOf(disbursement, 'agr')) {
      const all = [...paymentsIn(until(events)), ...refundsIn(agreement, until(events)), ...claimsIn(agreement, until(events))];
      for (const said of all) {
        const { name: what, day, account, sponsors, currency } = said;
        const isOf = (each: Entered): boolean =>
          account === '' ? sponsors.includes(each.sponsor) && each.currency === currency : each.account === account;
        const isAskedEarly = proposed.data.allShownEarly && day >= from;
        const reaches = [...books.values()].some(
          (each) => each.some((one) => isOf(one) && (isAskedEarly || one.from <= day)) && each.some((one) => isOf(one) && day <= one.to),
        );
        check(day > through || shown.has(keyOf(said)) || !reaches, () => `${name} closed ${through}, and ${what} is on no statement`);
      }
    }
  }
}

const keyOf = ({ what, matter, reference }: Said): string => `${what} ${matter} ${spelt(reference)}`;

const SETTLEMENTS = ['payment', 'refund', 'claim'];
type Named = {
  readonly agreement?: string;
  readonly payment?: string;
  readonly recovery?: number;
  readonly drawing?: number;
  readonly direction: string;
};
function saidOf({ agreement, payment = '', recovery, drawing, direction }: Named): Omit<Said, 'reference'> {
  if (drawing) return { matter: `${agreement}/${drawing}`, what: 'claim' };
  if (recovery) return { matter: `${agreement}/${recovery}`, what: 'refund' };
  return { matter: payment, what: direction === 'credit' ? 'returned' : 'settled' };
}

/** Of which payments, refunds and claims an event says that lines are. */
function sayingsIn({ type, data }: Recorded): readonly (readonly [number: number, parts: readonly Named[]])[] {
  switch (type) {
    case 'EntriesMatched':
      return data.entries.flatMap((each: { number: number; standing: string } & Named) =>
        each.standing === 'reported' ? [[each.number, [each]]] : [],
      );
    case 'EntryLinked':
      return [[data.number, [data]]];
    case 'EntryExplained':
      return [[data.number, data.parts.filter(({ as }: { as: string }) => SETTLEMENTS.includes(as))]];
    default:
      return [];
  }
}

/** With which a line is something else, or nothing. */
const UNSAYS: readonly Recorded['type'][] = [
  ...(['EntriesReopened', 'EntryHeld', 'EntryIgnored', 'FeeRecorded', 'EntryReversed'] as const),
  ...(['FeeRefused', 'ExplanationRefused', 'DismissalRefused'] as const),
];

/** What lines of a statement are confirmed to be. */
function shownBy(statement: string, events: readonly Recorded[]): Said[] {
  const lines = entriesIn(events);
  const said = new Map<number, readonly Said[]>();
  const confirmed = new Set<number>();
  for (const event of events) {
    const { type, data } = event;
    const numbers: readonly number[] = data.numbers ?? [data.number];
    for (const number of UNSAYS.includes(type) ? numbers : []) for (const each of [said, confirmed]) each.delete(number);
    for (const [number, parts] of sayingsIn(event)) {
      const { direction = '', bankReference } = lines[number - 1] ?? {};
      const own = bankReference || `${statement.slice(4, 20).toUpperCase()}-${number}`;
      const referenceOf = (at: number): string => (parts.length > 1 ? `${own}/P${at + 1}` : own);
      said.set(
        number,
        parts.map((part, at) => ({ ...saidOf({ ...part, direction }), reference: referenceOf(at) })),
      );
      confirmed.delete(number);
    }
    for (const number of type === 'EntriesConfirmed' ? numbers : []) confirmed.add(number);
  }
  return [...confirmed].flatMap((number) => said.get(number) ?? []);
}

type Entered = {
  readonly account: string;
  readonly sponsor: string;
  readonly currency: string;
  readonly from: string;
  readonly to: string;
};
function enteredIn(events: readonly Recorded[]): Entered[] {
  const withdrawn = events.filter(({ type }) => type === 'StatementWithdrawn').map(({ data }) => data.statement);
  return events.flatMap(({ type, data: { statement, account, sponsor, currency, from = '', to = '' } }) =>
    type === 'StatementEntered' && !withdrawn.includes(statement) ? [{ account, sponsor, currency, from, to }] : [],
  );
}

/** What is said by hand of payments and not taken back, with the account from which the payment was instructed. */
function paymentsIn(events: readonly Recorded[]): ByHand[] {
  const accounts = new Map<string, string>();
  const said = new Map<string, ByHand>();
  for (const { type, data, stream } of events) {
    const { payment, payerAccount, statement, bankReference: reference, valueDate: day } = data;
    if (type === 'PaymentInstructed' && payerAccount) accounts.set(payment, payerAccount);
    if (type === 'SettlementReversed') said.delete(`settled ${payment}`);
    if (type === 'OutcomeReversed' && data.outcome === 'returned') said.delete(`returned ${payment}`);
    const what = type === 'PaymentSettled' ? 'settled' : type === 'PaymentReturned' ? 'returned' : undefined;
    const account = accounts.get(payment);
    const name = `payment ${payment} of ${stream}, ${what} on ${day} by hand,`;
    if (what && !statement && account)
      said.set(`${what} ${payment}`, { matter: payment, what, reference, name, day, account, sponsors: [], currency: '' });
  }
  return [...said.values()];
}

/** Refunds that two persons have said by hand, less those that two have said to be a mistake. */
function refundsIn(agreement: string, events: readonly Recorded[]): ByHand[] {
  const proposed = new Map<string, Recorded['data']>();
  const said = new Map<string, ByHand>();
  for (const { type, data } of events) {
    const { recovery, resolution } = data;
    const of = `${recovery}.${resolution}`;
    if (type === 'ResolutionProposed') proposed.set(of, data);
    const { kind, undoes, statement, bankReference: reference, valueDate: day, amount, credited, portions } = proposed.get(of) ?? {};
    if (type !== 'ResolutionConfirmed') continue;
    if (kind === 'reversed') said.delete(`${recovery}.${undoes}`);
    if (kind !== 'refunded' || statement) continue;
    const { currency } = credited ?? amount;
    const sponsors: string[] = portions.map(({ sponsor }: { sponsor: string }) => sponsor);
    const name = `refund ${of} of ${agreement}, received on ${day} by hand,`;
    said.set(of, { matter: `${agreement}/${recovery}`, what: 'refund', reference, name, day, account: '', sponsors, currency });
  }
  return [...said.values()];
}

/** What guarantors have paid, as two persons have said by hand, less what two have said to be a mistake. */
function claimsIn(agreement: string, events: readonly Recorded[]): ByHand[] {
  const called = new Map<number, Recorded['data']>();
  const reported = new Map<number, Recorded['data']>();
  const said = new Map<number, ByHand>();
  for (const { type, data } of events) {
    const { drawing } = data;
    if (type === 'GuaranteeCalled') called.set(drawing, data);
    if (type === 'ClaimReportedPaid') reported.set(drawing, data);
    if (type === 'ClaimReversed') said.delete(drawing);
    const { statement, bankReference: reference, valueDate: day } = reported.get(drawing) ?? {};
    const { sponsor, amount } = called.get(drawing) ?? {};
    if (type !== 'ClaimPaid' || statement || !amount) continue;
    const name = `call ${drawing} of ${agreement}, paid on ${day} by hand,`;
    said.set(drawing, {
      matter: `${agreement}/${drawing}`,
      what: 'claim',
      reference,
      name,
      day,
      account: '',
      sponsors: [sponsor],
      currency: amount.currency,
    });
  }
  return [...said.values()];
}
