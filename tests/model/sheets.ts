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
