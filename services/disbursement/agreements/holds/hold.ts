import type { Instant } from '@junkan/kit/pure/dates.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import type { HoldReleased, PaymentHeld } from '@junkan/proto/junkan/disbursement/v1/facts.ts';
import type { Requests } from '@junkan/proto/junkan/disbursement/v1/requests.ts';
import type { MilestoneId, SponsorId } from '../ids.ts';

/** What is paid by one order at a time: a sponsor's part of a tranche, ahead of its milestone too; 0 = what was retained of all of them. */
export type Part = { readonly tranche: number; readonly sponsor: SponsorId };

/** Why the money of a part does not go on, by one person. What it has not come to is ''; the notes are references of erasable texts. */
export type Hold = Omit<PaymentHeld, 'type' | 'hold' | 'at' | 'by'> & {
  /** Counts the holds of the agreement, from 1. */
  readonly number: number;
  readonly status: 'standing' | 'released';
  readonly heldBy: string;
  readonly heldAt: Instant;
  readonly releaseReason: HoldReleased['reason'] | '';
  readonly releaseNote: string;
  readonly releasedBy: string;
  readonly releasedAt: Instant | '';
};

export const isOnPart = (one: Part, { tranche, sponsor }: Part): boolean => one.tranche === tranche && one.sponsor === sponsor;

/** The active holds of a part. */
export const standingOn = (part: Part, holds: readonly Hold[]): Hold[] =>
  holds.filter((hold) => hold.status === 'standing' && isOnPart(hold, part));

type Deciding = { readonly now: Instant; readonly by: Actor };

/** Notes are references of erasable texts. `releaseDays`: after this many days the persons who may release it are reminded. */
export type HoldPayment = Deciding &
  Omit<Requests['holdPayment'], 'agreement'> & {
    readonly type: 'HoldPayment';
    readonly milestone: MilestoneId | '';
    readonly releaseDays: number;
  };
export type ReleaseHold = Deciding & Omit<Requests['releaseHold'], 'agreement'> & { readonly type: 'ReleaseHold' };
export type HoldCommand = HoldPayment | ReleaseHold;

export type HoldEvent = PaymentHeld | HoldReleased;

export type HoldRejection =
  | { type: 'HoldIsUnknown'; hold: number }
  | { type: 'HoldIsReleased'; hold: number }
  | { type: 'PartIsPaid'; tranche: number; sponsor: SponsorId }
  | { type: 'PersonHoldsIt'; hold: number }
  | { type: 'PaymentIsHeld'; tranche: number; sponsor: SponsorId; hold: number; reason: Hold['reason']; since: Instant };

export type Holds = { own: readonly Hold[]; command: HoldCommand; event: HoldEvent; rejection: HoldRejection };
