import type { Instant } from '@junkan/kit/pure/dates.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import type { MilestoneId, SponsorId } from '../ids.ts';

/** What is paid by one order at a time: a sponsor's part of a tranche, ahead of its milestone too; 0 = what was retained of all of them. */
export type Part = { readonly tranche: number; readonly sponsor: SponsorId };

export type HoldReason = 'irregularity-suspected' | 'account-in-doubt' | 'dispute' | 'documents-missing' | 'sanctions-check' | 'other';
export type ReleaseReason = 'cleared' | 'account-confirmed' | 'dispute-settled' | 'documents-received' | 'held-by-mistake' | 'other';

/** Why the money of a part does not go on, by one person. What it has not come to is ''; the notes are references of erasable texts. */
export type Hold = Part & {
  /** Counts the holds of the agreement, from 1. */
  readonly number: number;
  readonly status: 'standing' | 'released';
  /** '' = of no tranche. */
  readonly milestone: MilestoneId | '';
  readonly reason: HoldReason;
  readonly note: string;
  /** For which the person acted: the secretariat, or the sponsor. */
  readonly organisation: string;
  readonly heldBy: string;
  readonly heldAt: Instant;
  readonly releaseDue: Instant;
  readonly releaseReason: ReleaseReason | '';
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
  Part & {
    type: 'HoldPayment';
    /** Of the tranche; '' = of none. */
    milestone: MilestoneId | '';
    reason: HoldReason;
    note: string;
    releaseDays: number;
  };
export type ReleaseHold = Deciding & { type: 'ReleaseHold'; hold: number; reason: ReleaseReason; note: string };
export type HoldCommand = HoldPayment | ReleaseHold;

export type HoldEvent =
  | {
      type: 'PaymentHeld';
      hold: number;
      tranche: number;
      sponsor: SponsorId;
      milestone: MilestoneId | '';
      reason: HoldReason;
      note: string;
      organisation: string;
      releaseDue: Instant;
      at: Instant;
      by: string;
    }
  | { type: 'HoldReleased'; hold: number; milestone: MilestoneId | ''; reason: ReleaseReason; note: string; at: Instant; by: string };

export type HoldRejection =
  | { type: 'HoldIsUnknown'; hold: number }
  | { type: 'HoldIsReleased'; hold: number }
  | { type: 'PartIsPaid'; tranche: number; sponsor: SponsorId }
  | { type: 'PersonHoldsIt'; hold: number }
  | { type: 'PaymentIsHeld'; tranche: number; sponsor: SponsorId; hold: number; reason: Hold['reason']; since: Instant };

export type Holds = { own: readonly Hold[]; command: HoldCommand; event: HoldEvent; rejection: HoldRejection };
