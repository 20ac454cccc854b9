import { cameToNothing, requestBefore } from './agreements.ts';
import { type Context, type Finding, finding, type Recorded, type Stored, streamsOf } from './facts.ts';
import { isUndecidedAt, undecidedIn } from './undecided-lines.ts';

type Check = (holds: boolean, fault: () => string) => void;
type Events = readonly Recorded[];
type Hold = {
  readonly number: number;
  readonly tranche: number;
  readonly sponsor: string;
  readonly laid: Recorded;
  readonly released: Recorded | undefined;
};

/**
 * 28. What is on hold is not requested, approved, put into a file or instructed meanwhile, nor is a file approved that contains it; the
 * person who releases it is of the side that placed it, another than the one who did, and than those who reported, verified or requested it. What is held for
 * a line of a statement is held until two persons have decided that line, which ends it.
 */
export function holdsAreKept({ disbursement }: Stored): Finding {
  const { check, result } = finding();
  const held = new Map<string, readonly Hold[]>();
  for (const [agreement, events] of streamsOf(disbursement, 'agr')) {
    const holds = holdsIn(events);
    if (holds.length > 0) held.set(agreement, holds);
    for (const hold of holds) {
      checkPersons(agreement, hold, events, check);
      checkLine(agreement, hold, disbursement, check);
    }
    for (const event of events.filter(({ type, data }) => type === 'HoldReleased' && !holds.some(({ number }) => number === data.hold)))
      check(false, () => `hold ${event.data.hold} of ${agreement} is released, and nobody has held it`);
    for (const event of events.filter(({ type }) => GOING_ON.includes(type)))
      checkStep(agreement, event, events, holds, disbursement, check);
  }
  if (held.size > 0) for (const [file, events] of streamsOf(disbursement, 'pfl')) checkFile(file, events, disbursement, held, check);
  return result();
}

function holdsIn(events: Events): Hold[] {
  return events
    .filter(({ type }) => type === 'PaymentHeld')
    .map((laid) => {
      const { hold: number, tranche = 0, sponsor } = laid.data;
      const released = events.find(({ type, data, version }) => type === 'HoldReleased' && data.hold === number && version > laid.version);
      return { number, tranche, sponsor, laid, released };
    });
}

const GOING_ON: readonly Recorded['type'][] = [
  'PaymentRequested',
  'PaymentApprovedOnce',
  'PaymentApproved',
  'PaymentPutInFile',
  'PaymentInstructed',
];

const isOn = ({ tranche, sponsor }: Hold, request: Recorded | undefined): boolean =>
  request !== undefined && (request.data.tranche ?? 0) === tranche && request.data.sponsor === sponsor;

const wasActive = ({ laid, released }: Hold, version: number): boolean =>
  laid.version < version && (released === undefined || released.version > version);

function checkStep(agreement: string, event: Recorded, events: Events, holds: readonly Hold[], context: Context, check: Check): void {
  const { type, version, data } = event;
  // A requested payment does not prevent itself.
  const request = requestBefore(events, data.payment, version + 1);
  // What the bank had before the hold continues, and what a statement shows that it has.
  const handing = type === 'PaymentInstructed' && data.file ? handingOver(context.byStream.get(data.file) ?? []) : undefined;
  if (handing?.data.statement) return;
  const handedOver = handing?.data.at ?? '';
  const active = holds.find(
    (hold) => isOn(hold, request) && wasActive(hold, version) && (handedOver === '' || hold.laid.data.at <= handedOver),
  );
  check(active === undefined, () => `${type} of ${data.payment} in ${agreement} came while hold ${active?.number} was active`);
}

const handingOver = (file: Events): Recorded | undefined => file.find(({ type }) => type === 'PaymentFileHandedOver');

function checkPersons(agreement: string, { number, laid, released, ...part }: Hold, events: Events, check: Check): void {
  const name = `hold ${number} of ${agreement}`;
  check(laid.person === laid.data.by, () => `${name} says ${laid.data.by}, but ${laid.person} acted`);
  if (!released) return;
  const again = events.filter(({ type, data }) => type === 'HoldReleased' && data.hold === number);
  check(again.length === 1, () => `${name} is released ${again.length} times`);
  // Earlier versions, which let the secretariat release what a sponsor held, do not say for whom it was released.
  const { organisation = laid.data.organisation } = released.data;
  check(organisation === laid.data.organisation, () => `${name} of ${laid.data.organisation} is released by ${organisation}`);
  if (released.data.statement) return;
  check(released.person !== laid.person, () => `${name} is held and released by ${laid.person}`);
  const open = events.filter((event) => isOpenRequest(event, part, released.version, events));
  const before: unknown[] = open.flatMap(({ data }) => [data.by, data.submittedBy, data.verifiedBy, ...(data.reportedBy ?? [])]);
  check(!before.includes(released.person), () => `${name} is released by ${released.person}, who had a hand in what it holds`);
}

function checkLine(agreement: string, { number, laid, released }: Hold, { byStream }: Context, check: Check): void {
  const { statement, statementEntry } = laid.data;
  const isOfIt =
    released?.data.statement === undefined || (released.data.statement === statement && released.data.statementEntry === statementEntry);
  check(isOfIt, () => `hold ${number} of ${agreement} is ended by a line for which nothing is held`);
  if (!statement || !released) return;
  const waiting = undecidedIn(byStream.get(statement) ?? []).get(statementEntry);
  check(
    !isUndecidedAt(waiting, released.at),
    () => `hold ${number} of ${agreement} is released, and nobody has decided entry ${statementEntry} of ${statement}`,
  );
}

/** A request of the part that had not come to nothing at this version. */
function isOpenRequest(
  request: Recorded,
  { tranche, sponsor }: Pick<Hold, 'tranche' | 'sponsor'>,
  before: number,
  events: Events,
): boolean {
  if (request.type !== 'PaymentRequested' || request.version > before) return false;
  if ((request.data.tranche ?? 0) !== tranche || request.data.sponsor !== sponsor) return false;
  return !cameToNothing(request, events, before);
}

/** A file is checked just before its approval is recorded: a hold placed in between is not seen. */
const MEANWHILE_MS = 60_000;

function checkFile(file: string, events: Events, { byStream }: Context, held: ReadonlyMap<string, readonly Hold[]>, check: Check): void {
  const left = new Set<number>(events.find(({ type }) => type === 'PaymentFileMade')?.data.leftOut ?? []);
  const transfers = events
    .filter(({ type }) => type === 'TransfersListed')
    .flatMap(({ data }) => data.transfers as { readonly agreement: string; readonly payment: string; readonly because?: string }[])
    .filter(({ because = '' }, at) => because === '' && !left.has(at + 1));
  // A file that a statement shows is recorded as what it is, whatever is on hold.
  if (handingOver(events)?.data.statement) return;
  for (const { type, data } of events.filter((event) => event.type === 'PaymentFileApproved' || event.type === 'PaymentFileHandedOver'))
    for (const { agreement, payment } of transfers) {
      const request = requestBefore(byStream.get(agreement) ?? [], payment);
      const active = held
        .get(agreement)
        ?.find(
          (hold) =>
            isOn(hold, request) &&
            Date.parse(hold.laid.data.at) < Date.parse(data.at) - MEANWHILE_MS &&
            (hold.released === undefined || hold.released.data.at > data.at),
        );
      check(active === undefined, () => `${type} of ${file} came while hold ${active?.number} was active on ${payment}`);
    }
}
