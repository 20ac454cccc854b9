import type { Role } from '@junkan/proto/actor.ts';

/** Money as the API gives it: a decimal text with the currency's ISO 4217 places. */
export type MoneyText = { readonly amount: string; readonly currency: string };

export type RejectedRow = { readonly line: number; readonly column: string; readonly reason: string; readonly value: string };

/** One project that shows one variant of the life cycle: its path, and its final status. */
export type Demonstration = {
  readonly name: string;
  readonly project: string;
  readonly path: string;
  readonly status: string;
  /** Where it should stand. */
  readonly ends: string;
};

/** What became of the cities that signed a declaration. */
export type DeclarationSummary = {
  /** ISO 8601 calendar date, of the city. */
  readonly admittedOn: string;
  readonly signatories: readonly { readonly name: string; readonly status: string; readonly standing: string }[];
  readonly groupMembers: number;
  /** The first report of the first city: its values, how many of them came filled, and how many are verified. */
  readonly report: { readonly status: string; readonly values: number; readonly filled: number; readonly verified: number };
  /** How one city learnt from another: what, with which score, and how many practices it has adopted. Absent where none fitted. */
  readonly exchange?: {
    readonly seeker: string;
    readonly provider: string;
    readonly status: string;
    readonly topic: readonly string[];
    readonly score: string;
    readonly practices: number;
  };
  readonly award?: AwardSummary;
  /** The steps of the ladder of who was late, each with its day. */
  readonly ladder: readonly string[];
};

/** What a jury has decided of the nominations of an award. */
export type AwardSummary = {
  readonly status: string;
  readonly jurors: number;
  /** Those whose interest bars them from the category. */
  readonly barred: number;
  readonly ballots: number;
  /** Whether the first is the same whichever juror is left out. */
  readonly firm: boolean;
  readonly order: readonly {
    readonly title: string;
    readonly place: number;
    /** Above or below the field, and the plain mean; exact. */
    readonly points: string;
    readonly mean: string;
    readonly result: string;
  }[];
};

/** What became of a training that was held. */
export type LearningSummary = {
  readonly session: string;
  readonly status: string;
  readonly seats: number;
  readonly asked: number;
  readonly confirmed: number;
  readonly gaveUp: number;
  readonly waitedInVain: number;
  /** Who attended as long as the rule asks. */
  readonly passed: number;
  /** Those that were issued, by another person than who proposed them. */
  readonly certificates: number;
  /** What everybody reads by the code of one of them, and by a code that is mistyped. */
  readonly checked: string;
  readonly mistyped: string;
};

/** What the library of policies has, and what became of the request of a city that adopted one. */
export type PolicySummary = {
  readonly policies: number;
  readonly request: string;
  readonly status: string;
  /** Paragraphs of what was adopted, against the model that it began with. */
  readonly distance: { readonly kept: number; readonly changed: number; readonly added: number; readonly removed: number };
};

/** What became of a call for projects. */
export type CallSummary = {
  readonly status: string;
  /** For all that is selected together. */
  readonly available: MoneyText;
  /** What reviewers have to do with answers, declared or found. */
  readonly interests: number;
  readonly reviews: number;
  /** Whether the first is the same whichever reviewer is left out. */
  readonly firm: boolean;
  readonly order: readonly {
    readonly title: string;
    readonly place: number;
    /** Above or below the field, and the plain mean; exact. */
    readonly points: string;
    readonly mean: string;
    readonly selected: boolean;
  }[];
};

/** What the main job did with one input; counts are of that input. */
/** What waits, in a trial, for somebody of this role of the organisation of this name, and its address in the browser. */
export type InProgress = {
  readonly name: string;
  readonly title: string;
  readonly by: Role | 'deputy';
  readonly of: string;
  readonly path: string;
};

export type JobSummary = {
  readonly projects: number;
  readonly sponsors: number;
  readonly rejectedRows: readonly RejectedRow[];
  readonly differing: readonly { readonly reference: string; readonly reason: string }[];
  readonly matches: number;
  readonly cohort: number;
  readonly closed: number;
  readonly unfunded: number;
  readonly milestonesPaid: number;
  readonly paidBySponsor: Readonly<Record<string, MoneyText>>;
  readonly paidByCurrency: Readonly<Record<string, MoneyText>>;
  readonly ledgerBalanced: boolean;
  readonly demonstrations: readonly Demonstration[];
  /** Absent where it was not asked for. */
  readonly declaration?: DeclarationSummary;
  readonly learning?: LearningSummary;
  readonly policy?: PolicySummary;
  readonly call?: CallSummary;
  readonly inProgress?: readonly InProgress[];
  /** Cohort projects that are neither closed nor unfunded, and demonstrations that ended elsewhere: none when the job is done. */
  readonly unfinished: readonly string[];
};
