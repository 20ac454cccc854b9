import type { Actor } from '@junkan/kit/pure/actor.ts';
import type { Instant } from '@junkan/kit/pure/dates.ts';
import { type Attempts, type BodiesFor, type Permission, permissions } from '@junkan/kit/pure/permissions.ts';
import type { Command, Existing, Rejection, StandingFault } from './payment-file.ts';
import { decide } from './payment-file-decide.ts';

/** `fault`: what prevents sending it now, if it was looked up. */
export type PaymentFileFacts = { readonly now: Instant; readonly fault: StandingFault | undefined };

/** What an actor may do with a file of payments. */
export const paymentFilePermissions = (
  state: Existing,
  facts: PaymentFileFacts,
  bodies: PaymentFileBodies,
  by: Actor,
): Permission<Rejection>[] =>
  permissions<Command, Rejection>({
    attempts: [{ as: attempts(state, facts) }],
    bodies,
    decide: (command) => decide(command, state),
    hiding: ['PaymentFileIsUnknown'],
    by,
  });

/** What the bodies of its operations say; that of an answer is a bank’s file. */
export type PaymentFileBodies = BodiesFor<Command, Omit<ReturnType<typeof attempts>, 'answerPaymentFile'>>;

function attempts({ status }: Existing, { now, fault }: PaymentFileFacts) {
  // One that was cut off while it was sent is sent to its end.
  const sending = status === 'sending' ? ({ type: 'CompleteSending', now } as const) : ({ type: 'SendPaymentFile', fault, now } as const);
  return {
    approvePaymentFile: { type: 'ApprovePaymentFile', fault, now },
    refusePaymentFile: { type: 'RefusePaymentFile', now },
    sendPaymentFile: sending,
    // Of one that it was not given yet.
    answerPaymentFile: { type: 'NoteAnswer', reference: '', answer: '', told: [], untold: [], now },
  } as const satisfies Attempts<Command>;
}
