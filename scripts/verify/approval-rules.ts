import { type Finding, finding, minor, type Recorded, type Stored, streamsOf } from './facts.ts';

type Check = (holds: boolean, fault: () => string) => void;
type Limits = readonly { readonly amount?: string; readonly currency: string }[];

/** 21. Two persons stand behind every limit, and above the limits of its time behind every approval. */
export function limitsAreKept({ disbursement }: Stored): Finding {
  const { check, result } = finding();
  for (const [rules, events] of streamsOf(disbursement, 'apr')) checkRules(rules, events, check);
  const secretariat = streamsOf(disbursement, 'apr').find(([, [opening]]) => opening?.data.organisation === 'secretariat')?.[1] ?? [];
  for (const [agreement, events] of streamsOf(disbursement, 'agr'))
    for (const approval of events.filter(({ type }) => type === 'PaymentApproved' || type === 'PaymentApprovedOnce'))
      checkPayment(agreement, approval, events, secretariat, check);
  return result();
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

/** What an approval names stood when it was given: approved before, and followed by no other. */
function stood(rules: readonly Recorded[], number: number, at: string): boolean {
  const approvals = rules.filter(({ type }) => type === 'LimitsApproved');
  const place = approvals.findIndex(({ data }) => data.proposal === number);
  const [own, next] = [approvals[place], approvals[place + 1]];
  if (number > 0 && (own === undefined || Date.parse(own.data.at) > Date.parse(at) + MEANWHILE_MS)) return false;
  return next === undefined || Date.parse(next.data.at) >= Date.parse(at) - MEANWHILE_MS;
}

function checkPayment(
  agreement: string,
  { type, data, person, version }: Recorded,
  events: readonly Recorded[],
  rules: readonly Recorded[],
  check: Check,
): void {
  const earlier = events.filter((event) => event.version < version && event.data.payment === data.payment);
  const request = earlier.findLast((event) => event.type === 'PaymentRequested');
  const first = earlier.findLast((event) => event.type === 'PaymentApprovedOnce' && event.version > (request?.version ?? 0));
  const name = `${data.payment} of ${agreement}`;
  const edition: number = data.rules ?? 0;
  check(stood(rules, edition, data.at), () => `${name} was approved at ${data.at} by limits ${edition}, which did not stand then`);
  const limits: Limits = proposalOf(rules, edition)?.data.limits ?? [];
  const { amount } = request?.data ?? {};
  const isAbove = limits.some((limit) => limit.currency === amount?.currency && minor(amount) > minor(limit));
  if (type === 'PaymentApprovedOnce') {
    check(isAbove && first === undefined, () => `${name} was approved once by ${person}, which no limit asks for`);
    return;
  }
  check(!isAbove || first !== undefined, () => `${name} is above the limit, and was approved by ${person} alone`);
  check(first?.person !== person, () => `${name} was approved twice by ${person}`);
}
