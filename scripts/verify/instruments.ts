import { cellsBefore, draftOf, isFunded, type Part, partsOf, type Share, spelt, sumOf } from './agreements.ts';
import { type Finding, finding, minor, type Recorded, type Stored, streamsOf } from './facts.ts';
import { moved } from './money.ts';

type Check = (holds: boolean, fault: () => string) => void;
type Events = readonly Recorded[];

/**
 * 34. Only money is paid: shares, parts of tranches, advances and payments are of grants, loans, equity and what is paid by results. Agreements of earlier
 * versions, which say nothing of it, counted guarantees and contributions in kind as money. What is called of a guarantee is no more than it covers, what is
 * received in kind no more than it is worth; each is recorded, accepted, reported and confirmed by different persons, and moves no money.
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
  readonly paid: Recorded | undefined;
};

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
      paid: of('ClaimPaid')[0],
    };
  });
}

function checkDrawing(agreement: string, drawing: Drawing, part: Part | undefined, check: Check): void {
  const { number, opened, accepted, rejected, reports, paid } = drawing;
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
      spelt(report.data.bankReference) !== '' && Boolean(report.data.document),
      () => `${name} is reported without the bank’s document`,
    );
    check(
      ![opened.person, answer?.person].includes(report.person),
      () => `${name} was reported as paid by ${report.person}, who had a part in it`,
    );
  }
  if (!paid) return;
  const report = reports.findLast(({ version }) => version < paid.version);
  const before = [opened.person, answer?.person, report?.person];
  check(
    report !== undefined && !before.includes(paid.person),
    () => `${name} was confirmed as paid by ${paid.person} without another person`,
  );
  check(moved(paid.data.entry) === minor(opened.data.amount), () => `${name} moves ${moved(paid.data.entry)} when it is paid`);
}

function checkSum(agreement: string, offer: string, whole: bigint, drawings: readonly Drawing[], check: Check): void {
  const drawn = drawings
    .filter(({ opened, rejected }) => opened.data.offer === offer && !rejected)
    .reduce((sum, { opened }) => sum + minor(opened.data.amount), 0n);
  check(drawn <= whole, () => `${drawn} is called or received of offer ${offer} of ${agreement}, which is ${whole}`);
}

const MEMO =
  /^(sponsor|agreement|proposer)\/[^/]+\/(exposure|guaranteed|called|claims-paid|pledged-in-kind|in-kind|received-in-kind)(\/|$)/;
const OF_DRAWINGS: readonly Recorded['type'][] = ['DrawingAccepted', 'ClaimPaid'];

/** What is drawn is booked on accounts of its own, on which no money is. */
function checkMemo(agreement: string, events: Events, check: Check): void {
  for (const { type, data } of events.filter((event) => event.data.entry && event.type !== 'AgreementBecameEffective'))
    for (const { account } of data.entry.postings as { account: string }[])
      check(MEMO.test(account) === OF_DRAWINGS.includes(type), () => `${type} of ${agreement} is booked on ${account}`);
}
