import { spelt, UNDONE } from './agreements.ts';
import { checkAmountsOfPayments } from './bank-amounts.ts';
import { checkEntriesKept, checkEntriesMeant, checkEntriesOfPayments } from './entries-of-payments.ts';
import { checkReportsSaid, claimAfter } from './entries-reported.ts';
import { type Finding, finding, minor, type Recorded, type Stored, streamsOf } from './facts.ts';
import { pairsOfStatement } from './pairs-in-banking.ts';
import { checkReversals } from './reversals.ts';
import { checkAttributions, checkOwner } from './statement-owners.ts';
import { checkSuspense, entriesIn, type Read } from './suspense.ts';

const BY_ENTRY = ['PaymentSettled', ...UNDONE, 'OutcomeReversed', 'ResolutionProposed', 'ClaimReportedPaid'];
/** What an entry does to a payment, or a recovery, by which direction of money. */
const DOES: Readonly<Record<string, readonly [direction: string, does: string]>> = {
  PaymentSettled: ['debit', 'settle'],
  ResolutionProposed: ['credit', 'refund'],
  ClaimReportedPaid: ['debit', 'claim'],
};

const resolutionIn = ({ data }: Recorded): string => `${data.recovery}.${data.resolution}`;

/** The refunds that two persons have confirmed to have been a mistake. */
function undoneIn(events: readonly Recorded[]): string[] {
  const confirmed = new Set(events.filter(({ type }) => type === 'ResolutionConfirmed').map(resolutionIn));
  return events
    .filter((event) => event.type === 'ResolutionProposed' && event.data.kind === 'reversed' && confirmed.has(resolutionIn(event)))
    .map(({ data }) => `${data.recovery}.${data.undoes}`);
}

/**
 * 17. A settlement, return or refund that names an entry of a statement has its amount, currency, value date and reference (for a return, less
 * what the bank reportedly kept; where it converts, what the payment says it took or paid in, which the recorded rates of its day bear out), and names one that nobody else does; an entry
 * belongs to one statement; opening balance and booked entries add up to the closing balance, or the statement says that they do not. What is
 * booked and waits for a person is in suspense of the sponsor that owns the account; bank charges, confirmed by two persons, and what the bank
 * kept of confirmed returns are among its fees, and everything else is in neither. What a person says of an entry another confirms. What an entry has reported waits for its second person
 * while the entry says that, and no longer. A reversal takes back one entry, which no other takes back; and no more entries settle or return a
 * payment than it was, each of which says so. The owner of an account follows from its number and bank, or two persons of finance have
 * confirmed it.
 */
export function statementsAreKept({ disbursement }: Stored): Finding {
  const { check, result } = finding();
  const statements = new Map(streamsOf(disbursement, 'stm'));
  const accounts = new Map(streamsOf(disbursement, 'acc'));
  for (const [statement, events] of statements) {
    checkBalance(statement, events, check);
    checkSuspense(statement, events, check);
    checkParts(statement, events, check);
    checkOwner(statement, events, accounts, check);
  }
  checkAttributions(statements, accounts, check);
  checkReversals(statements, check);
  checkConfirmed(statements, check);
  checkPayments(statements, disbursement, check);
  checkDays(streamsOf(disbursement, 'std'), check);
  const used = new Map<string, string>();
  for (const [agreement, events] of streamsOf(disbursement, 'agr')) {
    const refused = new Set([...events.filter(({ type }) => type === 'ResolutionRefused').map(resolutionIn), ...undoneIn(events)]);
    for (const event of events.filter(({ type, data }) => BY_ENTRY.includes(type) && data.statement)) {
      const { type, data } = event;
      const name = `entry ${data.statementEntry} of ${data.statement}`;
      const entry = entriesIn(statements.get(data.statement) ?? [])[data.statementEntry - 1];
      if (type === 'SettlementReversed' || type === 'OutcomeReversed') {
        used.delete(name);
        used.delete(`${name} for payment ${data.payment} of ${agreement}`);
        continue;
      }
      const isRefund = type === 'ResolutionProposed';
      const isClaim = type === 'ClaimReportedPaid';
      if ((isRefund && refused.has(resolutionIn(event))) || (isClaim && isTakenBack(event, events))) continue;
      const of = nameOf(agreement, event);
      const amount = amountOf(event, events);
      const [direction, does] = DOES[type] ?? ['credit', 'return'];
      const part = partOf(statements.get(data.statement) ?? [], data.statementEntry, data);
      if (part) {
        check(
          entry !== undefined && entry.direction === direction && part.direction === direction && same(part.amount, amount),
          () => `${of} is ${does}${does === 'settle' ? 'd' : 'ed'} by a part of ${name}, which says something else`,
        );
        const own = `${name} for ${of}`;
        check(!used.has(own), () => `${own} is used twice`);
        if (isRefund || isClaim || type === 'PaymentSettled') used.set(own, of);
        continue;
      }
      const kept = type === 'PaymentReturned' ? keptOf(statements.get(data.statement) ?? [], data.statementEntry, amount?.currency) : 0n;
      check(
        kept >= 0n && (kept === 0n || kept < minor(amount)),
        () => `${of} is returned by ${name}, and the bank is said to have kept ${kept} of ${minor(amount)}`,
      );
      check(
        entry !== undefined &&
          entry.direction === direction &&
          minor(entry.amount) + kept === minor(amount) &&
          entry.amount?.currency === amount?.currency &&
          entry.valueDate === data.valueDate &&
          spelt(entry.bankReference || ownReference(data)) === spelt(data.bankReference),
        () => `${of} is ${does}${does === 'settle' ? 'd' : 'ed'} by ${name}, which says something else`,
      );
      const before = used.get(name);
      check(before === undefined, () => `${name} ${does}s ${before} and ${of}`);
      used.set(name, of);
    }
  }
  return result();
}

function nameOf(agreement: string, event: Recorded): string {
  const { recovery, drawing, payment } = event.data;
  if (recovery) return `recovery ${resolutionIn(event)} of ${agreement}`;
  return drawing ? `call ${drawing} of ${agreement}` : `payment ${payment} of ${agreement}`;
}

/** What the entry is to be: where the bank converts, what it took of the account, or paid in. */
function amountOf({ type, version, data }: Recorded, events: readonly Recorded[]): Read['amount'] {
  if (type === 'ResolutionProposed') return data.credited ?? data.amount;
  if (type === 'ClaimReportedPaid')
    return events.find((each) => each.type === 'GuaranteeCalled' && each.data.drawing === data.drawing)?.data.amount;
  const request = events.findLast(
    (each) => each.type === 'PaymentRequested' && each.data.payment === data.payment && each.version < version,
  );
  return data.debited ?? data.credited ?? request?.data.amount;
}

/** Whether the report of a guarantor’s payment was objected to, or undone once it was confirmed. */
const isTakenBack = (report: Recorded, events: readonly Recorded[]): boolean =>
  ['ClaimObjectedTo', 'ClaimReversed'].includes(claimAfter(report, events) ?? '');

type Check = ReturnType<typeof finding>['check'];

function checkConfirmed(statements: ReadonlyMap<string, readonly Recorded[]>, check: Check): void {
  for (const [statement, events] of statements)
    for (const { name, earlier, later } of pairsOfStatement(statement, events))
      check(earlier.person !== later.person, () => `${name} is confirmed by ${later.person}, who said what it is`);
}

function checkPayments(statements: ReadonlyMap<string, readonly Recorded[]>, disbursement: Stored['disbursement'], check: Check): void {
  const agreements = streamsOf(disbursement, 'agr');
  checkEntriesOfPayments(statements, agreements, check);
  checkEntriesMeant(statements, agreements, check);
  checkEntriesKept(statements, agreements, check);
  checkReportsSaid(statements, agreements, check);
  for (const [agreement, events] of agreements) checkAmountsOfPayments(agreement, events, disbursement, check);
}

const same = (one: Read['amount'] | undefined, other: Read['amount'] | undefined): boolean =>
  minor(one) === minor(other) && one?.currency === other?.currency;

function checkDays(days: Iterable<readonly [string, readonly Recorded[]]>, check: (holds: boolean, fault: () => string) => void): void {
  for (const [day, events] of days) {
    const keys = events.flatMap(({ data }) => (data.keys ?? []) as string[]);
    check(new Set(keys).size === keys.length, () => `an entry of ${day} is taken twice`);
  }
}

/** By what an entry is known to which the bank gave no reference: its statement, and its number there. */
const ownReference = ({ statement, statementEntry }: Recorded['data']): string =>
  `${String(statement).slice(4, 20).toUpperCase()}-${statementEntry}`;

type Part = {
  readonly as: string;
  readonly payment?: string;
  readonly recovery?: number;
  readonly drawing?: number;
  readonly amount?: Read['amount'];
  readonly direction: string;
};

/**
 * The part of an entry that is this payment or refund, where somebody has said of what the entry consists; by the last who named it, as the entry may have been said
 * to be something else once that was undone.
 */
function partOf(events: readonly Recorded[], entry: number, { payment, recovery, drawing }: Recorded['data']): Part | undefined {
  const isIt = (each: Part): boolean => {
    if (payment) return each.payment === payment;
    return drawing ? each.as === 'claim' && each.drawing === drawing : each.as === 'refund' && each.recovery === recovery;
  };
  const partIn = ({ data }: Recorded): Part | undefined => ((data.parts ?? []) as Part[]).find(isIt);
  const said = events.filter(({ type, data }) => (type === 'EntryLinked' || type === 'EntryExplained') && data.number === entry);
  const naming = said.findLast((each) => (each.type === 'EntryLinked' ? !payment || each.data.payment === payment : partIn(each)));
  return naming?.type === 'EntryExplained' ? partIn(naming) : undefined;
}

/** What the bank reportedly kept of what it returned, by the last person who linked the entry. */
function keptOf(events: readonly Recorded[], entry: number, currency: string | undefined): bigint {
  const charge = events.findLast(({ type, data }) => type === 'EntryLinked' && data.number === entry)?.data.charge;
  return charge && charge.currency === currency ? minor(charge) : 0n;
}

/** The parts of which an entry consists are the entry. */
function checkParts(statement: string, events: readonly Recorded[], check: (holds: boolean, fault: () => string) => void): void {
  const entries = entriesIn(events);
  for (const { type, data } of events) {
    if (type !== 'EntryExplained') continue;
    const entry = entries[data.number - 1];
    const sum = ((data.parts ?? []) as Part[]).reduce(
      (all, { direction, amount }) => (direction === entry?.direction ? all + minor(amount) : all - minor(amount)),
      0n,
    );
    check(
      sum === minor(entry?.amount),
      () => `the parts of entry ${data.number} of ${statement} come to ${sum}, and it is ${minor(entry?.amount)}`,
    );
  }
}

function checkBalance(statement: string, events: readonly Recorded[], check: (holds: boolean, fault: () => string) => void): void {
  const { data } = events[0] as Recorded;
  const entries = entriesIn(events);
  check(
    entries.length === (data.entries ?? 0),
    () => `statement ${statement} reports ${data.entries ?? 0} entries and has ${entries.length}`,
  );
  if (data.balance === 'cannot-be-told') return;
  const sum = entries
    .filter(({ booked }) => booked)
    .reduce((all, { direction, amount }) => (direction === 'credit' ? all + minor(amount) : all - minor(amount)), 0n);
  const differs = minor(data.closingBalance) - minor(data.openingBalance) - sum;
  check(
    differs === (data.balance === 'differs' ? minor(data.differsBy) : 0n),
    () => `statement ${statement} says that it ${data.balance}, and differs by ${differs}`,
  );
}
