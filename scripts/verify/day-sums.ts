import { type Book, isAbove } from './applied-limits.ts';
import { type Context, type finding, minor, type Recorded, streamsOf } from './facts.ts';

type Check = ReturnType<typeof finding>['check'];
/** What a payment takes of a day of its payer: from when it is kept for a file, or instructed by hand, until it comes to nothing. */
type Taken = {
  readonly payer: string;
  readonly currency: string;
  readonly day: string;
  readonly amount: bigint;
  readonly from: number;
  readonly until: number;
  readonly file: string;
};
type Key = Pick<Taken, 'payer' | 'currency' | 'day'>;

/** Sums are read just before something is recorded: what changes meanwhile is not seen. */
const MEANWHILE_MS = 60_000;
const ENDS = ['PaymentTakenFromFile', 'PaymentFailed', 'PaymentReturned'];
const timeOf = ({ data, at }: Recorded): number => Date.parse(data.at ?? at);

function takenIn(events: readonly Recorded[], dayOf: ReadonlyMap<string, string>): Taken[] {
  return events.flatMap((event) => {
    const { type, data, version } = event;
    const isByHand = type === 'PaymentInstructed' && !data.file;
    if (type !== 'PaymentPutInFile' && !isByHand) return [];
    const own = events.filter((each) => each.data.payment === data.payment);
    const request = own.findLast((each) => each.type === 'PaymentRequested' && each.version < version);
    if (!request) return [];
    const end = own.find((each) => each.version > version && ENDS.includes(each.type));
    const { sponsor: payer, amount } = request.data;
    const day = isByHand ? String(data.at ?? event.at).slice(0, 10) : (dayOf.get(data.file) ?? '');
    const times = { from: timeOf(event), until: end ? timeOf(end) : Number.POSITIVE_INFINITY };
    return [{ payer, currency: amount.currency, day, amount: minor(amount), file: isByHand ? '' : data.file, ...times }];
  });
}

/** What is at least paid on a day besides one thing: surely kept or instructed by then, and not over. */
const besides = (taken: readonly Taken[], { payer, currency, day }: Key, time: number, isOwn: (one: Taken) => boolean): bigint =>
  taken
    .filter((one) => one.payer === payer && one.currency === currency && one.day === day && !isOwn(one))
    .filter(({ from, until }) => from < time - MEANWHILE_MS && until > time)
    .reduce((sum, { amount }) => sum + amount, 0n);

/** Above the limit of a day two persons approve a file, and nothing is instructed by hand. */
export function checkDays(disbursement: Context, check: Check): void {
  const files = streamsOf(disbursement, 'pfl');
  const begun = new Map(files.flatMap(([id, events]) => events.flatMap((each) => (each.type === 'PaymentFileBegun' ? [[id, each]] : []))));
  const dayOf = new Map([...begun].map(([id, { data }]) => [id, data.executionDate as string]));
  const taken = streamsOf(disbursement, 'agr').flatMap(([, events]) => takenIn(events, dayOf));
  const book: Book = streamsOf(disbursement, 'apr').find(([, [first]]) => first?.data.organisation === 'secretariat')?.[1] ?? [];
  const isOver = (sum: bigint, { currency }: Key, named: number, since: string, at: string): boolean =>
    isAbove({ book, kind: 'dayLimits', named, since, at }, [{ amount: String(sum), currency }], [currency]);

  for (const [id, events] of files) {
    const approved = events.find(({ type }) => type === 'PaymentFileApproved');
    const [made, start] = [events.find(({ type }) => type === 'PaymentFileMade'), begun.get(id)];
    if (!approved || !made || !start) continue;
    const { payer, currency, executionDate: day } = start.data;
    const sum = minor(made.data.sum) + besides(taken, { payer, currency, day }, timeOf(approved), ({ file }) => file === id);
    const first = events.find(({ type }) => type === 'PaymentFileApprovedOnce');
    check(
      first !== undefined ||
        !isOver(sum, { payer, currency, day }, approved.data.rules ?? 0, start.data.at, approved.data.at ?? approved.at),
      () => `file ${id} takes the day ${day} of ${payer} to ${sum} ${currency}, and was approved by ${approved.person} alone`,
    );
  }
  for (const [agreement, events] of streamsOf(disbursement, 'agr'))
    for (const event of events.filter(({ type, data }) => type === 'PaymentInstructed' && !data.file)) {
      const request = events.findLast(
        (each) => each.type === 'PaymentRequested' && each.version < event.version && each.data.payment === event.data.payment,
      );
      if (!request) continue;
      const { sponsor: payer, amount } = request.data;
      const at = String(event.data.at ?? event.at);
      const key = { payer, currency: amount.currency, day: at.slice(0, 10) };
      const sum = minor(amount) + besides(taken, key, timeOf(event), ({ from, file }) => file === '' && from === timeOf(event));
      check(
        !isOver(sum, key, 0, request.data.at ?? '', at),
        () =>
          `${event.data.payment} of ${agreement} was instructed by hand, and takes the day ${key.day} of ${payer} to ${sum} ${key.currency}`,
      );
    }
}
