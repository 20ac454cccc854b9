import { type Context, type finding, type Recorded, streamsOf } from './facts.ts';

type Check = ReturnType<typeof finding>['check'];
type Told = { readonly number: number; readonly standing: string; readonly refusal?: string };
type Listed = { readonly agreement: string; readonly payment: string; readonly instruction: string };

const OF_WHOLE = ['group-only', 'instruction-only', 'group', 'instruction'];
const REJECTING = ['RJCT', 'CANC'];

/** The order of what a bank says: by when it wrote it; by when it was taken where an earlier version took it. */
type Written = { readonly created: number | undefined; readonly version: number };
type Word = Written & { readonly code: string; readonly person: string };
type Said = Written & { readonly standing: string; readonly teller: string; readonly of: Word | undefined };

/**
 * Part of 18: what a bank rejects with a whole file is applied only while its last word on the whole rejects it, and only to transfers on which it has decided
 * nothing by themselves, and of which it has said nothing since. What of a file is confirmed as failed is confirmed by another person than who brought the
 * bank's word or applied it, while the bank has not taken that back, and has failed by its instruction. What is confirmed of one payment alone rests on no
 * rejection of the whole that the bank has taken back by then.
 */
export function checkFailures(disbursement: Context, check: Check): void {
  for (const [id, events] of streamsOf(disbursement, 'pfl')) checkFile(id, events, disbursement, check);
}

function checkFile(id: string, events: readonly Recorded[], disbursement: Context, check: Check): void {
  const listed = events.filter(({ type }) => type === 'TransfersListed').flatMap(({ data }) => data.transfers as Listed[]);
  const said = new Map<number, Said>();
  let [teller, written]: [string, Written] = ['', { created: undefined, version: 0 }];
  let [word, of]: [Word | undefined, Word | undefined] = [undefined, undefined];
  const words: LastWord[] = [];
  const rejected: Rejected[] = [];
  for (const { type, data, person, version, at } of events) {
    if (type === 'PaymentFileAnswered') {
      [teller, written, of] = [person, { created: timeOf(data.created), version }, undefined];
      const ofWhole = (data.untold ?? []).findLast(({ because }: { because: string }) => OF_WHOLE.includes(because));
      if (ofWhole && !(word && isBefore(written, word))) word = { ...written, code: ofWhole.code ?? '', person };
      words.push({ at, word });
    }
    if (type === 'RemainingTransfersRejected') {
      check(
        isRejecting(word),
        () => `file ${id} has its remaining transfers rejected, and the bank says ${word?.code || 'nothing'} of the whole`,
      );
      [teller, of] = [person, word];
    }
    for (const { number, standing } of type === 'TransfersTold' ? (data.transfers as Told[]) : []) {
      const before = said.get(number);
      if (of) checkRest(`transfer ${number} of ${id}`, before, of, check);
      const { created, version: toldIn } = of && before ? before : written;
      said.set(number, { standing, teller, of, created, version: toldIn });
      if (of && standing === 'rejected') rejected.push({ number, teller, at });
    }
    for (const number of type === 'FileFailuresConfirmed' ? (data.numbers as number[]) : [])
      checkConfirmed(`transfer ${number} of ${id}`, { by: person, word, said: said.get(number) }, check, () =>
        hasFailed(disbursement, listed[number - 1]),
      );
  }
  for (const each of rejected)
    for (const { at, type } of confirmedBy(disbursement, listed[each.number - 1], each)) {
      const last = words.findLast((one) => one.at < at)?.word;
      check(
        isRejecting(last),
        () =>
          `${type} confirms what transfer ${each.number} of ${id} was rejected for with the whole file, and the bank says ${last?.code} of it`,
      );
    }
}

type LastWord = { readonly at: string; readonly word: Word | undefined };
type Rejected = { readonly number: number; readonly teller: string; readonly at: string };
const REPORTS = ['PaymentFailureReported', 'PaymentReversalReported'];
const CONFIRMATIONS = ['PaymentFailed', 'SettlementReversed'];

/** What two persons have confirmed of what was reported with the rejection of the whole. */
function confirmedBy({ byStream }: Context, transfer: Listed | undefined, { teller, at }: Rejected): Recorded[] {
  const own = (byStream.get(transfer?.agreement ?? '') ?? []).filter(({ data }) => data.payment === transfer?.payment);
  const from = own.findIndex(({ type, data }) => type === 'PaymentInstructed' && data.instruction === transfer?.instruction);
  const report = own.findLast((each, place) => place > from && REPORTS.includes(each.type) && each.person === teller && each.at <= at);
  const next = own.findIndex(({ type }, place) => place > from && type === 'PaymentInstructed');
  if (from < 0 || !report || (next >= 0 && own.indexOf(report) > next)) return [];
  return own.filter(({ type, data }) => CONFIRMATIONS.includes(type) && data.report === report.data.report);
}

/** What is rejected with the whole file. Earlier versions did not ask for the second. */
function checkRest(name: string, before: Said | undefined, of: Word, check: Check): void {
  const standing = before?.standing ?? 'listed';
  const isOpen = standing === 'listed' || standing === 'waiting';
  check(isOpen, () => `${name} is rejected with the whole file, and the bank said ${standing} of it`);
  if (isOpen && before && of.created !== undefined)
    check(isBefore(before, of), () => `${name} is rejected with the whole file, and the bank said ${standing} of it since`);
}

type Confirmed = { readonly by: string; readonly word: Word | undefined; readonly said: Said | undefined };
function checkConfirmed(name: string, { by, word, said }: Confirmed, check: Check, hasFailed: () => boolean): void {
  const of = said?.of?.created === undefined ? undefined : said.of;
  check(said?.teller !== by && of?.person !== by, () => `the failure of ${name} was brought and confirmed by ${by}`);
  check(!of || isRejecting(word), () => `${name} is confirmed as failed with the whole file, and the bank says ${word?.code} of the whole`);
  check(hasFailed(), () => `${name} is confirmed as failed, and its payment has not failed by it`);
}

const isRejecting = (word: Word | undefined): boolean => REJECTING.includes(word?.code ?? '');
const isBefore = (one: Written, other: Written): boolean =>
  one.created === undefined || other.created === undefined || one.created === other.created
    ? one.version < other.version
    : one.created < other.created;
/** Where no zone is named, as UTC; undefined where there is no time. */
function timeOf(created = ''): number | undefined {
  const time = Date.parse(/T.*(Z|[+-]\d\d:?\d\d)$/.test(created) || !created.includes('T') ? created : `${created}Z`);
  return Number.isNaN(time) ? undefined : time;
}

/** Whether the payment failed after it was instructed by this instruction, and before any other. */
function hasFailed({ byStream }: Context, transfer: Listed | undefined): boolean {
  if (!transfer) return false;
  const own = (byStream.get(transfer.agreement) ?? []).filter(({ data }) => data.payment === transfer.payment);
  const from = own.findIndex(({ type, data }) => type === 'PaymentInstructed' && data.instruction === transfer.instruction);
  if (from < 0) return false;
  const next = own.findIndex(({ type }, at) => at > from && type === 'PaymentInstructed');
  return own.slice(from, next < 0 ? undefined : next).some(({ type }) => type === 'PaymentFailed');
}
