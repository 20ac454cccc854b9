import fc from 'fast-check';

/** What fields are, by name or by kind: values, or arbitraries of them. */
export type Given = Readonly<Record<string, unknown>>;

const isArbitrary = (value: unknown): value is fc.Arbitrary<unknown> => value instanceof fc.Arbitrary;
export const arbitraryOf = (value: unknown): fc.Arbitrary<unknown> => (isArbitrary(value) ? value : fc.constant(value));
export const shaped = (fields: Given): fc.Arbitrary<Record<string, unknown>> =>
  fc.record(Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, arbitraryOf(value)])));
