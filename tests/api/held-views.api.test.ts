import { checker, maker } from '@junkan/scripts/main-job/api.ts';
import { advance, settled } from '@junkan/scripts/main-job/clock.ts';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { verifiedFaults } from '../breaking.ts';
import { http, refusal, type Someone } from '../http.ts';
import { openSystem } from '../open-system.ts';

// What was recorded a moment ago, and no view has read yet.

const { system, api, actors } = await openSystem();
afterAll(async () => {
  expect(await verifiedFaults(system)).toEqual({});
});

const MAKER: Someone = { person: 'secretariat/finance.maker', organisation: 'secretariat', roles: ['finance.maker'] };
const AUDITOR: Someone = { person: 'auditor', organisation: 'secretariat', roles: ['auditor'] };
const endOfMonth = (at: string, months: number): string =>
  new Date(Date.UTC(Number(at.slice(0, 4)), Number(at.slice(5, 7)) + months, 0)).toISOString().slice(0, 10);

test('counts for a decision about money: it waits for the views, or is not made', async () => {
  await actors.city();
  const { now } = await settled(api);
  const day = now.slice(0, 10);
  const through = endOfMonth(now, 0);
  const proposes = () => refusal(http(system.address).ask(MAKER, 'proposePeriod', {}, { through }));
  await advance(api, `${endOfMonth(now, 1)}T12:00:00.000Z`);
  await settled(api);

  const release = system.holdViews('disbursement');
  onTestFinished(release);
  const sheet = { source: 'Central bank', base: 'EUR', day, rates: [{ currency: 'JPY', rate: '162.05' }] };
  const { id } = await api.as(maker).enterRates({}, sheet);
  expect(await proposes()).toEqual([503, '/problems/part-is-not-ready']);
  // Of what comes to be while it waits, too: its answer is as of then.
  const asked = proposes();
  release();
  expect(await asked).toEqual([409, '/problems/period-is-unresolved']);

  await api.as(checker).confirmRates({ id });
  expect((await api.as(maker).proposePeriod({}, { through })).status).toBe('proposed');
});

test('is said to be lacking by the lists that lack it, until they have it', async () => {
  const city = await actors.city();
  await settled(api);
  const lacking = async (): Promise<number> => {
    const { status, headers } = await http(system.address).ask(AUDITOR, 'listProjects');
    expect(status).toBe(200);
    return Number(headers.get('junkan-behind'));
  };
  const release = system.holdViews('project');
  onTestFinished(release);
  await actors.submitted(city);
  await expect.poll(lacking).toBeGreaterThan(0);
  release();
  await expect.poll(lacking).toBe(0);
});
