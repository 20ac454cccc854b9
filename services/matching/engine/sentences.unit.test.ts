import fc from 'fast-check';
import { expect, test } from 'vitest';
import { standardWeights } from './criteria.ts';
import { explain } from './explain.ts';
import { aMandate, aProject, mandates, projects } from './profiles.fixture.ts';
import { sentence } from './sentences.ts';

const amount = (minorUnits: string, currency: string): string => `${currency} ${minorUnits.slice(0, -2)}`;

test('each side reads what decided in its own words', () => {
  const { reasons } = explain(
    aProject({ target: 900_00n, readiness: 1 }),
    aMandate({ minimumReadiness: 2, themes: ['plastics', 'solid-waste'] }),
    standardWeights,
  );
  const missed = reasons.filter(({ hard, outcome }) => hard && outcome === 'missed');
  expect(missed.map((reason) => sentence(reason, 'sponsor', amount))).toEqual([
    'Your mandate is for plastics or solid waste; the project is about recycling.',
    "The project's target of USD 900 is below the smallest ticket of USD 1000.",
    'The project is at readiness 1, but your mandate asks for 2.',
  ]);
  expect(missed.map((reason) => sentence(reason, 'proposer', amount))).toEqual([
    'The mandate is for plastics or solid waste; your project is about recycling.',
    "Your project's target of USD 900 is below the smallest ticket of USD 1000.",
    'Your project is at readiness 1, but the mandate asks for 2.',
  ]);
});

test('a weighted reason names the figures it weighs', () => {
  const { reasons } = explain(
    aProject(),
    aMandate({ usualTicket: { low: 2_000_00n, high: 4_000_00n }, countries: ['IN', 'NP'] }),
    standardWeights,
  );
  expect(reasons.filter(({ hard }) => !hard).map((reason) => sentence(reason, 'sponsor', amount))).toEqual([
    'Your mandate covers 2 countries, of which the project is in 1.',
    'The project is at readiness 2, where your mandate accepts 0 to 4.',
    'Your mandate is open to any theme, which counts neither for nor against.',
    'There is no stated lending instrument to compare, which counts neither for nor against.',
    "The project's target of USD 5000 lies outside your mandate's usual tickets (USD 2000 to USD 4000).",
  ]);
});

test('amounts in different currencies are said not to be compared', () => {
  const { reasons } = explain(aProject(), aMandate({ currency: 'JPY' }), standardWeights);
  const said = reasons.filter(({ criterion }) => criterion === 'ticket' || criterion === 'ticket-fit');
  expect(said.map((reason) => sentence(reason, 'sponsor', amount))).toEqual([
    "The project's target of USD 5000 and the smallest ticket of JPY 1000 are in different currencies, and are not compared.",
    "The project's target of USD 5000 and your mandate's ticket range (JPY 1000 to JPY 9000) are in different currencies, and are not compared.",
  ]);
});

test('every reason of every pair is one whole sentence for either side', () => {
  fc.assert(
    fc.property(projects, mandates, fc.constantFrom('sponsor' as const, 'proposer' as const), (project, mandate, reader) => {
      for (const reason of explain(project, mandate, standardWeights).reasons)
        expect(sentence(reason, reader, amount)).toMatch(/^[A-Z][^.]+\.$/);
    }),
  );
});
