import { type Commit, commitKey } from '@junkan/kit/store/commit.ts';
import { type Finding, finding, type Recorded, type Stored, streamsOf } from './facts.ts';
import { type Delegation, delegationIn, joiningBy, MEANWHILE_MS, stepOf } from './joined.ts';
import { pairsInBanking } from './pairs-in-banking.ts';
import { pairsOfSignatories } from './signatory-pairs.ts';

type Check = (holds: boolean, fault: () => string) => void;

/**
 * 26. A person acts for another only by a delegation of that role that a third person has confirmed, on one of its days and before its end,
 * and has no conflicting role; the giver and the taker of a role are never two persons of one payment, resolution, offer, project, modification or payment file, of a payment
 * and its file where either is approved by one alone, or of an entry of a statement that is no payment. Nor are two
 * who act in one person's place: a commit that names with whom the actor counted as one (`joined`) is held to that, those of earlier versions are not.
 */
export function delegationsAreKept(stored: Stored): Finding {
  const { check, result } = finding();
  const known = new Map<string, Delegation>();
  for (const [list, events] of streamsOf(stored.project, 'dlg'))
    for (const given of events.filter(({ type }) => type === 'RoleDelegated')) {
      const name = `${list}/${given.data.delegation}`;
      known.set(name, delegationIn(events, given));
      checkDelegation(name, events, given, check);
    }
  for (const { byStream } of Object.values(stored))
    for (const { stream, version, actor, given, at, isFirst } of [...byStream.values()].flat()) {
      if (!given || !isFirst) continue;
      const name = commitKey(stream, version);
      const delegation = known.get(given.delegation);
      check(
        delegation !== undefined && isHeld(delegation, { ...given, person: actor.person, organisation: actor.organisation, at }),
        () => `${name} was done by ${actor.person} for ${given.for} as ${given.role}, by ${given.delegation}, which did not give that then`,
      );
      const other = actor.roles.find((role) => role !== given.role && !NO_OTHER_DUTY.includes(role));
      check(other === undefined, () => `${name} was done for ${given.for} by ${actor.person}, who acts as ${other} too`);
    }
  checkPairs(stored, [...known.values()], check);
  return result();
}

/** Roles that conflict with a delegated one: those that decide. */
const NO_OTHER_DUTY = ['proposer.certifier', 'sponsor.approver', 'secretariat.approver', 'finance.checker'];

function checkDelegation(name: string, events: readonly Recorded[], { data, person }: Recorded, check: Check): void {
  check(person === data.by && person !== data.takenBy, () => `${name} was given to ${data.takenBy} by ${person}, who says ${data.by}`);
  const confirmed = stepOf(events, 'DelegationConfirmed', data.delegation);
  check(
    confirmed === undefined || ![data.by, data.takenBy].includes(confirmed.person),
    () => `${name}, of ${data.by} to ${data.takenBy}, was confirmed by ${confirmed?.person}`,
  );
  check(
    data.firstDay >= String(data.at).slice(0, 10) && data.firstDay <= data.lastDay,
    () => `${name} was given at ${data.at} from ${data.firstDay} to ${data.lastDay}`,
  );
}

const DAY = 10;

type Act = { readonly role: string; readonly for: string; readonly person: string; readonly organisation: string; readonly at: string };

function isHeld(delegation: Delegation, { role, for: giver, person, organisation, at }: Act): boolean {
  const { confirmedAt, endedAt, firstDay, lastDay } = delegation;
  const isOf = delegation.role === role && delegation.givenBy === giver && delegation.takenBy === person;
  const later = new Date(Date.parse(at) - MEANWHILE_MS).toISOString();
  const wasConfirmed = confirmedAt !== '' && confirmedAt <= at;
  const hadNotEnded = endedAt === '' || endedAt >= later;
  const isOnItsDays = firstDay <= at.slice(0, DAY) && lastDay >= later.slice(0, DAY);
  return isOf && delegation.organisation === organisation && wasConfirmed && hadNotEnded && isOnItsDays;
}

type Data = Recorded['data'];
const numbered =
  (field: string) =>
  (data: Data): string | undefined =>
    data[field];

/** What two persons do of one thing, and by what it is named in a stream. */
const APART = [
  {
    prefix: 'agr',
    named: numbered('payment'),
    begins: 'PaymentRequested',
    steps: ['PaymentRequested', 'PaymentApprovedOnce', 'PaymentApproved'],
  },
  // What is held for a line of a statement two other persons end, who decide the line.
  {
    prefix: 'agr',
    named: ({ hold, statement }: Data) => (statement ? undefined : hold),
    begins: '',
    steps: ['PaymentHeld', 'HoldReleased'],
  },
  { prefix: 'agr', named: numbered('drawing'), begins: 'ClaimReportedPaid', steps: ['ClaimReportedPaid', 'ClaimPaid'] },
  { prefix: 'agr', named: numbered('drawing'), begins: 'ClaimMistakeReported', steps: ['ClaimMistakeReported', 'ClaimReversed'] },
  { prefix: 'agr', named: numbered('measure'), begins: '', steps: ['MeasureProposed', 'MeasureApproved'] },
  {
    prefix: 'agr',
    named: ({ recovery, resolution }: Data) => (resolution === undefined ? undefined : `resolution ${resolution} of recovery ${recovery}`),
    begins: '',
    steps: ['ResolutionProposed', 'ResolutionConfirmedOnce', 'ResolutionConfirmed'],
  },
  {
    prefix: 'fnd',
    named: numbered('offer'),
    begins: '',
    steps: ['OfferProposed', 'OfferCountered', 'OfferAgreed', 'OfferAccepted', 'OfferApprovedOnce', 'OfferApproved'],
  },
  { prefix: 'mst', named: numbered('waiver'), begins: '', steps: ['MilestoneWaiverProposed', 'MilestoneWaived'] },
  { prefix: 'prj', named: numbered('closure'), begins: '', steps: ['ProjectClosureProposed', 'ProjectClosed'] },
  { prefix: 'spo', named: numbered('proposal'), begins: '', steps: ['SponsorChangeProposed', 'SponsorChanged'] },
  { prefix: 'org', named: numbered('proposal'), begins: '', steps: ['ProposerChangeProposed', 'ProposerChanged'] },
];

type Given = NonNullable<Commit['given']>;
/** In whose place each event was recorded, by its stream and version. */
type Places = ReadonlyMap<string, Given>;
const placeName = ({ stream, version }: Pick<Recorded, 'stream' | 'version'>): string => `${stream}@${version}`;

function placesIn(stored: Stored): Places {
  const places = new Map<string, Given>();
  for (const { byStream } of Object.values(stored))
    for (const events of byStream.values()) for (const event of events) if (event.given) places.set(placeName(event), event.given);
  return places;
}

function checkPairs(stored: Stored, delegations: readonly Delegation[], check: Check): void {
  const { disbursement, matching, programme, project, sponsor } = stored;
  const confirmed = delegations.filter(({ confirmedAt }) => confirmedAt !== '');
  if (confirmed.length === 0) return;
  const places = placesIn(stored);
  for (const { prefix, named, begins, steps } of APART)
    for (const [stream, events] of [disbursement, matching, project, sponsor].flatMap((context) => streamsOf(context, prefix))) {
      const stepsTaken = events.filter(({ type, data }) => steps.includes(type) && named(data) !== undefined);
      for (const [name, all] of Map.groupBy(stepsTaken, ({ data }) => named(data)))
        for (const [place, later] of all.entries())
          if (later.type !== begins)
            checkAgainst(`${name} of ${stream}`, sinceBegun(all.slice(0, place), begins), later, { confirmed, places }, check);
    }
  for (const { name, earlier, later } of [...pairsInBanking(disbursement), ...pairsOfSignatories(programme)])
    checkAgainst(name, [earlier], later, { confirmed, places }, check);
}

/** A new request begins without the earlier steps. */
const sinceBegun = (events: readonly Recorded[], begins: string): readonly Recorded[] =>
  events.slice(
    Math.max(
      0,
      events.findLastIndex(({ type }) => type === begins),
    ),
  );

type Known = { readonly confirmed: readonly Delegation[]; readonly places: Places };

function checkAgainst(name: string, before: readonly Recorded[], later: Recorded, { confirmed, places }: Known, check: Check): void {
  const place = places.get(placeName(later));
  const joined = joiningBy(confirmed);
  const areJoined = (one: string, other: string): boolean => joined(one, other, later.at);
  for (const earlier of before) {
    check(
      !areJoined(earlier.person, later.person),
      () => `${earlier.type} and ${later.type} of ${name} are by ${earlier.person} and ${later.person}, of whom one gave the other a role`,
    );
    // The same person twice is what verification 5 and 21 are for.
    check(
      place?.joined === undefined || earlier.person === later.person || !areJoined(earlier.person, place.for),
      () =>
        `${earlier.type} of ${name} is by ${earlier.person}, who counts as one with ${place?.for}, for whom ${later.person} did ${later.type}`,
    );
  }
}
