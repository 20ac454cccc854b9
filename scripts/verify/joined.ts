import { type Recorded, type Stored, streamsOf } from './facts.ts';

/** A delegation, folded from its raw events. Instants; '' = that was not done. */
export type Delegation = {
  readonly organisation: string;
  readonly role: string;
  readonly givenBy: string;
  readonly takenBy: string;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly confirmedAt: string;
  readonly endedAt: string;
};

/** A delegation is known some moments longer than it lasts, because it is looked up just before the act is recorded. */
export const MEANWHILE_MS = 60_000;

/** What was done to a delegation of a list. */
export const stepOf = (events: readonly Recorded[], type: string, delegation: number): Recorded | undefined =>
  events.find((event) => event.type === type && event.data.delegation === delegation);

export function delegationIn(events: readonly Recorded[], { data }: Recorded): Delegation {
  const { delegation, role, by: givenBy, takenBy, firstDay, lastDay } = data;
  const confirmedAt = stepOf(events, 'DelegationConfirmed', delegation)?.data.at ?? '';
  const endedAt = stepOf(events, 'DelegationEnded', delegation)?.data.at ?? '';
  return { organisation: events[0]?.data.organisation, role, givenBy, takenBy, firstDay, lastDay, confirmedAt, endedAt };
}

/** Whether two count as one person at a time, as one has given the other a role by then. */
export type Joined = (one: string, other: string, at: string) => boolean;

export const joiningBy =
  (confirmed: readonly Delegation[]): Joined =>
  (one, other, at) => {
    const known = new Date(Date.parse(at) - MEANWHILE_MS).toISOString();
    return confirmed.some(
      ({ givenBy, takenBy, confirmedAt }) =>
        confirmedAt < known && ((givenBy === one && takenBy === other) || (takenBy === one && givenBy === other)),
    );
  };

export function joinedIn({ project }: Stored): Joined {
  const all = streamsOf(project, 'dlg').flatMap(([, events]) =>
    events.filter(({ type }) => type === 'RoleDelegated').map((given) => delegationIn(events, given)),
  );
  return joiningBy(all.filter(({ confirmedAt }) => confirmedAt !== ''));
}
