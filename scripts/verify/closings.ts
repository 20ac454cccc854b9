import { minor, type Recorded, type Stored, streamsOf } from './facts.ts';

type Check = (holds: boolean, fault: () => string) => void;
type Events = readonly Recorded[];

/** The registry is told of what is claimed back: what is claimed meanwhile is not seen. */
const MEANWHILE_MS = 60_000;

/** A project is not closed while something is claimed back under its agreement. Before the registry was told of it, in earlier versions, it was. */
export function checkClosings({ project, disbursement }: Stored, check: Check): void {
  const agreements = streamsOf(disbursement, 'agr');
  for (const [id, events] of streamsOf(project, 'prj')) {
    const closed = events.find(({ type }) => type === 'ProjectClosed');
    if (!closed) continue;
    const of = agreements.filter(([, [drafted]]) => drafted?.data.project === id && drafted.data.round === closed.data.round);
    for (const [agreement, ofAgreement] of of) {
      const open = openAt(ofAgreement, closed.at);
      check(
        open.length === 0 || !isCounting(project.events, closed),
        () => `${id} was closed while recovery ${open.join(', ')} of ${agreement} was open`,
      );
    }
  }
}

/** Whether anything had been counted by then, in the whole installation. */
const isCounting = (events: Events, { at }: Recorded): boolean =>
  events.some((event) => event.type === 'ProjectRecoveriesCounted' && event.at <= at);

function openAt(events: Events, at: string): number[] {
  const before = events.filter((event) => event.at <= at);
  return before.flatMap(({ type, data, at: claimed }) => {
    if (type !== 'RecoveryClaimed' || Date.parse(claimed) > Date.parse(at) - MEANWHILE_MS) return [];
    return leftOf(data.recovery, minor(data.amount), before) > 0n ? [data.recovery] : [];
  });
}

function leftOf(recovery: number, amount: bigint, before: Events): bigint {
  const own = before.filter(({ data }) => data.recovery === recovery);
  if (own.some(({ type }) => type === 'RecoveryRefused')) return 0n;
  const confirmed = new Set(own.flatMap(({ type, data }) => (type === 'ResolutionConfirmed' ? [data.resolution] : [])));
  return own
    .filter(({ type, data }) => type === 'ResolutionProposed' && confirmed.has(data.resolution))
    .reduce((left, { data }) => left - minor(data.amount), amount);
}
