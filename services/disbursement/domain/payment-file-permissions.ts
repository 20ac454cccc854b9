import type { Actor } from '@junkan/kit/pure/actor.ts';
import type { Instant } from '@junkan/kit/pure/dates.ts';
import { type Attempts, type BodiesFor, type Permission, permissions } from '@junkan/kit/pure/permissions.ts';
import type { Command, Existing, Rejection, StandingFault } from './payment-file.ts';
import { decide } from './payment-file-decide.ts';

/** `fault`: what stands against sending it now, as far as it is asked for. */
export type PaymentFileFacts = { readonly now: Instant; readonly fault: StandingFault | undefined };

/** What an actor may do with a file of payments. */
export const paymentFilePermissions = (
  state: Existing,
  facts: PaymentFileFacts,
  bodies: PaymentFileBodies,
  by: Actor,
): Permission<Rejection>[] =>
  permissions<Command, Rejection>({
    attempts: [{ as: attempts(facts) }],
    bodies,
    decide: (command) => decide(command, state),
    hiding: ['PaymentFileIsUnknown'],
    by,
  });

/** What the bodies of its operations say. */
export type PaymentFileBodies = BodiesFor<Command, ReturnType<typeof attempts>>;

function attempts({ now, fault }: PaymentFileFacts) {
  return {
    approvePaymentFile: { type: 'ApprovePaymentFile', fault, now },
    refusePaymentFile: { type: 'RefusePaymentFile', now },
    sendPaymentFile: { type: 'SendPaymentFile', fault, now },
  } as const satisfies Attempts<Command>;
}
