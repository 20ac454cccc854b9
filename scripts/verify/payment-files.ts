import { createHash } from 'node:crypto';
import { numbersOf } from './account-numbers.ts';
import { accountsIn, fallenBackToAt } from './accounts-in-use.ts';
import { checkDays } from './day-sums.ts';
import { daysAt } from './days.ts';
import { type Context, type Finding, finding, minor, type Recorded, type Stored, streamsOf } from './facts.ts';
import { checkFailures } from './file-failures.ts';
import { type Joined, joinedIn } from './joined.ts';
import { type Listed, messageOf } from './payment-file-message.ts';
import { debitsIn, type Line } from './shown-payments.ts';
import { isUndecidedAt } from './undecided-lines.ts';

type Check = ReturnType<typeof finding>['check'];
type File = {
  readonly id: string;
  readonly events: readonly Recorded[];
  readonly begun: Recorded;
  readonly made: Recorded | undefined;
  readonly handedOver: Recorded | undefined;
  readonly isSent: boolean;
  readonly transfers: readonly Listed[];
};

/**
 * 18. A file of payments is made by one person and approved by another, who had no hand in what it pays; by two above the limit of a day, and where the first,
 * or who counts as one person with them, approved a payment in it alone; its sum and hash are those of its transfers;
 * what the bank has rejected in it fails by two persons; it is paid from and to the accounts that were used when it was handed over; each of its payments is instructed once, by it and no other way. One that was
 * downloaded is refused by two, of whom the second neither made nor had it, and what it pays is instructed by no other way before,
 * and by another reference then. None is refused of which a statement shows a payment by then, where it can be marked as sent instead. It goes to the bank on its day, unless somebody had it by then.
 * Nothing is settled before the bank could have the instruction.
 */
export async function paymentFilesAreKept(stored: Stored): Promise<Finding> {
  const { disbursement } = stored;
  const { check, result } = finding();
  const areJoined = joinedIn(stored);
  const files = streamsOf(disbursement, 'pfl').flatMap(([id, events]) => fileOf(id, events) ?? []);
  const lines = debitsIn(disbursement);
  for (const file of files) {
    checkPersons(file, disbursement, areJoined, check);
    checkSum(file, check);
    if (file.handedOver) checkAccounts(file, disbursement, check);
    checkDay(file, check);
    checkRefusal(file, disbursement, check);
    checkTold(file, lines, disbursement, check);
    checkShownFile(file, lines, check);
  }
  checkInstructions(files, disbursement, check);
  checkDays(disbursement, check);
  checkFailures(disbursement, check);
  const named = files.flatMap(({ begun, transfers }) => [begun.data.payerAccount, ...transfers.map(({ payeeAccount }) => payeeAccount)]);
  const numbers = await numbersOf(disbursement, named);
  for (const file of files.filter(({ made }) => made)) checkHash(file, disbursement, numbers, check);
  return result();
}

function fileOf(id: string, events: readonly Recorded[]): File | undefined {
  const of = (type: Recorded['type']) => events.find((event) => event.type === type);
  const begun = of('PaymentFileBegun');
  if (!begun) return undefined;
  const made = of('PaymentFileMade');
  const sent = { handedOver: of('PaymentFileHandedOver'), isSent: of('PaymentFileSent') !== undefined };
  return { id, events, begun, made, ...sent, transfers: transfersOf(events) };
}

/** What is in a file, without what was left out of it. */
export function transfersOf(events: readonly Recorded[]): Listed[] {
  const last = events.find(({ type }) => type === 'PaymentFileMade') ?? events.find(({ type }) => type === 'PaymentFileRefused');
  const left = new Set<number>(last?.data.leftOut ?? []);
  const listed = events.filter(({ type }) => type === 'TransfersListed').flatMap(({ data }) => data.transfers as Listed[]);
  return listed.filter(({ because = '' }, at) => because === '' && !left.has(at + 1));
}

/** The request of a payment, as of then. */
const requestOf = ({ byStream }: Context, { agreement, payment }: Listed, at: string): Recorded | undefined =>
  byStream.get(agreement)?.findLast(({ type, data, at: then }) => type === 'PaymentRequested' && data.payment === payment && then <= at);

function checkPersons({ id, events, begun, transfers }: File, disbursement: Context, areJoined: Joined, check: Check): void {
  const of = (type: Recorded['type']): string | undefined => events.find((event) => event.type === type)?.person;
  const [first, last, sender] = [of('PaymentFileApprovedOnce'), of('PaymentFileApproved'), of('PaymentFileHandedOver')];
  check(sender === undefined || last !== undefined, () => `file ${id} was handed over, and nobody had approved it`);
  check(last === undefined || first !== last, () => `file ${id} was approved twice by ${last}`);
  const alone = last !== undefined && first === undefined ? approvalsAlone(disbursement, transfers, begun) : [];
  const approval = events.find(({ type }) => type === 'PaymentFileApproved');
  for (const { person } of alone) {
    check(person !== last, () => `file ${id} was approved by ${last} alone, who had approved a payment in it alone`);
    check(
      !areJoined(person, last ?? '', approval?.at ?? ''),
      () => `file ${id} was approved by ${last} alone, who counts as one with ${person}, who had approved a payment in it alone`,
    );
  }
  for (const person of [first, last]) {
    if (person === undefined) continue;
    check(person !== begun.person, () => `file ${id} was made and approved by ${person}`);
    check(person !== sender, () => `file ${id} was approved and handed over by ${person}`);
    for (const transfer of transfers) {
      const { data } = requestOf(disbursement, transfer, begun.at) ?? { data: {} };
      const before: unknown[] = [data.by, data.verifiedBy, data.submittedBy, ...(data.reportedBy ?? [])];
      check(!before.includes(person), () => `file ${id} was approved by ${person}, who had a hand in ${transfer.payment} before`);
    }
  }
}

/** The approvals of one person alone of payments in a file, before the file was begun; none for files of earlier versions, which asked for nothing of the kind. */
export function approvalsAlone({ byStream }: Context, transfers: readonly Listed[], begun: Recorded): Recorded[] {
  if (begun.data.approvedAlone === undefined) return [];
  return transfers.flatMap(({ agreement, payment }) => {
    const own = byStream.get(agreement)?.filter(({ data, at }) => data.payment === payment && at <= begun.at) ?? [];
    const request = own.findLast(({ type }) => type === 'PaymentRequested');
    const since = own.filter(({ version }) => version > (request?.version ?? 0));
    const isShared = since.some(({ type }) => type === 'PaymentApprovedOnce');
    return isShared ? [] : since.filter(({ type }) => type === 'PaymentApproved');
  });
}

/** What somebody has as the bank gets it may be paid, until two persons say that the bank does not have it. */
function checkRefusal({ id, events, begun, transfers }: File, { byStream }: Context, check: Check): void {
  const downloads = events.filter(({ type }) => type === 'PaymentFileDownloaded');
  const [first] = downloads;
  if (!first) return;
  const refused = events.find(({ type }) => type === 'PaymentFileRefused');
  const before = events.filter(({ version }) => version < (refused?.version ?? 0));
  const requested = before.find(({ type }) => type === 'PaymentFileRefusalRequested');
  const wasDownloaded = before.includes(first);
  if (refused && wasDownloaded) {
    const had = [begun, requested, ...downloads.filter((each) => before.includes(each))].map((each) => each?.person);
    check(requested !== undefined, () => `file ${id} was downloaded, and refused by ${refused.person} alone`);
    check(!had.includes(refused.person), () => `file ${id} was refused by ${refused.person}, who made it, had it or asked for its refusal`);
  }
  for (const { agreement, payment, instruction } of transfers)
    for (const { type, data, at } of byStream.get(agreement) ?? [])
      if (type === 'PaymentInstructed' && data.payment === payment && data.instruction === instruction && (data.file ?? '') !== id)
        check(
          at < first.at || (refused !== undefined && refused.at <= at),
          () => `payment ${payment} of ${agreement} is instructed by ${data.file ?? 'hand'}, while file ${id} may be with the bank`,
        );
}

const STOPS: readonly string[] = ['PaymentHeld', 'AgreementSuspended', 'AgreementTerminated'];

/** It cannot be marked as sent once its accounts are not used any more or its day is over, nor perhaps where something stopped its agreements. */
function checkTold(file: File, lines: ReadonlyMap<string, readonly Line[]>, disbursement: Context, check: Check): void {
  const { id, events, begun, transfers } = file;
  const refused = events.find(({ type }) => type === 'PaymentFileRefused');
  const told = refused && undecidedOf(file, lines, refused.at);
  if (!refused || !told || !wasHadBefore(events, refused)) return;
  const isStopped = transfers.some(({ agreement }) =>
    disbursement.byStream.get(agreement)?.some(({ type, at }) => STOPS.includes(type) && at < refused.at),
  );
  const inTime = [refused, ...events.filter(({ type }) => type === 'PaymentFileDownloaded')];
  const isPast = inTime.every(({ at, data }) => daysAt(String(data.at ?? at)).last > begun.data.executionDate);
  const canBeSent = !isStopped && !isPast && unusedAt(refused.at, file, disbursement).length === 0;
  check(!canBeSent, () => `file ${id} was refused, though ${told.statement} shows that the bank has it`);
}

/** A debit of the payer's account that is a transfer of the file, and that nobody has decided by then. */
const undecidedOf = ({ begun, transfers }: File, lines: ReadonlyMap<string, readonly Line[]>, at: string): Line | undefined =>
  transfers
    .flatMap(({ instruction }) => lines.get(instruction) ?? [])
    .find(({ account, number, waiting }) => account === begun.data.payerAccount && isUndecidedAt(waiting.get(number), at));

const wasHadBefore = (events: readonly Recorded[], { version: before }: Recorded): boolean =>
  events.some(({ type, version }) => type === 'PaymentFileDownloaded' && version < before);

/** Whatever had changed, a file goes to the bank that a statement shows there: one that another person brought, after somebody had the file. */
function checkShownFile(file: File, lines: ReadonlyMap<string, readonly Line[]>, check: Check): void {
  const { id, events, handedOver } = file;
  if (!handedOver?.data.statement) return;
  const shown = undecidedOf(file, lines, handedOver.at);
  check(
    shown?.statement === handedOver.data.statement && shown?.by !== handedOver.person && wasHadBefore(events, handedOver),
    () => `file ${id} was handed over as ${handedOver.data.statement} shows it, which does not, or was brought by ${handedOver.person}`,
  );
}

function checkSum({ id, made, begun, transfers }: File, check: Check): void {
  if (!made) return;
  const sum = transfers.reduce((all, { amount }) => all + minor(amount), 0n);
  check(
    sum === minor(made.data.sum) && transfers.length === made.data.transfers,
    () => `file ${id} says ${made.data.transfers} transfers of ${minor(made.data.sum)} and has ${transfers.length} of ${sum}`,
  );
  check(
    transfers.every(({ amount }) => amount.currency === begun.data.currency),
    () => `file ${id} is of ${begun.data.currency}, and has another currency`,
  );
}

function checkAccounts(file: File, disbursement: Context, check: Check): void {
  const { id, handedOver, transfers } = file;
  const at = handedOver?.data.at ?? '';
  const unused = unusedAt(at, file, disbursement);
  // What a statement shows, the bank has, whatever account it was of.
  check(
    handedOver?.data.statement || unused.length === 0,
    () => `file ${id} was handed over with ${unused.join(' and ')}, which was not used at ${at}`,
  );
  for (const { agreement, payment, payee } of transfers) {
    const drafted = disbursement.byStream.get(agreement)?.find(({ type }) => type === 'AgreementDrafted');
    check(drafted?.data.proposer === payee, () => `file ${id} pays ${payment} to ${payee}, and it is of ${drafted?.data.proposer}`);
  }
}

/** Those of its accounts that were not used at a time, each with whose it is. */
function unusedAt(at: string, { begun, transfers }: File, disbursement: Context): string[] {
  const { payer, currency, payerAccount } = begun.data;
  const accounts = accountsIn(disbursement);
  // From which account its sponsor pays each payment was approved: it may be in the currency of its budgets.
  const from = { account: payerAccount, organisation: payer, of: disbursement.byStream.get(payerAccount)?.[0]?.data.currency ?? currency };
  const to = transfers.map(({ payee, payeeAccount }) => ({ account: payeeAccount, organisation: payee, of: currency }));
  const unused = [from, ...to].filter(
    ({ account, organisation, of }) => fallenBackToAt(accounts, { organisation, currency: of, at }) !== account,
  );
  return [...new Set(unused.map(({ account, organisation }) => `${account} of ${organisation}`))];
}

/** It goes to the bank on its day at the latest, unless somebody had it by then. Earlier versions did not ask for that, and recorded no day. */
function checkDay({ id, events, begun, handedOver }: File, check: Check): void {
  const day = handedOver?.data.day;
  if (handedOver === undefined || day === undefined) return;
  const inTime = [handedOver, ...events.filter(({ type }) => type === 'PaymentFileDownloaded')];
  check(
    day === begun.data.executionDate && inTime.some(({ at, data }) => daysAt(String(data.at ?? at)).first <= day),
    () => `file ${id} of ${begun.data.executionDate} was handed over after its day, and nobody had it by then`,
  );
}

function checkInstructions(files: readonly File[], disbursement: Context, check: Check): void {
  const listed = new Map<string, Listed>(
    files.flatMap(({ id, transfers }) => transfers.map((transfer) => [`${id} ${transfer.payment}`, transfer] as const)),
  );
  const seen = new Map<string, number>();
  for (const [agreement, events] of streamsOf(disbursement, 'agr')) {
    checkDaysOfBank(agreement, events, check);
    for (const { data } of events.filter(({ type, data }) => type === 'PaymentInstructed' && data.file)) {
      const since = withBankSince(disbursement.byStream.get(data.file) ?? []);
      check(
        data.withBankSince === undefined || data.withBankSince === since,
        () => `payment ${data.payment} of ${agreement} is with the bank since ${data.withBankSince}, and ${data.file} since ${since}`,
      );
      const key = `${data.file} ${data.payment}`;
      seen.set(key, (seen.get(key) ?? 0) + 1);
      const transfer = listed.get(key);
      check(
        transfer?.agreement === agreement && transfer?.instruction === data.instruction,
        () => `payment ${data.payment} of ${agreement} is instructed by ${data.file}, which does not have it so`,
      );
    }
    checkKept(agreement, events, check);
  }
  for (const { id, isSent, transfers } of files.filter((file) => file.isSent))
    for (const { payment } of transfers)
      check(
        isSent && seen.get(`${id} ${payment}`) === 1,
        () => `payment ${payment} is in ${id}, and instructed by it ${seen.get(`${id} ${payment}`) ?? 0} times`,
      );
}

/** When somebody first had what the bank gets, before it was handed over, or else when it was approved; or made, where a statement shows it. */
function withBankSince(events: readonly Recorded[]): string | undefined {
  const first = (of: Recorded['type']): string | undefined => events.find(({ type }) => type === of)?.data.at;
  if (events.find(({ type }) => type === 'PaymentFileHandedOver')?.data.statement) return first('PaymentFileBegun');
  const [downloaded, handedOver] = [first('PaymentFileDownloaded'), first('PaymentFileHandedOver')];
  return downloaded !== undefined && (handedOver === undefined || downloaded <= handedOver) ? downloaded : first('PaymentFileApproved');
}

/** Nothing is settled on a day before the bank could have it. Instructions of earlier versions have no date. */
function checkDaysOfBank(agreement: string, events: readonly Recorded[], check: Check): void {
  const instructed = new Map<string, string>();
  for (const { type, data } of events) {
    if (type === 'PaymentInstructed') instructed.set(data.payment, String(data.withBankSince ?? data.at ?? '').slice(0, 10));
    const since = instructed.get(data.payment) ?? '';
    if (type === 'PaymentSettled')
      check(data.valueDate >= since, () => `payment ${data.payment} of ${agreement} is settled on ${data.valueDate}, before ${since}`);
  }
}

/** A payment that is kept for a file is put into no other, and instructed by no other way, before it is taken out. */
function checkKept(agreement: string, events: readonly Recorded[], check: Check): void {
  const kept = new Map<string, string>();
  const given = new Set<string>();
  for (const { type, data } of events) {
    if (type === 'PaymentTakenFromFile') given.add(`${data.payment} ${data.instruction}`);
    if (type === 'PaymentInstructed')
      check(
        !given.has(`${data.payment} ${data.instruction}`),
        () =>
          `payment ${data.payment} of ${agreement} is instructed by the reference that it had in a file that was downloaded and refused`,
      );
    const file = kept.get(data.payment);
    if (type === 'PaymentPutInFile') {
      check(file === undefined, () => `payment ${data.payment} of ${agreement} is put into ${data.file} while it is in ${file}`);
      kept.set(data.payment, data.file);
    }
    if (type === 'PaymentInstructed')
      check(
        (data.file ?? '') === (file ?? ''),
        () => `payment ${data.payment} of ${agreement} is in ${file}, and instructed by ${data.file ?? 'hand'}`,
      );
    if (type === 'PaymentTakenFromFile' || type === 'PaymentInstructed') kept.delete(data.payment);
  }
}

function checkHash({ id, begun, made, transfers }: File, { byStream }: Context, numbers: ReadonlyMap<string, string>, check: Check): void {
  const accountOf = (account: string) => byStream.get(account)?.[0]?.data;
  const text = messageOf(begun.data, transfers, (account) => {
    const known = accountOf(account);
    const number = numbers.get(account);
    return known && number ? { ...known, number } : undefined;
  });
  if (text === undefined) return;
  const hash = createHash('sha256').update(text).digest('hex');
  check(hash === made?.data.sha256, () => `file ${id} has the hash ${made?.data.sha256}, and its message ${hash}`);
}
