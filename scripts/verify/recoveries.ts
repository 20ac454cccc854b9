import { checkAmountsOfRefunds } from './bank-amounts.ts';
import { checkClosings } from './closings.ts';
import { type Finding, finding, minor, type Recorded, type Stored, streamsOf } from './facts.ts';
import { moved, paidBy } from './money.ts';

type Check = (holds: boolean, fault: () => string) => void;
type Money = { readonly amount?: string };
type Portion = { readonly sponsor: string; readonly amount?: Money };

/** What may be claimed again. */
const ELIGIBLE = ['justified', 'documented'];

/** 19. What is claimed back was paid, by each sponsor its portion; ineligible = refunded + justified + documented + written off + pending; by two persons, and so is what undoes a refund that was confirmed by mistake; what a bank has converted is near the recorded rates of its day; and no project is closed before it has come to an end. */
export function recoveriesAddUp(stored: Stored): Finding {
  const { check, result } = finding();
  for (const [agreement, events] of streamsOf(stored.disbursement, 'agr')) {
    for (const claim of events.filter(({ type }) => type === 'RecoveryClaimed')) checkClaim(agreement, claim, events, check);
    checkSponsors(agreement, events, check);
    checkAmountsOfRefunds(agreement, events, stored.disbursement, check);
  }
  checkClosings(stored, check);
  return result();
}

const of = (events: readonly Recorded[], type: Recorded['type'], { data }: Recorded): Recorded[] =>
  events.filter((event) => event.type === type && event.data.recovery === data.recovery);

function checkClaim(agreement: string, claim: Recorded, events: readonly Recorded[], check: Check): void {
  const { recovery, amount, portions, answerDue } = claim.data;
  const name = `recovery ${recovery} of ${agreement}`;
  check(sum(portions) === minor(amount), () => `${name} is ${minor(amount)}, its portions are ${sum(portions)}`);
  const [approval] = of(events, 'RecoveryApproved', claim);
  const [answer] = of(events, 'RecoveryAnswered', claim);
  const resolutions = of(events, 'ResolutionProposed', claim);
  check(
    approval === undefined || (approval.person !== claim.person && (answer !== undefined || approval.data.at >= answerDue)),
    () => `${name} was approved by ${approval?.person}, claimed by ${claim.person}, and ${answer ? 'answered' : 'not heard'}`,
  );
  check(approval !== undefined || resolutions.length === 0, () => `${name} is resolved, and was never approved`);
  if (approval)
    check(moved(approval.data.entry) === minor(amount), () => `${name} moved ${moved(approval.data.entry)} instead of ${minor(amount)}`);
  const confirmed = of(events, 'ResolutionConfirmed', claim);
  for (const { person, data, ...event } of confirmed) {
    const proposed = resolutions.find((each) => each.data.resolution === data.resolution);
    check(
      proposed !== undefined && proposed.version < event.version && ![proposed.person, claim.person].includes(person),
      () => `resolution ${data.resolution} of ${name} was proposed by ${proposed?.person ?? 'nobody'} and confirmed by ${person}`,
    );
    if (proposed?.data.kind === 'reversed')
      checkReversal(name, { reversal: proposed, by: person, version: event.version, entry: data.entry }, { resolutions, confirmed }, check);
    check(
      proposed === undefined ||
        (sum(proposed.data.portions) === minor(proposed.data.amount) && moved(data.entry) === minor(proposed.data.amount)),
      () => `resolution ${data.resolution} of ${name} does not come to what it says`,
    );
  }
  const numbers = new Set(confirmed.map(({ data }) => data.resolution));
  check(numbers.size === confirmed.length, () => `a resolution of ${name} is confirmed twice`);
  const undone = reversalsIn(resolutions)
    .filter(({ data }) => numbers.has(data.resolution))
    .map(({ data }) => data.undoes);
  check(new Set(undone).size === undone.length, () => `a refund of ${name} is undone twice`);
  const settled = resolutions.filter(
    ({ data }) => numbers.has(data.resolution) && data.kind !== 'reversed' && !undone.includes(data.resolution),
  );
  for (const portion of portions as readonly Portion[]) {
    const held = settled.reduce((all, { data }) => all + sum(ofSponsor(data.portions, portion.sponsor)), 0n);
    check(held <= minor(portion.amount), () => `${name} settles ${held} of ${portion.sponsor}, whose portion is ${minor(portion.amount)}`);
  }
}

const reversalsIn = (resolutions: readonly Recorded[]): Recorded[] => resolutions.filter(({ data }) => data.kind === 'reversed');

type Entry = { readonly postings?: readonly { readonly account: string; readonly money?: Money & { readonly currency?: string } }[] };
type Reversal = { readonly reversal: Recorded; readonly by: string; readonly version: number; readonly entry: Entry | undefined };
type OfClaim = { readonly resolutions: readonly Recorded[]; readonly confirmed: readonly Recorded[] };

/** What undoes a refund is of one that two persons had confirmed, is confirmed by another than who reported it, and moves exactly that back. */
function checkReversal(name: string, { reversal, by, version, entry }: Reversal, { resolutions, confirmed }: OfClaim, check: Check): void {
  const { resolution, undoes } = reversal.data;
  const isOf = ({ data }: Recorded): boolean => data.resolution === undoes;
  const [refund, confirmation] = [resolutions.find(isOf), confirmed.find(isOf)];
  check(
    refund?.data.kind === 'refunded' && (confirmation?.version ?? version) < version,
    () => `resolution ${resolution} of ${name} undoes ${undoes}, which is no refund that was confirmed`,
  );
  check(
    ![reversal.person, by].includes(refund?.person ?? ''),
    () => `resolution ${resolution} of ${name} undoes what ${refund?.person} reported, who said so or confirmed that`,
  );
  const [back, booked] = [changesOf(entry, -1n), changesOf(confirmation?.data.entry, 1n)];
  check(
    back.size === booked.size && [...booked].every(([account, change]) => back.get(account) === change),
    () => `resolution ${resolution} of ${name} moves something else back than resolution ${undoes} had moved`,
  );
}

const changesOf = (entry: Entry | undefined, sign: bigint): Map<string, bigint> =>
  new Map((entry?.postings ?? []).map(({ account, money }) => [`${account} ${money?.currency}`, sign * minor(money)]));

/** No sponsor gets back more than it has paid; what was found eligible after all may be claimed again. */
function checkSponsors(agreement: string, events: readonly Recorded[], check: Check): void {
  const eligible = new Map<string, bigint>();
  const claimed = new Map<string, bigint>();
  const add = (to: Map<string, bigint>, portions: readonly Portion[]): void => {
    for (const { sponsor, amount } of portions) to.set(sponsor, (to.get(sponsor) ?? 0n) + minor(amount));
  };
  const refused = new Set(events.filter(({ type }) => type === 'RecoveryRefused').map(({ data }) => data.recovery));
  for (const event of events) {
    if (event.type === 'RecoveryClaimed' && !refused.has(event.data.recovery)) add(claimed, event.data.portions);
    if (event.type !== 'ResolutionConfirmed') continue;
    const proposed = of(events, 'ResolutionProposed', event).find(({ data }) => data.resolution === event.data.resolution);
    if (proposed && ELIGIBLE.includes(proposed.data.kind)) add(eligible, proposed.data.portions);
  }
  for (const [sponsor, sumOfClaims] of claimed) {
    const paid = paidBy(sponsor, events);
    const net = sumOfClaims - (eligible.get(sponsor) ?? 0n);
    check(net <= paid, () => `${agreement} claims back ${net} for ${sponsor}, which has paid ${paid}`);
  }
}

const sum = (portions: readonly Portion[]): bigint => portions.reduce((all, { amount }) => all + minor(amount), 0n);
const ofSponsor = (portions: readonly Portion[], sponsor: string): Portion[] => portions.filter((each) => each.sponsor === sponsor);
