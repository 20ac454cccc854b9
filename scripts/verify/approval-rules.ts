import { areLooserThanBefore, type Book, isAbove, proposalOf, wereInForce } from './applied-limits.ts';
import { amountsOfOffer, givenUp, type Money, offeredBy, wholeOfPayment } from './approval-measures.ts';
import { checkLines } from './confirmed-lines.ts';
import { type Finding, finding, minor, type Recorded, type Stored, streamsOf } from './facts.ts';

type Check = (holds: boolean, fault: () => string) => void;

/**
 * 21. Two persons stand behind every limit, and above the limits of its time behind every approval of a payment or an offer, and behind what is
 * given up of money that has to come back, and behind what is said of the line of a statement to be no payment. What is compared with a limit is the whole matter: the cell of a payment, all that one side gives up of a
 * recovery, all offers of a sponsor in a round. An approval says what it compared (`measured`), by which those of earlier versions are told apart. A currency
 * without a limit has one of zero; looser limits apply once they have cooled, and to nothing that was requested before.
 */
export function limitsAreKept({ disbursement, matching }: Stored): Finding {
  const { check, result } = finding();
  for (const [rules, events] of streamsOf(disbursement, 'apr')) checkRules(rules, events, check);
  const books = new Map(streamsOf(disbursement, 'apr').map(([, events]): [string, Book] => [events[0]?.data.organisation, events]));
  const rulesOf = (organisation: string): Book => books.get(organisation) ?? [];
  for (const [agreement, events] of streamsOf(disbursement, 'agr')) {
    for (const approval of events.filter(({ type }) => type === 'PaymentApproved' || type === 'PaymentApprovedOnce'))
      checkApproval(
        { name: `${approval.data.payment} of ${agreement}`, ...paymentIn(events, approval), rules: rulesOf('secretariat') },
        check,
      );
    for (const confirmation of events.filter(isLimitedConfirmation)) {
      const { recovery, resolution } = confirmation.data;
      const { sponsor, ...confirmed } = resolutionIn(events, confirmation);
      checkApproval(
        {
          name: `resolution ${resolution} of recovery ${recovery} of ${agreement}`,
          ...confirmed,
          rules: rulesOf(sponsor || 'secretariat'),
        },
        check,
      );
    }
  }
  for (const [funding, events] of streamsOf(matching, 'fnd'))
    for (const approval of events.filter(({ type }) => type === 'OfferApproved' || type === 'OfferApprovedOnce')) {
      const { sponsor, ...approved } = offerIn(events, approval);
      checkApproval({ name: `${approval.data.offer} of ${funding}`, ...approved, rules: rulesOf(sponsor) }, check);
    }
  checkLines(disbursement, rulesOf('secretariat'), check);
  return result();
}

type Approved = {
  readonly name: string;
  readonly approval: Recorded;
  readonly first: Recorded | undefined;
  /** What is compared with the limits. An approval that names no such sum is of an earlier version, which compared what was approved, and no more. */
  readonly amounts: readonly (Money | undefined)[];
  /** The currencies of what is approved: a limit in one of them is enough. */
  readonly own: readonly string[];
  /** From its request to its approval. */
  readonly since: string;
  readonly at: string;
  readonly rules: Book;
};
type Found = Omit<Approved, 'name' | 'rules'>;

const isOfWhole = ({ data }: Recorded): boolean => data.measured !== undefined;

function paymentIn(events: readonly Recorded[], approval: Recorded): Found {
  const earlier = events.filter(({ version, data }) => version < approval.version && data.payment === approval.data.payment);
  const request = earlier.findLast(({ type }) => type === 'PaymentRequested');
  const first = earlier.findLast(({ type, version }) => type === 'PaymentApprovedOnce' && version > (request?.version ?? 0));
  const piece = request?.data.partWhole ?? request?.data.amount;
  const amounts = [isOfWhole(approval) ? wholeOfPayment(events, approval) : piece];
  return { approval, first, amounts, own: currenciesOf(amounts), since: request?.data.at ?? '', at: approval.data.at };
}

/** What is refunded goes by the bank's statement; where it is given up, a confirmation names its limits since there are any for it. */
const isLimitedConfirmation = ({ type, data }: Recorded): boolean =>
  type === 'ResolutionConfirmedOnce' || (type === 'ResolutionConfirmed' && data.rules !== undefined);

function resolutionIn(events: readonly Recorded[], approval: Recorded): Found & { readonly sponsor: string } {
  const { recovery, resolution, at } = approval.data;
  const own = events.filter(({ data }) => data.recovery === recovery && data.resolution === resolution);
  const proposed = own.find(({ type }) => type === 'ResolutionProposed');
  const first = own.find(({ type, version }) => type === 'ResolutionConfirmedOnce' && version < approval.version);
  const amount = proposed && isOfWhole(approval) ? givenUp(events, approval, proposed) : proposed?.data.amount;
  const since = proposed?.data.at ?? '';
  return { approval, first, amounts: [amount], own: currenciesOf([amount]), since, at, sponsor: proposed?.data.sponsor ?? '' };
}

/** What is approved are the terms that were proposed or countered last. */
function offerIn(events: readonly Recorded[], approval: Recorded): Found & { readonly sponsor: string } {
  const earlier = events.filter(({ version, data }) => version < approval.version && data.offer === approval.data.offer);
  const sponsor = earlier.find(({ type }) => type === 'OfferProposed')?.data.sponsor ?? '';
  const first = earlier.findLast(({ type }) => type === 'OfferApprovedOnce');
  const amounts = isOfWhole(approval) ? offeredBy(events, approval.version, sponsor) : amountsOfOffer(earlier);
  const since = earlier.findLast(({ type }) => type === 'OfferAccepted')?.data.at ?? '';
  return { approval, first, amounts, own: currenciesOf(amountsOfOffer(earlier)), since, at: approval.data.at ?? approval.at, sponsor };
}

const currenciesOf = (amounts: readonly (Money | undefined)[]): string[] => amounts.flatMap((amount) => (amount ? [amount.currency] : []));

/** Looser limits cool, at least for a day, which is the least that the settings allow. */
const DAY_MS = 86_400_000;

function checkRules(rules: string, events: readonly Recorded[], check: Check): void {
  for (const event of events) {
    const { type, person, data } = event;
    check(person === data.by, () => `${type} of ${rules} says ${data.by}, but ${person} acted`);
    if (type !== 'LimitsApproved') continue;
    const proposed = proposalOf(events, data.proposal);
    const cools = data.effectiveFrom !== undefined && areLooserThanBefore(events, event);
    check(
      !cools || Date.parse(data.effectiveFrom) - Date.parse(data.at) >= DAY_MS,
      () =>
        `limits ${data.proposal} of ${rules} are looser than those before, and apply from ${data.effectiveFrom}, approved at ${data.at}`,
    );
    check(
      proposed !== undefined && proposed.person !== person,
      () => `limits ${data.proposal} of ${rules} were proposed by ${proposed?.person ?? 'nobody'} and approved by ${person}`,
    );
  }
}

function checkApproval({ name, approval: { type, data, person }, first, amounts, own, since, at, rules }: Approved, check: Check): void {
  const edition: number = data.rules ?? 0;
  check(wereInForce(rules, edition, at), () => `${name} was approved at ${at} by limits ${edition}, which were not in force then`);
  const said: Money | undefined = data.measured;
  const whole = amounts.find((amount) => amount?.currency === said?.currency);
  check(
    said === undefined || minor(said) === minor(whole),
    () => `${name} was measured by ${said?.currency} ${minor(said)}, and the whole is ${minor(whole)}`,
  );
  // An earlier version compared with the limits that it named alone, and a currency without one had no limit.
  const named: readonly Money[] = proposalOf(rules, edition)?.data.limits ?? [];
  const isFirst = type === 'PaymentApprovedOnce' || type === 'OfferApprovedOnce' || type === 'ResolutionConfirmedOnce';
  const isLimited =
    said === undefined
      ? named.some((limit) => amounts.some((amount) => limit.currency === amount?.currency && minor(amount) > minor(limit)))
      : isAbove({ book: rules, kind: 'limits', named: edition, since, at, isAtMost: isFirst }, amounts, own);
  if (isFirst) {
    check(isLimited && first === undefined, () => `${name} was approved once by ${person}, which no limit asks for`);
    return;
  }
  check(!isLimited || first !== undefined, () => `${name} is above the limit, and was approved by ${person} alone`);
  check(first?.person !== person, () => `${name} was approved twice by ${person}`);
}
