/** In the currency of a budget: booked by rates of a source and day, immediately or again, or it waits for rates. */
export type Booking = 'waiting' | { readonly booked: string; readonly isAgain: boolean };

/** The rates of a source and day. `lastBy`: who entered the last of them. `wasConfirmed`, `refusedBy`: what came of those. */
export type RateSheet = {
  readonly id: string;
  readonly source: string;
  readonly day: string;
  pending?: { readonly rate: string; readonly by: string } | undefined;
  standing?: string | undefined;
  lastBy: string;
  wasConfirmed: boolean;
  refusedBy: string;
};

/** What was proposed last: through which day, by whom, and what came of it. */
export type Closing = {
  readonly id: string;
  readonly through: string;
  readonly by: string;
  standing: 'proposed' | 'closed' | 'refused';
  refusedBy: string;
};

/** The last closing that was proposed, and through which day the books are closed. */
export type Books = { closing: Closing | undefined; closedThrough: string };

/** An amount that left a sponsor's account, and that its bank does not explain. */
export type Unexplained = {
  readonly number: number;
  standing: 'unmatched' | 'held' | 'charged' | 'fee' | 'dismissed' | 'ignored' | 'explained' | 'accounted';
  /** Why it is held. */
  because: '' | 'by-hand' | 'charge-refused' | 'dismissal-refused' | 'explanation-refused' | 'objected';
  by: string;
  /** Who has confirmed it as the first of two. */
  first: string;
  /** Who has said that what it is confirmed to be is wrong. */
  doubt: string;
  /** Whose text is shown with it. */
  noted: string;
};

/** A gap of a cash book, with what was said of it, the last at the end. */
export type Gap = {
  readonly book: string;
  readonly key: string;
  readonly explanations: { status: 'proposed' | 'confirmed' | 'refused'; readonly by: string; first: string; decidedBy: string }[];
};

/** A statement of an account whose number two sponsors have named. `naming`: what was said last of whose it is. */
export type Shared = {
  readonly id: string;
  owner: string;
  naming:
    | {
        readonly account: string;
        readonly sponsor: string;
        readonly by: string;
        readonly decidedBy: string;
        readonly status: 'proposed' | 'confirmed' | 'refused';
      }
    | undefined;
};

/** What has to be so before a sponsor's first payment. */
export type Condition = {
  readonly offer: string;
  readonly sponsor: string;
  number: number;
  status: 'open' | 'reported' | 'refused' | 'met';
  reportedBy: string;
};
