import { type Finding, finding, type Recorded, type Stored, streamsOf } from './facts.ts';

type Check = (holds: boolean, fault: () => string) => void;

/** A delegation, folded from its raw events. Instants; '' = that was not done. */
type Delegation = {
  readonly organisation: string;
  readonly role: string;
  readonly givenBy: string;
  readonly takenBy: string;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly confirmedAt: string;
  readonly endedAt: string;
};

/**
 * 26. A person acts for another only by a delegation of that role that a third person has confirmed, on one of its days and before its end,
 * and has no conflicting role; the giver and the taker of a role are never two persons of one payment, offer, project or modification.
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
  for (const { commits } of Object.values(stored))
    for (const { _id: name, actor, given, at } of commits) {
      if (!given) continue;
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

const of = (events: readonly Recorded[], type: string, delegation: number): Recorded | undefined =>
  events.find((event) => event.type === type && event.data.delegation === delegation);

function delegationIn(events: readonly Recorded[], { data }: Recorded): Delegation {
  const { delegation, role, by: givenBy, takenBy, firstDay, lastDay } = data;
  const confirmedAt = of(events, 'DelegationConfirmed', delegation)?.data.at ?? '';
  const endedAt = of(events, 'DelegationEnded', delegation)?.data.at ?? '';
  return { organisation: events[0]?.data.organisation, role, givenBy, takenBy, firstDay, lastDay, confirmedAt, endedAt };
}

function checkDelegation(name: string, events: readonly Recorded[], { data, person }: Recorded, check: Check): void {
  check(person === data.by && person !== data.takenBy, () => `${name} was given to ${data.takenBy} by ${person}, who says ${data.by}`);
  const confirmed = of(events, 'DelegationConfirmed', data.delegation);
  check(
    confirmed === undefined || ![data.by, data.takenBy].includes(confirmed.person),
    () => `${name}, of ${data.by} to ${data.takenBy}, was confirmed by ${confirmed?.person}`,
  );
  check(
    data.firstDay >= String(data.at).slice(0, 10) && data.firstDay <= data.lastDay,
    () => `${name} was given at ${data.at} from ${data.firstDay} to ${data.lastDay}`,
  );
}

/** A delegation is known some moments longer than it lasts, because it is looked up just before the act is recorded. */
const MEANWHILE_MS = 60_000;
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

/** What two persons do of one thing, by the field that names it in a stream. */
const APART = [
  { prefix: 'agr', field: 'payment', begins: 'PaymentRequested', steps: ['PaymentRequested', 'PaymentApprovedOnce', 'PaymentApproved'] },
  { prefix: 'agr', field: 'hold', begins: '', steps: ['PaymentHeld', 'HoldReleased'] },
  { prefix: 'agr', field: 'measure', begins: '', steps: ['MeasureProposed', 'MeasureApproved'] },
  {
    prefix: 'fnd',
    field: 'offer',
    begins: '',
    steps: ['OfferProposed', 'OfferCountered', 'OfferAgreed', 'OfferAccepted', 'OfferApprovedOnce', 'OfferApproved'],
  },
  { prefix: 'mst', field: 'waiver', begins: '', steps: ['MilestoneWaiverProposed', 'MilestoneWaived'] },
  { prefix: 'prj', field: 'closure', begins: '', steps: ['ProjectClosureProposed', 'ProjectClosed'] },
];

function checkPairs({ disbursement, matching, project }: Stored, delegations: readonly Delegation[], check: Check): void {
  const confirmed = delegations.filter(({ confirmedAt }) => confirmedAt !== '');
  if (confirmed.length === 0) return;
  for (const { prefix, field, begins, steps } of APART)
    for (const [stream, events] of [disbursement, matching, project].flatMap((context) => streamsOf(context, prefix))) {
      const stepsTaken = events.filter(({ type, data }) => steps.includes(type) && data[field] !== undefined);
      for (const [name, all] of Map.groupBy(stepsTaken, ({ data }) => data[field]))
        for (const [place, later] of all.entries())
          if (later.type !== begins) checkAgainst(`${name} of ${stream}`, sinceBegun(all.slice(0, place), begins), later, confirmed, check);
    }
}

/** A new request begins without the earlier steps. */
const sinceBegun = (events: readonly Recorded[], begins: string): readonly Recorded[] =>
  events.slice(
    Math.max(
      0,
      events.findLastIndex(({ type }) => type === begins),
    ),
  );

function checkAgainst(name: string, before: readonly Recorded[], later: Recorded, confirmed: readonly Delegation[], check: Check): void {
  for (const earlier of before) {
    const joining = confirmed.find(
      ({ givenBy, takenBy, confirmedAt }) =>
        new Date(Date.parse(later.at) - MEANWHILE_MS).toISOString() > confirmedAt &&
        ((givenBy === earlier.person && takenBy === later.person) || (takenBy === earlier.person && givenBy === later.person)),
    );
    check(
      joining === undefined,
      () => `${earlier.type} and ${later.type} of ${name} are by ${earlier.person} and ${later.person}, of whom one gave the other a role`,
    );
  }
}
