import { amountsOfOffer, givenUp, type Money, offeredBy, wholeOfPayment } from './approval-measures.ts';
import { type Finding, finding, minor, type Recorded, type Stored, streamsOf } from './facts.ts';

type Check = (holds: boolean, fault: () => string) => void;

/**
 * 21. Two persons stand behind every limit, and above the limits of its time behind every approval of a payment or an offer, and behind what is
 * given up of money that has to come back. What is compared with a limit is the whole matter: the cell of a payment, all that one side gives up of a
 * recovery, all offers of a sponsor in a round. An approval says what it compared (`measured`), by which those of earlier versions are told apart.
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
  return result();
}

type Book = readonly Recorded[];
type Approved = {
  readonly name: string;
  readonly approval: Recorded;
  readonly first: Recorded | undefined;
  /** What is compared with the limits. An approval that names no such sum is of an earlier version, which compared what was approved, and no more. */
  readonly amounts: readonly (Money | undefined)[];
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
  return { approval, first, amounts: [isOfWhole(approval) ? wholeOfPayment(events, approval) : piece], at: approval.data.at };
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
  return { approval, first, amounts: [amount], at, sponsor: proposed?.data.sponsor ?? '' };
}

/** What is approved are the terms that were proposed or countered last. */
function offerIn(events: readonly Recorded[], approval: Recorded): Found & { readonly sponsor: string } {
  const earlier = events.filter(({ version, data }) => version < approval.version && data.offer === approval.data.offer);
  const sponsor = earlier.find(({ type }) => type === 'OfferProposed')?.data.sponsor ?? '';
  const first = earlier.findLast(({ type }) => type === 'OfferApprovedOnce');
  const amounts = isOfWhole(approval) ? offeredBy(events, approval.version, sponsor) : amountsOfOffer(earlier);
  return { approval, first, amounts, at: approval.data.at ?? approval.at, sponsor };
}

function checkRules(rules: string, events: readonly Recorded[], check: Check): void {
  for (const { type, person, data } of events) {
    check(person === data.by, () => `${type} of ${rules} says ${data.by}, but ${person} acted`);
    if (type !== 'LimitsApproved') continue;
    const proposed = proposalOf(events, data.proposal);
    check(
      proposed !== undefined && proposed.person !== person,
      () => `limits ${data.proposal} of ${rules} were proposed by ${proposed?.person ?? 'nobody'} and approved by ${person}`,
    );
  }
}

const proposalOf = (events: readonly Recorded[], proposal: number): Recorded | undefined =>
  events.find(({ type, data }) => type === 'LimitsProposed' && data.proposal === proposal);

/** Rules are read just before an approval is recorded: what changes meanwhile is not seen. */
const MEANWHILE_MS = 60_000;

/** The edition that an approval names applied at that time: approved before, and followed by no other. */
function wereInForce(rules: readonly Recorded[], number: number, at: string): boolean {
  const approvals = rules.filter(({ type }) => type === 'LimitsApproved');
  const place = approvals.findIndex(({ data }) => data.proposal === number);
  const [own, next] = [approvals[place], approvals[place + 1]];
  if (number > 0 && (own === undefined || Date.parse(own.data.at) > Date.parse(at) + MEANWHILE_MS)) return false;
  return next === undefined || Date.parse(next.data.at) >= Date.parse(at) - MEANWHILE_MS;
}

function checkApproval({ name, approval: { type, data, person }, first, amounts, at, rules }: Approved, check: Check): void {
  const edition: number = data.rules ?? 0;
  check(wereInForce(rules, edition, at), () => `${name} was approved at ${at} by limits ${edition}, which were not in force then`);
  const limits: readonly Money[] = proposalOf(rules, edition)?.data.limits ?? [];
  const said: Money | undefined = data.measured;
  const whole = amounts.find((amount) => amount?.currency === said?.currency);
  check(
    said === undefined || minor(said) === minor(whole),
    () => `${name} was measured by ${said?.currency} ${minor(said)}, and the whole is ${minor(whole)}`,
  );
  const isAbove = limits.some((limit) => amounts.some((amount) => limit.currency === amount?.currency && minor(amount) > minor(limit)));
  if (type === 'PaymentApprovedOnce' || type === 'OfferApprovedOnce' || type === 'ResolutionConfirmedOnce') {
    check(isAbove && first === undefined, () => `${name} was approved once by ${person}, which no limit asks for`);
    return;
  }
  check(!isAbove || first !== undefined, () => `${name} is above the limit, and was approved by ${person} alone`);
  check(first?.person !== person, () => `${name} was approved twice by ${person}`);
}
