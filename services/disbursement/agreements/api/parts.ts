import type { Received } from '@junkan/kit/call.ts';
import type { PolicyClock } from '@junkan/kit/clock.ts';
import type { Commander } from '@junkan/kit/grpc/command.ts';
import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import type { CalendarDate, Instant } from '@junkan/kit/pure/dates.ts';
import type { Blobs } from '@junkan/kit/store/blobs.ts';
import type { EventStore } from '@junkan/kit/store/event-store.ts';
import type { KeyClaims } from '@junkan/kit/store/key-claims.ts';
import type { Texts } from '@junkan/kit/store/texts.ts';
import type { OpenView } from '@junkan/kit/views/open-view.ts';
import type { Requests } from '@junkan/proto/junkan/disbursement/v1/commands.ts';
import type { DisbursementCommandServiceService } from '@junkan/proto/junkan/disbursement/v1/service.ts';
import type { ProjectRegistry, SponsorRegistry } from '../../api/registry.ts';
import type { Command } from '../agreement-faces.ts';
import type { AgreementId, PaymentId } from '../ids.ts';

/** What the commands of this context stand on. */
export type Parts = {
  readonly store: EventStore;
  readonly texts: Texts;
  readonly clock: PolicyClock;
  readonly projectRegistry: ProjectRegistry;
  readonly sponsorRegistry: SponsorRegistry;
  readonly keys: KeyClaims;
  /** Files of banks, and what they say in words. */
  readonly blobs: Blobs;
  readonly openPayments: Pick<OpenView, 'prepare'>;
  /** Waits until `openPayments` has all that was recorded before. */
  readonly paymentsCaughtUp: () => Promise<void>;
  readonly ownAccounts: Pick<OpenView, 'prepare'>;
  readonly standingRates: Pick<OpenView, 'prepare'>;
  /** After so many days a rate is expired. */
  readonly rateDays: number;
  /** By at most so many percent what is said of a rate differs from the present one without more. */
  readonly tolerancePercent: number;
  /** The day in the time zone of the books. */
  readonly dayOfBooks: (at: Instant) => CalendarDate;
  /** Sends a command to an agreement. */
  readonly run: Commander<Command>;
  /**
   * Before an attempt of a payment is over: where a line of a statement shows that the bank has paid it, and nobody has decided that line, its part is put on
   * hold, so that it is not paid again.
   */
  readonly holdShown: (over: Attempted, call: Received) => Promise<void>;
};

/** A payment, by a reference under which the bank has it, or had it. */
export type Attempted = { readonly agreement: AgreementId; readonly payment: PaymentId; readonly instruction: string };

/** The commands of this context, their requests checked by the rules of the contract. */
export type Commands = Handlers<typeof DisbursementCommandServiceService, Requests>;
