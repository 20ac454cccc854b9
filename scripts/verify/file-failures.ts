import { type Context, type finding, type Recorded, streamsOf } from './facts.ts';

type Check = ReturnType<typeof finding>['check'];
type Told = { readonly number: number; readonly standing: string; readonly refusal?: string };
type Listed = { readonly agreement: string; readonly payment: string; readonly instruction: string };

const OF_WHOLE = ['group-only', 'instruction-only', 'group', 'instruction'];
const REJECTING = ['RJCT', 'CANC'];

/**
 * Part of 18: what a bank rejects with a whole file is applied only while its last word on the whole rejects it, and only to transfers on which it has decided
 * nothing by themselves. What of a file is confirmed as failed is confirmed by another person than who brought the bank's word, and has failed by its instruction.
 */
export function checkFailures(disbursement: Context, check: Check): void {
  for (const [id, events] of streamsOf(disbursement, 'pfl')) checkFile(id, events, disbursement, check);
}

function checkFile(id: string, events: readonly Recorded[], disbursement: Context, check: Check): void {
  const listed = events.filter(({ type }) => type === 'TransfersListed').flatMap(({ data }) => data.transfers as Listed[]);
  const [standings, tellers] = [new Map<number, string>(), new Map<number, string>()];
  let [word, teller, isOfRest] = ['', '', false];
  for (const { type, data, person } of events) {
    if (type === 'PaymentFileAnswered') {
      const ofWhole = (data.untold ?? []).findLast(({ because }: { because: string }) => OF_WHOLE.includes(because));
      if (ofWhole) word = ofWhole.code ?? '';
      [teller, isOfRest] = [person, false];
    }
    if (type === 'RemainingTransfersRejected') {
      check(
        REJECTING.includes(word),
        () => `file ${id} has its remaining transfers rejected, and the bank says ${word || 'nothing'} of the whole`,
      );
      [teller, isOfRest] = [person, true];
    }
    for (const { number, standing } of type === 'TransfersTold' ? (data.transfers as Told[]) : []) {
      const before = standings.get(number) ?? 'listed';
      const mayBe = !isOfRest || before === 'listed' || before === 'waiting';
      check(mayBe, () => `transfer ${number} of ${id} is rejected with the whole file, and the bank said ${before} of it`);
      standings.set(number, standing);
      tellers.set(number, teller);
    }
    for (const number of type === 'FileFailuresConfirmed' ? (data.numbers as number[]) : []) {
      check(tellers.get(number) !== person, () => `the failure of transfer ${number} of ${id} was brought and confirmed by ${person}`);
      check(
        hasFailed(disbursement, listed[number - 1]),
        () => `transfer ${number} of ${id} is confirmed as failed, and its payment has not failed by it`,
      );
    }
  }
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
