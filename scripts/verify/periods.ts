import { createHash } from 'node:crypto';
import { checkByHand } from './by-hand.ts';
import { type Check, type Closed, checkCoverage, type Disbursement } from './coverage.ts';
import { type DayOf, dayAt, daysOf, nextDay, ZONES_MS } from './days.ts';
import { type Finding, finding, minor, type Recorded, type Stored, streamsOf } from './facts.ts';

/** With which somebody says what a bank did or what a rate is. */
const REPORTS: readonly Recorded['type'][] = [
  ...([
    'PaymentSettlementReported',
    'PaymentFailureReported',
    'PaymentReturnReported',
    'PaymentReversalReported',
    'PaymentMistakeReported',
  ] as const),
  ...(['ResolutionProposed', 'StatementImported', 'EntryLinked', 'EntryExplained', 'FeeRecorded', 'GapExplained', 'RatesEntered'] as const),
];

/** With which somebody confirms what a bank did. */
const CONFIRMS: readonly Recorded['type'][] = [
  'PaymentSettled',
  'PaymentFailed',
  'PaymentReturned',
  'SettlementReversed',
  'OutcomeReversed',
];

/** With which somebody says or confirms what a bank did of a refund or of what a guarantor has paid. */
const OF_REFUNDS: readonly Recorded['type'][] = [
  ...(['ResolutionConfirmed', 'ClaimReportedPaid', 'ClaimMistakeReported', 'ClaimPaid', 'ClaimReversed'] as const),
];

/**
 * 27. The books are closed month by month, each period once it is over, behind the one before and by two persons, of whom the second neither reported anything
 * within its days nor confirmed what a bank did; its trial balance follows from the journal entries of those days. Days at its end of which there is no
 * statement of a bank account are named in the proposal, with the reason; what was said by hand of other days is on a statement.
 */
export function periodsAreClosed({ disbursement }: Stored): Finding {
  const { check, result } = finding();
  const all = streamsOf(disbursement, 'prd').flatMap(([period, events]) => closingOf(period, events, check));
  const dayOf = daysOf(disbursement);
  // Earlier versions booked under the day of the record alone.
  const since = disbursement.events.flatMap(({ data, at }) => (data.entry?.recordedOn ? [at] : [])).toSorted()[0] ?? '~';
  const inOrder = all.toSorted((one, other) => (one.through < other.through ? -1 : 1));
  // Earlier versions named reporters alone, and let whoever had confirmed close: until the first closing that names somebody who confirmed alone.
  let namesConfirmers = false;
  // And of refunds and claims, until the first that names somebody who had a part in one alone.
  let namesOfRefunds = false;
  for (const [at, each] of inOrder.entries()) {
    const { name, from, through, proposed, closed } = each;
    const before = inOrder[at - 1]?.through;
    check(
      from === (before === undefined ? '' : nextDay(before)),
      () => `${name} begins with ${from}, and the one before ends with ${before}`,
    );
    // In the time zone of the books, which events do not say: somewhere the day was over.
    check(nextDay(through).endsWith('-01') && through < dayAt(proposed.at, ZONES_MS), () => `${name} was proposed at ${proposed.at}`);
    checkBalance(each, disbursement, dayOf, check);
    const isWithin = (day: string): boolean => day >= from && day <= through;
    // What the bank did within its days, by all who said so before it was proposed.
    const isOfBank = ({ data, at }: Recorded): boolean => at >= since && at < proposed.at && isWithin(data.valueDate || '');
    // Of its days wherever the books are kept; what says on which day of the books it was recorded, of that.
    const isRecordedWithin = ({ data, at }: Recorded): boolean => {
      const { recordedOn } = data.entry ?? {};
      return recordedOn ? isWithin(recordedOn) : isWithin(dayAt(at, -ZONES_MS)) && isWithin(dayAt(at, ZONES_MS));
    };
    const within = disbursement.events.filter((event) => isRecordedWithin(event) || isOfBank(event));
    const by = (types: readonly Recorded['type'][]) => within.filter(({ type }) => types.includes(type));
    const reporters = new Set(by(REPORTS).map(({ person }) => person));
    const named: readonly string[] = proposed.data.reportedBy ?? [];
    namesConfirmers ||= by(CONFIRMS).some(({ person }) => !reporters.has(person) && named.includes(person));
    const others = new Set(by([...REPORTS, ...CONFIRMS]).map(({ person }) => person));
    namesOfRefunds ||= by(OF_REFUNDS).some(({ person }) => !others.has(person) && named.includes(person));
    const asked = [...REPORTS, ...(namesConfirmers ? CONFIRMS : []), ...(namesOfRefunds ? OF_REFUNDS : [])];
    const reported = by(asked).find(({ person }) => person === closed.person);
    check(
      reported === undefined,
      () => `${name} was closed by ${closed.person}, who had a part in it (${reported?.type} of ${reported?.stream})`,
    );
  }
  checkCoverage(disbursement, inOrder, check);
  checkByHand(disbursement, inOrder, check);
  return result();
}

function closingOf(period: string, events: readonly Recorded[], check: Check): Closed[] {
  let waiting: Recorded | undefined;
  let closing: Closed | undefined;
  let proposals = 0;
  for (const event of events) {
    const { type, data, person } = event;
    const name = `proposal ${data.proposal} of ${period}`;
    check(closing === undefined, () => `${name} was changed (${type}) after its period was closed`);
    if (type === 'PeriodProposed') {
      proposals += 1;
      check(waiting === undefined && data.proposal === proposals, () => `${name} is the ${proposals}. of them`);
      waiting = event;
      continue;
    }
    const proposed = waiting;
    waiting = undefined;
    check(proposed?.data.proposal === data.proposal, () => `${name} is decided (${type}), and did not wait`);
    if (type !== 'PeriodClosed' || !proposed) continue;
    check(proposed.person !== person, () => `${name} was proposed and confirmed by ${person}`);
    const isSame = proposed.data.through === data.through && proposed.data.balanceHash === data.balanceHash;
    check(isSame, () => `${name} was confirmed as another one`);
    closing = { name, from: proposed.data.from ?? '', through: proposed.data.through, proposed, closed: event };
  }
  return closing ? [closing] : [];
}

/** The trial balance of the raw entries, as text and hash. */
function checkBalance({ name, through, closed, proposed }: Closed, { events }: Disbursement, dayOf: DayOf, check: Check): void {
  const sums = new Map<string, bigint>();
  for (const event of events) {
    for (const posting of event.data.entry?.postings ?? []) {
      if (dayOf(event, posting) > through) continue;
      const { account, money } = posting;
      const of = JSON.stringify([String(account).split('/')[2] ?? account, money.currency]);
      sums.set(of, (sums.get(of) ?? 0n) + minor(money));
    }
  }
  const lines = [...sums].filter(([, amount]) => amount !== 0n).map(([of, amount]) => [...(JSON.parse(of) as string[]), amount.toString()]);
  lines.sort((one, other) => (one.slice(0, 2).join(' ') < other.slice(0, 2).join(' ') ? -1 : 1));
  const text = JSON.stringify(['junkan.trial-balance.1', through, lines]);
  const hash = createHash('sha256').update(text).digest('hex');
  check(
    hash === closed.data.balanceHash,
    () => `${name} was confirmed with the hash ${closed.data.balanceHash}, and its entries come to ${text}`,
  );
  const balances = (proposed.data.balances ?? []) as readonly {
    readonly kind: string;
    readonly closing: { readonly amount?: string; readonly currency: string };
  }[];
  const shown = JSON.stringify(balances.map(({ kind, closing }) => [kind, closing.currency, minor(closing).toString()]));
  check(shown === JSON.stringify(lines), () => `${name} reports ${shown}, and its entries come to ${JSON.stringify(lines)}`);
}
