import { z } from 'zod';
import { money as moneyShape } from '../parts.ts';

/** The facts of a problem as one object. */
export const factsShape = (facts: Facts): z.ZodObject =>
  z.object(Object.fromEntries(Object.entries(facts).map(([name, { shape }]) => [name, shape])));

/** One fact of a problem: its shape, and its example in the catalogue. */
export type Fact<Value = unknown> = { readonly shape: z.ZodType<Value>; readonly example: Value };
export type Facts = Readonly<Record<string, Fact>>;
/** What an entry's sentences may speak of. */
export type Known<F extends Facts> = { readonly [Name in Exclude<keyof F, Optional<F>>]: ValueOf<F[Name]> } & {
  readonly [Name in Optional<F>]?: ValueOf<F[Name]>;
};
type ValueOf<One> = One extends Fact<infer Value> ? Value : never;
type Optional<F extends Facts> = { [Name in keyof F]: undefined extends ValueOf<F[Name]> ? Name : never }[keyof F];

export type MoneyFact = { amount: string; currency: string };

export const text = (example: string): Fact<string> => ({ shape: z.string(), example });
export const texts = (...example: string[]): Fact<string[]> => ({ shape: z.array(z.string()), example });
export const whole = (example: number): Fact<number> => ({ shape: z.number().int(), example });
export const wholes = (...example: number[]): Fact<number[]> => ({ shape: z.array(z.number().int()), example });
export const money = (amount: string, currency = 'USD'): Fact<MoneyFact> => ({ shape: moneyShape, example: { amount, currency } });
/** Wrong fields, as services name them; they are reported as `errors`. */
export const faults = (...example: Fault[]): Fact<Fault[]> => ({
  shape: z.array(z.object({ field: z.string(), rule: z.string() })),
  example,
});
/** Items that stop something, each with what of it waits and its day. */
export const matters = (...example: Matter[]): Fact<Matter[]> => ({
  shape: z.array(z.object({ waits: z.string(), item: z.string(), day: z.string() })),
  example,
});
type Matter = { waits: string; item: string; day: string };
/** Codes that their lists do not have, as services name the fields that say them. */
export const unknownCodes = (...example: UnknownCode[]): Fact<UnknownCode[]> => ({
  shape: z.array(z.object({ field: z.string(), code: z.string(), list: z.string(), nearest: z.array(z.string()) })),
  example,
});
/** Days of bank accounts, the first and the last. */
export const daysOfAccounts = (...example: DaysOfAccount[]): Fact<DaysOfAccount[]> => ({
  shape: z.array(z.object({ item: z.string(), day: z.string(), through: z.string() })),
  example,
});
type DaysOfAccount = { item: string; day: string; through: string };
type UnknownCode = { field: string; code: string; list: string; nearest: string[] };
type Fault = { field: string; rule: string };
/** A fact that is not always there. */
export const maybe = <Value>({ shape, example }: Fact<Value>): Fact<Value | undefined> => ({ shape: shape.optional(), example });

/** Identifiers for examples. */
export const ID = (prefix: string): string => `${prefix}_01jd3v6m8qfw9r2xk5t7b4n0ya`;

/** "a", "a and b", "a, b and c". */
export const joined = (words: readonly (string | number)[], joint: 'and' | 'or' = 'and'): string =>
  words.length < 2 ? String(words[0] ?? 'none') : `${words.slice(0, -1).join(', ')} ${joint} ${words.at(-1)}`;
