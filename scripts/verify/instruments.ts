import { cellsBefore, draftOf, isFunded, type Part, partsOf, type Share, spelt, sumOf } from './agreements.ts';
import { type Finding, finding, minor, type Recorded, type Stored, streamsOf } from './facts.ts';
import { moved } from './money.ts';

type Check = (holds: boolean, fault: () => string) => void;
type Events = readonly Recorded[];

/**
 * 34. Only money is paid: shares, parts of tranches, advances and payments are of grants, loans, equity and what is paid by results. Agreements of earlier
 * versions, which say nothing of it, counted guarantees and contributions in kind as money. What is called of a guarantee is no more than it covers, what is
 * received in kind no more than it is worth; each is recorded, accepted, reported and confirmed by different persons, is paid once, and moves no money. What was confirmed by
 * mistake two persons have undone, neither of whom confirmed it alone, and exactly.
 */
export function onlyMoneyIsPaid({ disbursement }: Pick<Stored, 'disbursement'>): Finding {
  const { check, result } = finding();
  for (const [agreement, events] of streamsOf(disbursement, 'agr')) {
    const draft = draftOf(events)?.data;
    if (!draft?.moneyAlone) continue;
    for (const share of draft.shares as Share[]) checkShare(agreement, share, events, check);
    const offers = new Map((draft.shares as Share[]).flatMap((share) => partsOf(share).map((part) => [part.offer, part] as const)));
    const drawn = drawingsIn(events);
    for (const drawing of drawn) checkDrawing(agreement, drawing, offers.get(drawing.opened.data.offer), check);
    for (const [offer, part] of offers) checkSum(agreement, offer, minor(part.amount), drawn, check);
    checkMemo(agreement, events, check);
  }
  return result();
}

function checkShare(agreement: string, share: Share, events: Events, check: Check): void {
  const { sponsor, amount } = share;
  const money = sumOf(partsOf(share).filter(isFunded));
  check(
    minor(amount) === money,
    () => `the share of ${sponsor} in ${agreement} counts ${minor(amount)} as money, and its offers of money are ${money}`,
  );
  if (money > 0n) return;
  for (const { tranche } of cellsBefore(events).filter((cell) => cell.sponsor === sponsor))
    check(false, () => `tranche ${tranche} of ${agreement} has a part of ${sponsor}, which gives no money`);
  for (const { type, data } of events.filter((event) => PAYING.includes(event.type) && event.data.sponsor === sponsor))
    check(false, () => `${type} of ${agreement} is for ${sponsor}, which gives no money (${data.payment ?? data.advance})`);
}

const PAYING: readonly Recorded['type'][] = ['AdvanceAsked', 'PaymentRequested'];

type Drawing = {
  readonly number: number;
  readonly opened: Recorded;
  readonly accepted: Recorded | undefined;
  readonly rejected: Recorded | undefined;
  readonly reports: Events;
  /** What was paid, said to be a mistake, and undone, in their order. */
  readonly payments: Events;
};

const OF_PAYMENTS: readonly Recorded['type'][] = ['ClaimPaid', 'ClaimMistakeReported', 'ClaimReversed'];
const KINDS: Readonly<Record<string, string>> = { GuaranteeCalled: 'guarantee', ReceiptRecorded: 'in-kind' };

function drawingsIn(events: Events): Drawing[] {
  const opened = events.filter(({ type }) => KINDS[type] !== undefined);
  return opened.map((event) => {
    const of = (type: Recorded['type']) => events.filter((each) => each.type === type && each.data.drawing === event.data.drawing);
    return {
      number: event.data.drawing,
      opened: event,
      accepted: of('DrawingAccepted')[0],
      rejected: of('DrawingRejected')[0],
      reports: of('ClaimReportedPaid'),
      payments: events.filter(({ type, data }) => OF_PAYMENTS.includes(type) && data.drawing === event.data.drawing),
    };
  });
}

function checkDrawing(agreement: string, drawing: Drawing, part: Part | undefined, check: Check): void {
  const { number, opened, accepted, rejected, reports } = drawing;
  const name = `drawing ${number} of ${agreement}`;
  check(part?.financing?.instrument === KINDS[opened.type], () => `${name} is ${opened.type} of an offer of another instrument`);
  check(!(accepted && rejected), () => `${name} is accepted and rejected`);
  const answer = accepted ?? rejected;
  check(answer?.person !== opened.person, () => `${name} was recorded and answered by ${opened.person}`);
  if (accepted)
    check(
      moved(accepted.data.entry) === minor(opened.data.amount),
      () => `${name} moves ${moved(accepted.data.entry)} when it is accepted`,
    );
  for (const report of reports) {
    const isAfter = accepted !== undefined && accepted.version < report.version && opened.type === 'GuaranteeCalled';
    check(isAfter, () => `${name} is reported as paid, and was not accepted before`);
    check(
      spelt(report.data.bankReference) !== '' && Boolean(report.data.document || report.data.statement),
      () => `${name} is reported without the bank’s document`,
    );
    check(
      ![opened.person, answer?.person].includes(report.person),
      () => `${name} was reported as paid by ${report.person}, who had a part in it`,
    );
  }
  checkPayments(name, [opened.person, answer?.person], drawing, check);
}

/** A call is paid once, until two persons have said that this was a mistake, and what was booked has gone back. */
function checkPayments(name: string, others: readonly (string | undefined)[], { opened, reports, payments }: Drawing, check: Check): void {
  let paid: Recorded | undefined;
  let mistake: Recorded | undefined;
  for (const event of payments) {
    const { type, person, version, data } = event;
    if (type === 'ClaimMistakeReported') {
      mistake = event;
      continue;
    }
    const report = reports.findLast((each) => each.version < version);
    const before = [...others, report?.person];
    const does = type === 'ClaimPaid' ? 'paid' : 'undone';
    check(moved(data.entry) === minor(opened.data.amount), () => `${name} moves ${moved(data.entry)} when it is ${does}`);
    if (type === 'ClaimPaid') {
      check(report !== undefined && !before.includes(person), () => `${name} was confirmed as paid by ${person} without another person`);
      check(paid === undefined, () => `${name} is paid twice`);
      paid = event;
      continue;
    }
    const isOfTwo = mistake !== undefined && mistake.version > (paid?.version ?? version) && ![...before, mistake.person].includes(person);
    check(isOfTwo, () => `${name} was undone by ${person} without another person`);
    const [back, was] = [changesOf(data.entry, -1n), changesOf(paid?.data.entry, 1n)];
    check(
      back.size === was.size && [...was].every(([account, change]) => back.get(account) === change),
      () => `${name} moves something else back than it had moved when it was paid`,
    );
    paid = undefined;
  }
}

type Entry = {
  readonly postings?: readonly { readonly account: string; readonly money: { readonly amount: string; readonly currency: string } }[];
};
const changesOf = (entry: Entry | undefined, sign: bigint): Map<string, bigint> =>
  new Map((entry?.postings ?? []).map(({ account, money }) => [`${account} ${money.currency}`, sign * minor(money)]));

function checkSum(agreement: string, offer: string, whole: bigint, drawings: readonly Drawing[], check: Check): void {
  const drawn = drawings
    .filter(({ opened, rejected }) => opened.data.offer === offer && !rejected)
    .reduce((sum, { opened }) => sum + minor(opened.data.amount), 0n);
  check(drawn <= whole, () => `${drawn} is called or received of offer ${offer} of ${agreement}, which is ${whole}`);
}

const MEMO =
  /^(sponsor|agreement|proposer)\/[^/]+\/(exposure|guaranteed|called|claims-paid|pledged-in-kind|in-kind|received-in-kind)(\/|$)/;
const OF_DRAWINGS: readonly Recorded['type'][] = ['DrawingAccepted', 'ClaimPaid', 'ClaimReversed'];

/** What is drawn is booked on accounts of its own, on which no money is. */
function checkMemo(agreement: string, events: Events, check: Check): void {
  for (const { type, data } of events.filter((event) => event.data.entry && event.type !== 'AgreementBecameEffective'))
    for (const { account } of data.entry.postings as { account: string }[])
      check(MEMO.test(account) === OF_DRAWINGS.includes(type), () => `${type} of ${agreement} is booked on ${account}`);
}
