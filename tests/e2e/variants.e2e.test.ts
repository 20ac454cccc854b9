import type { ItemOf, ListName, Schemas } from '@junkan/client/operations.ts';
import { parseMoney } from '@junkan/kit/money-text.ts';
import { auditor, type Person } from '@junkan/scripts/main-job/api.ts';
import { demonstrate } from '@junkan/scripts/main-job/demonstrations/run.ts';
import type { Demonstration } from '@junkan/scripts/main-job/summary.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifiedFaults } from '../breaking.ts';
import { parties } from '../parties.ts';
import { startTestSystem, type TestSystem } from '../test-system.ts';

/** In minor units: all of it is in one currency. */
const sum = (amounts: readonly Schemas['Money'][]): bigint =>
  amounts.reduce((total, amount) => total + (parseMoney(amount)?.amount ?? 0n), 0n);

const EDITION = 'variants';

let system: TestSystem;
let shown: Demonstration[];
beforeAll(async () => {
  system = await startTestSystem();
  shown = await demonstrate(system.api, { edition: EDITION });
});
afterAll(() => system.close());

describe('every variant of the life cycle', () => {
  test('ends where it should', () => {
    expect(shown.map(({ name, status }) => [name, status])).toEqual(shown.map(({ name, ends }) => [name, ends]));
    expect(shown.length).toBeGreaterThan(20);
  });

  test('leaves every invariant whole, and no reservation, workflow or timer behind', async () => {
    expect(await verifiedFaults(system)).toEqual({});
    const { earliestDeadline } = await system.api.as(auditor).getClock();
    expect(earliestDeadline).toBeUndefined();
  });

  test('is told in its timeline, to each as far as they may see it', async () => {
    const { project = '' } = shown.find(({ name }) => name === 'sponsor-declines-to-sign') ?? {};
    const told = async (as: Person) => (await system.api.as(as).getTimeline({ id: project })).entries;
    const all = await told(auditor);
    expect(all.map(({ at }) => at)).toEqual(all.map(({ at }) => at).toSorted());
    for (const type of ['OfferWithdrawn', 'AgreementVoided', 'FundingGapReopened', 'PaymentSettled'])
      expect(all.map((entry) => entry.type)).toContain(type);
    expect(all.find(({ type }) => type === 'AgreementVoided')?.summary).toMatch(/^The draft is void: signature-declined by sponsor spo_/);
    const { sponsor } = await parties(system.api).sponsor();
    const stranger = await told({ organisation: sponsor, role: 'sponsor.officer' });
    expect(stranger.map(({ type }) => type)).toContain('FundingGapReopened');
    expect(stranger.filter(({ type }) => /^(Offer|Agreement|Payment)/.test(type))).toEqual([]);
  });

  test('adds to the portfolio what its offers, agreements and payments come to, each unit of money once', async () => {
    const all = <Name extends ListName>(name: Name): Promise<ItemOf<Name>[]> => Array.fromAsync(system.api.as(auditor).each(name));
    const [agreements, payments] = [await all('listAgreements'), await all('findPayments')];
    const inForce = agreements.filter(({ status }) => ['effective', 'suspended', 'terminating'].includes(status));
    const paid = (of: readonly string[]) => sum(payments.filter(({ status }) => of.includes(status)).map(({ amount }) => amount));
    const owed = sum(inForce.flatMap(({ cells }) => cells.map(({ amount }) => amount)));
    const ofThese = payments.filter(({ agreement }) => inForce.some(({ id }) => id === agreement));
    const moved = sum(ofThese.filter(({ status }) => !['refused', 'failed'].includes(status)).map(({ amount }) => amount));
    const { stages, projects } = await system.api.as(auditor).getPortfolio();
    const told = (stage: string) => sum(stages.filter((each) => each.stage === stage).map(({ amount }) => amount));
    expect(told('settled')).toBe(paid(['settled']));
    expect(told('in-payment')).toBe(paid(['requested', 'approved', 'instructed']));
    expect(told('committed')).toBe(owed - moved);
    expect(told('settled')).toBeGreaterThan(0n);
    const published = (await all('listProjects')).filter(({ submission }) => submission > 0);
    expect(projects.count).toBe(published.length);
    const asking = published.filter(({ status }) => ['submitted', 'more-information-required', 'eligible'].includes(status));
    const gathering = (await all('findFundings')).filter(({ status }) => ['open', 'target-reached'].includes(status));
    expect(told('sought')).toBe(
      sum([...asking.map(({ proposal }) => proposal.target), ...gathering.map(({ gap }) => gap)].flatMap((amount) => amount ?? [])),
    );
  });

  test('shown again, changes nothing', async () => {
    const before = await system.commits();
    expect(await demonstrate(system.api, { edition: EDITION })).toEqual(shown);
    expect(await system.commits()).toBe(before);
  });
});
