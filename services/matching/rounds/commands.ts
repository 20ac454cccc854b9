import type { Conversion } from '@junkan/kit/finance/conversion.ts';
import type { CalendarDate, Instant } from '@junkan/kit/pure/dates.ts';
import type { Rules } from '@junkan/kit/pure/limits.ts';
import type { Money } from '@junkan/kit/pure/money.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import type { OfferId, Proposed, Terms } from './funding.ts';

/** What the project said when the funding was opened. */
export type ProjectFacts = {
  project: string;
  status: string;
  round: number;
  proposer: string;
  target: Money;
  minimumCloseBasisPoints: number;
  deadline: Instant;
};

/** The currency of the envelope that backs an offer, and what the terms come to in it where it is another; nothing where no rates stand. */
export type Budget = { readonly currency: string; readonly conversion: Conversion | undefined };

export type Ticket = { readonly ticketMinimum: Money; readonly ticketMaximum: Money };

/** What is true of the mandate and the envelope that an offer names, and whether the mandate matches the project. */
export type OfferFacts = Ticket & {
  sponsor: string;
  mandate: string;
  mandateSponsor: string;
  mandateStatus: string;
  /** Which of the mandate's terms are in force. */
  mandateRevision: number;
  envelope: string;
  envelopeSponsor: string;
  budget: Budget;
  /** The first and the last day of the envelope; '' = without bound. */
  periodStart: CalendarDate | '';
  periodEnd: CalendarDate | '';
  /** Codes of the hard constraints that the pair misses; none = it matches. */
  missed: readonly string[];
};

/** What the due diligence on the proposer says now, and whether that stops an approval. */
export type DueDiligence = { readonly passport: string; readonly level: string; readonly validUntil: string; readonly stops: boolean };

export const CANCEL_CAUSES = ['project-refused', 'project-withdrawn'] as const;
export type CancelCause = (typeof CANCEL_CAUSES)[number];

type Of = { readonly offer: OfferId; readonly by: Actor };

/** Notes are references of erasable texts; '' = none. `budget`: of the sponsor; what the proposer says takes none. */
export type OfferCommand =
  | ({ type: 'ProposeOffer'; facts: OfferFacts; now: Instant } & Proposed & Of)
  | ({ type: 'BackOffer'; terms: number; now: Instant } & Of)
  | ({ type: 'RefuseBacking'; terms: number; left: Money } & Of)
  | ({ type: 'AcceptOffer'; terms: number; budget: Budget; now: Instant } & Of)
  | ({ type: 'CounterOffer'; terms: number; note: string; ticket: Ticket; budget: Budget; now: Instant } & Terms & Of)
  | ({ type: 'DeclineOffer'; note: string } & Of)
  | ({ type: 'RetractOffer'; note: string } & Of)
  | ({ type: 'ExpireOffer'; now: Instant } & Of)
  | ({ type: 'ApproveOffer'; dueDiligence: DueDiligence; rules: Rules; now: Instant } & Of)
  /** `reopenedDays`: how long a reopened round continues. */
  | ({ type: 'WithdrawOffer'; note: string; reopenedDays: number; now: Instant } & Of);

export type Command =
  | { type: 'OpenFunding'; facts: ProjectFacts; by: Actor }
  | { type: 'CloseFunding'; now: Instant; by: Actor }
  | { type: 'SealFunding'; by: Actor }
  | { type: 'CancelFunding'; because: CancelCause; by: Actor }
  | OfferCommand;
export type CommandOf<Type extends Command['type']> = Extract<Command, { type: Type }>;
