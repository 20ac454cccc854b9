import { saidIn } from './entries-of-payments.ts';
import type { Recorded } from './facts.ts';
import { standingsOf } from './suspense.ts';

type Check = (holds: boolean, fault: () => string) => void;
type Streams = ReadonlyMap<string, readonly Recorded[]>;
type Read = {
  readonly said: ReturnType<typeof saidIn>;
  readonly standing: ReturnType<typeof standingsOf>;
  readonly unmatched: ReadonlySet<number>;
};

/**
 * What is reported of a payment, a return, a refund or a guarantor’s payment by an entry, and waits for its second person, is what that entry says, and nobody has confirmed
 * or refused that of the entry. A refund or a guarantor’s payment that two persons have confirmed finds its entry saying so; payments are held against theirs elsewhere.
 */
export function checkReportsSaid(statements: Streams, agreements: readonly (readonly [string, readonly Recorded[]])[], check: Check): void {
  const read = new Map([...statements].map(([id, events]) => [id, readOf(id, events)]));
  for (const [agreement, events] of agreements) {
    for (const { type, data } of events.filter((event) => REPORTS.includes(event.type) && event.data.statement && waits(event, events)))
      check(
        isSaid(read.get(data.statement), agreement, data),
        () =>
          `${type} of ${nameOf(data)} in ${agreement} waits, and entry ${data.statementEntry} of ${data.statement} is not said to be it`,
      );
    for (const { data } of events.filter((event) => STANDS.includes(event.type) && event.data.statement && stands(event, events))) {
      const { said, standing } = read.get(data.statement) ?? {};
      const parts = said?.get(data.statementEntry) ?? [];
      const is = standing?.get(data.statementEntry) ?? '';
      check(
        parts.some((part) => isOf(part, agreement, data)) && (['reported', 'confirmed'].includes(is) || parts.length > 1),
        () =>
          `${nameOf(data)} in ${agreement} names entry ${data.statementEntry} of ${data.statement}, which is ${is || 'read'} and not said to be it`,
      );
    }
  }
}

function readOf(id: string, events: readonly Recorded[]): Read {
  // Its payer became known since, and an import that was cut off is about to say what it is.
  const unmatched = new Set<number>();
  for (const { type, data } of events) {
    for (const { number, because } of type === 'EntriesMatched' ? (data.entries ?? []) : [])
      if (because === 'other-account') unmatched.add(number);
      else unmatched.delete(number);
    if (data.number !== undefined) unmatched.delete(data.number);
  }
  return { said: saidIn(events), standing: standingsOf(id, events, () => undefined), unmatched };
}

const REPORTS: readonly string[] = ['PaymentSettlementReported', 'PaymentReturnReported', 'ResolutionProposed', 'ClaimReportedPaid'];
const STANDS: readonly string[] = ['ResolutionProposed', 'ClaimReportedPaid'];
const nameOf = ({ payment, recovery, resolution, drawing }: Recorded['data']): string =>
  payment ?? (drawing ? `call ${drawing}` : undefined) ?? `resolution ${resolution} of recovery ${recovery}`;

/** Whether nothing has come of it yet. */
const waits = ({ version, type, data }: Recorded, events: readonly Recorded[]): boolean =>
  type === 'ClaimReportedPaid'
    ? claimAfter({ version, data }, events) === undefined
    : type === 'ResolutionProposed'
      ? resolvedBy(data, events) === undefined
      : !events.some((event) => event.version > version && event.data.payment === data.payment && event.data.report === data.report);

const DECIDES: readonly string[] = ['ResolutionConfirmed', 'ResolutionRefused'];
const resolvedBy = ({ recovery, resolution }: Recorded['data'], events: readonly Recorded[]): Recorded | undefined =>
  events.find(({ type, data }) => DECIDES.includes(type) && data.recovery === recovery && data.resolution === resolution);

/** What became of the report of a guarantor’s payment: objected to, confirmed, or undone since. */
export const claimAfter = (
  { version, data }: Pick<Recorded, 'version' | 'data'>,
  events: readonly Recorded[],
): Recorded['type'] | undefined => {
  const later = events.filter((each) => each.version > version && each.data.drawing === data.drawing);
  const [first] = later.filter(({ type }) => type === 'ClaimObjectedTo' || type === 'ClaimPaid');
  return first?.type === 'ClaimPaid' ? (later.find(({ type }) => type === 'ClaimReversed')?.type ?? 'ClaimPaid') : first?.type;
};

/** Whether a refund, or a guarantor’s payment, is confirmed, and not as a mistake since. */
function stands({ type: what, version, data: refund }: Recorded, events: readonly Recorded[]): boolean {
  if (what === 'ClaimReportedPaid') return claimAfter({ version, data: refund }, events) === 'ClaimPaid';
  const isUndone = events.some(
    ({ type, data }) =>
      type === 'ResolutionProposed' &&
      data.recovery === refund.recovery &&
      data.undoes === refund.resolution &&
      resolvedBy(data, events)?.type === 'ResolutionConfirmed',
  );
  return resolvedBy(refund, events)?.type === 'ResolutionConfirmed' && !isUndone;
}

function isSaid(read: Read | undefined, agreement: string, data: Recorded['data']): boolean {
  const number = data.statementEntry;
  const standing = read?.standing.get(number) ?? 'read';
  // An import that was cut off has not said yet what its entries are.
  if (standing === 'read') return true;
  const isNamed = (read?.said.get(number) ?? []).some((part) => isOf(part, agreement, data));
  return isNamed && (standing === 'reported' || read?.unmatched.has(number) === true);
}

type Said = {
  readonly agreement?: string | undefined;
  readonly payment?: string | undefined;
  readonly recovery?: number | undefined;
  readonly drawing?: number | undefined;
};
const isOf = (part: Said, agreement: string, { payment, recovery, drawing }: Recorded['data']): boolean =>
  payment
    ? part.payment === payment
    : drawing
      ? part.drawing === drawing && part.agreement === agreement
      : part.recovery === recovery && part.agreement === agreement && !part.payment;
