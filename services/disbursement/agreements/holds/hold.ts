import type { Instant } from '@junkan/kit/pure/dates.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import type { HoldReleased, PaymentHeld } from '@junkan/proto/junkan/disbursement/v1/facts.ts';
import type { Requests } from '@junkan/proto/junkan/disbursement/v1/requests.ts';
import type { MilestoneId, SponsorId } from '../ids.ts';
import type { Line } from '../payments/of-statement.ts';

/** What is paid by one order at a time: a sponsor's part of a tranche, ahead of its milestone too; 0 = what was retained of all of them. */
export type Part = { readonly tranche: number; readonly sponsor: SponsorId };

/** Why the money of a part does not go on, by one person. What it has not come to is ''; the notes are references of erasable texts. */
export type Hold = Omit<PaymentHeld, 'type' | 'hold' | 'at' | 'by' | 'statement' | 'statementEntry'> & {
  /** Counts the holds of the agreement, from 1. */
  readonly number: number;
  readonly status: 'standing' | 'released';
  readonly heldBy: string;
  readonly heldAt: Instant;
  readonly releaseReason: HoldReleased['reason'] | '';
  readonly releaseNote: string;
  readonly releasedBy: string;
  readonly releasedAt: Instant | '';
  /** The line of a statement for which it is held. */
  readonly statement: string;
  /** 0 = none. */
  readonly statementEntry: number;
};

export const isOnPart = (one: Part, { tranche, sponsor }: Part): boolean => one.tranche === tranche && one.sponsor === sponsor;

/** The active holds of a part. */
export const standingOn = (part: Part, holds: readonly Hold[]): Hold[] =>
  holds.filter((hold) => hold.status === 'standing' && isOnPart(hold, part));

type Deciding = { readonly now: Instant; readonly by: Actor };

/**
 * Notes are references of erasable texts. `releaseDays`: after this many days the persons who may release it are reminded. `line`: of a statement, which shows that
 * the part was paid before; absent where a person holds it for a reason of their own.
 */
export type HoldPayment = Deciding &
  Omit<Requests['holdPayment'], 'agreement'> & {
    readonly type: 'HoldPayment';
    readonly milestone: MilestoneId | '';
    readonly releaseDays: number;
    readonly line?: Line | undefined;
  };
/** `undecided`: the line for which it is held, where that waits still. */
export type ReleaseHold = Deciding &
  Omit<Requests['releaseHold'], 'agreement'> & { readonly type: 'ReleaseHold'; readonly undecided?: Line | undefined };
/** Two persons have decided the line of a statement for which the money is held. */
export type EndHolds = Deciding & { readonly type: 'EndHolds'; readonly line: Line };
export type HoldCommand = HoldPayment | ReleaseHold | EndHolds;

export type HoldEvent = PaymentHeld | HoldReleased;

export type HoldRejection =
  | { type: 'HoldIsUnknown'; hold: number }
  | { type: 'HoldIsReleased'; hold: number }
  | { type: 'LineIsUndecided'; statement: string; entry: number }
  | { type: 'PartIsPaid'; tranche: number; sponsor: SponsorId }
  | { type: 'PersonHoldsIt'; hold: number }
  | { type: 'PaymentIsHeld'; tranche: number; sponsor: SponsorId; hold: number; reason: Hold['reason']; since: Instant };

export type Holds = { own: readonly Hold[]; command: HoldCommand; event: HoldEvent; rejection: HoldRejection };
