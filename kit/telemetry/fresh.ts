const FRESH_MS = 15 * 60_000;

/** How much real time has passed since something happened at a moment of policy time, in milliseconds. */
export const ageOf = ({ at, clockOffset }: { readonly at: string; readonly clockOffset: number }): number =>
  Date.now() - (Date.parse(at) - clockOffset);

/** What is older is published or read again, by a rebuild or after a loss: that is no part of what happened when it came to be. */
export const isFresh = (happened: { readonly at: string; readonly clockOffset: number }): boolean => ageOf(happened) < FRESH_MS;
