/** Profiles for tests: one that fits, and random ones drawn from few codes, so that many pairs fit and many only just do not. */
import fc from 'fast-check';
import type { MandateProfile, ProjectProfile } from './profiles.ts';

export const aMandate = (but: Partial<MandateProfile> = {}): MandateProfile => ({
  id: 'man_01',
  sponsor: 'spo_01',
  countries: ['IN'],
  themes: [],
  excludedThemes: [],
  instruments: [],
  preferredInstruments: [],
  currency: 'USD',
  ticketMinimum: 1_000_00n,
  ticketMaximum: 9_000_00n,
  minimumReadiness: 0,
  requiredIndicators: [],
  status: 'published',
  ...but,
});

export const aProject = (but: Partial<ProjectProfile> = {}): ProjectProfile => ({
  id: 'prj_01',
  countries: ['IN'],
  themes: ['recycling'],
  instruments: [],
  currency: 'USD',
  target: 5_000_00n,
  readiness: 2,
  indicators: [],
  ...but,
});

/** A few ids that come again and again, and more than fill two words of a bit set. */
const number = fc.oneof(fc.nat(9), fc.nat(75)).map((n) => String(n).padStart(2, '0'));
const some = (...codes: string[]) => fc.array(fc.constantFrom(...codes), { maxLength: 3 });
const countries = ['IN', 'NP', 'BT', 'LK'];
const themes = ['recycling', 'composting', 'solid-waste', 'plastics'];
const instruments = ['loan', 'grant'];
const lending = ['Investment Project Financing', 'Specific Investment Loan'];
const currency = fc.oneof({ weight: 4, arbitrary: fc.constant('USD') }, { weight: 1, arbitrary: fc.constant('JPY') });
const readiness = fc.integer({ min: 0, max: 4 });
/** Few values where equality matters, the borders of exact floats and of 64 bits, and a spread between. */
const amount = fc.oneof(
  fc.bigInt(0n, 6n),
  fc.bigInt(2n ** 53n - 2n, 2n ** 53n + 3n),
  fc.constantFrom(2n ** 63n - 1n, 2n ** 63n - 2n),
  fc.bigInt(0n, 10n ** 12n),
);

export const mandates: fc.Arbitrary<MandateProfile> = fc
  .record({
    id: number.map((n) => `man_${n}`),
    sponsor: fc.constant('spo_01'),
    countries: fc.oneof(some(...countries), fc.constant(countries)),
    themes: fc.oneof(fc.constant([]), some(...themes)),
    excludedThemes: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: some(...themes) }),
    instruments: fc.oneof(fc.constant([]), some(...instruments)),
    preferredInstruments: some(...lending),
    currency,
    tickets: fc.array(amount, { minLength: 4, maxLength: 4 }).map((all) => all.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))),
    usual: fc.boolean(),
    minimumReadiness: readiness.map((step) => Math.max(0, step - 2)),
    requiredIndicators: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: some('tonnes', 'jobs') }),
    status: fc.oneof(
      { weight: 8, arbitrary: fc.constant('published' as const) },
      { weight: 1, arbitrary: fc.constantFrom('paused' as const, 'retired' as const) },
    ),
  })
  .map(({ tickets: [least = 0n, low = 0n, high = 0n, most = 0n], usual, ...rest }) => ({
    ...rest,
    ticketMinimum: least,
    ticketMaximum: most,
    ...(usual ? { usualTicket: { low, high } } : {}),
  }));

export const projects: fc.Arbitrary<ProjectProfile> = fc
  .record({
    id: number.map((n) => `prj_${n}`),
    countries: fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...countries).map((one) => [one]) },
      { weight: 1, arbitrary: some(...countries) },
    ),
    themes: some(...themes),
    instruments: fc.oneof(fc.constant([]), some(...instruments)),
    preferred: fc.option(fc.constantFrom(...lending), { nil: undefined }),
    currency,
    target: amount,
    readiness,
    indicators: some('tonnes', 'jobs'),
  })
  .map(({ preferred, ...rest }) => ({ ...rest, ...(preferred ? { preferredInstrument: preferred } : {}) }));
