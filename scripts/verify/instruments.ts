import { cellsBefore, draftOf, isFunded, partsOf, type Share, sumOf } from './agreements.ts';
import { type Finding, finding, minor, type Recorded, type Stored, streamsOf } from './facts.ts';

type Check = (holds: boolean, fault: () => string) => void;
type Events = readonly Recorded[];

/**
 * 34. Only money is paid: shares, parts of tranches, advances and payments are of grants, loans, equity and what is paid by results. Agreements of earlier
 * versions, which say nothing of it, counted guarantees and contributions in kind as money.
 */
export function onlyMoneyIsPaid({ disbursement }: Pick<Stored, 'disbursement'>): Finding {
  const { check, result } = finding();
  for (const [agreement, events] of streamsOf(disbursement, 'agr')) {
    const draft = draftOf(events)?.data;
    if (!draft?.moneyAlone) continue;
    for (const share of draft.shares as Share[]) checkShare(agreement, share, events, check);
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
