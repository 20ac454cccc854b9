/** The engine's data of a sponsor's mandate. Codes are compared exactly; an empty list of themes or instruments means "any". */
export type MandateProfile = {
  readonly id: string;
  readonly sponsor: string;
  /** ISO 3166-1 alpha-2, regions already expanded; an empty list covers nothing. */
  readonly countries: readonly string[];
  readonly themes: readonly string[];
  readonly excludedThemes: readonly string[];
  /** Hard: what the sponsor can give. */
  readonly instruments: readonly string[];
  /** Soft: lending instruments that the sponsor has financed before; empty = not known. */
  readonly preferredInstruments: readonly string[];
  /** ISO 4217. */
  readonly currency: string;
  /** Minor units, 0 to 2^63 - 1. The maximum bounds an offer, never a match. */
  readonly ticketMinimum: bigint;
  readonly ticketMaximum: bigint;
  /** The band of most tickets (10th to 90th percentile), minor units; absent where it is not known. */
  readonly usualTicket?: { readonly low: bigint; readonly high: bigint } | undefined;
  /** 0 (an idea will do) to 4 (must be ready to start). */
  readonly minimumReadiness: number;
  readonly requiredIndicators: readonly string[];
  /** Only a published mandate matches. */
  readonly status: 'published' | 'paused' | 'retired';
};

/** What the engine knows of a project that is open to sponsors. */
export type ProjectProfile = {
  readonly id: string;
  /** ISO 3166-1 alpha-2; a mandate must cover every one. */
  readonly countries: readonly string[];
  readonly themes: readonly string[];
  /** Instruments that the proposer can take; empty = any. */
  readonly instruments: readonly string[];
  readonly preferredInstrument?: string | undefined;
  /** ISO 4217. */
  readonly currency: string;
  /** Minor units, 0 to 2^63 - 1. */
  readonly target: bigint;
  /** 0 (idea) to 4 (ready to start). */
  readonly readiness: number;
  /** Codes of the indicators that the project reports. */
  readonly indicators: readonly string[];
};

/** The band that a target is measured against: the usual tickets, or the whole range where they are not known. */
export const usualBand = (mandate: MandateProfile): { low: bigint; high: bigint } =>
  mandate.usualTicket ?? { low: mandate.ticketMinimum, high: mandate.ticketMaximum };

export const MAX_MONEY = 2n ** 63n - 1n;
export const MAX_READINESS = 4;

/** @throws if a figure does not fit the columns of an index: the profile was not validated, which is a bug. */
export function checkFigures(of: string, money: readonly bigint[], readiness: number): void {
  if (money.some((amount) => amount < 0n || amount > MAX_MONEY)) throw new RangeError(`${of} has an amount outside 0 to 2^63 - 1`);
  if (!Number.isInteger(readiness) || readiness < 0 || readiness > MAX_READINESS)
    throw new RangeError(`${of} has the readiness ${readiness}, which is not one of 0 to ${MAX_READINESS}`);
}
