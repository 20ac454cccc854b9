import type { Actor } from '@junkan/kit/pure/actor.ts';
import type { Instant } from '@junkan/kit/pure/dates.ts';
import type { MilestoneId, SponsorId } from '../agreement-state.ts';
import type { Hold, HoldReason, Part, ReleaseReason } from './hold.ts';

type Deciding = { readonly now: Instant; readonly by: Actor };

/** Notes are references of erasable texts. `releaseDays`: after so many whoever may release it is reminded. */
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
