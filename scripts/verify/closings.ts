import { UNDONE } from './agreements.ts';
import { minor, type Recorded, type Stored, streamsOf } from './facts.ts';

type Check = (holds: boolean, fault: () => string) => void;
type Events = readonly Recorded[];

/** The registry is notified of what is open: what is reported meanwhile is not seen. */
const MEANWHILE_MS = 60_000;

/**
 * A project is not closed while something is claimed back under its agreement, or was returned and is not paid again. In earlier versions,
 * before the registry was notified, it could be.
 */
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
      check(
        !isUnpaidAt(ofAgreement, closed.at) || !isCounting(project.events, closed, 'unpaid'),
        () => `${id} was closed while money of ${agreement} that had come back was not paid again`,
      );
    }
  }
}

/** Whether anything had been counted by then, in the whole installation: recoveries, or also whether something is unpaid. */
const isCounting = (events: Events, { at }: Recorded, what: 'recoveries' | 'unpaid' = 'recoveries'): boolean =>
  events.some((event) => event.type === 'ProjectRecoveriesCounted' && event.data[what] !== undefined && event.at <= at);

/** Whether a settlement was undone, and not all was paid since. */
function isUnpaidAt(events: Events, at: string): boolean {
  const before = events.filter((event) => event.at <= at);
  const undone = before.findLast((event) => UNDONE.includes(event.type) && !isMeanwhile(event, at));
  return undone !== undefined && !before.some(({ type, version }) => type === 'AgreementPaidInFull' && version > undone.version);
}

const isMeanwhile = (event: Recorded, at: string): boolean => Date.parse(event.at) > Date.parse(at) - MEANWHILE_MS;

function openAt(events: Events, at: string): number[] {
  const before = events.filter((event) => event.at <= at);
  return before.flatMap((event) => {
    if (event.type !== 'RecoveryClaimed' || isMeanwhile(event, at)) return [];
    return leftOf(event.data.recovery, minor(event.data.amount), before) > 0n ? [event.data.recovery] : [];
  });
}

function leftOf(recovery: number, amount: bigint, before: Events): bigint {
  const own = before.filter(({ data }) => data.recovery === recovery);
  if (own.some(({ type }) => type === 'RecoveryRefused')) return 0n;
  const confirmed = new Set(own.flatMap(({ type, data }) => (type === 'ResolutionConfirmed' ? [data.resolution] : [])));
  return own
    .filter(({ type, data }) => type === 'ResolutionProposed' && confirmed.has(data.resolution))
    .reduce((left, { data }) => (data.kind === 'reversed' ? left + minor(data.amount) : left - minor(data.amount)), amount);
}
