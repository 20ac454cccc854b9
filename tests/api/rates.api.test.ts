import type { BodyOf } from '@junkan/client/operations.ts';
import { auditor, checker, maker } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifiedFaults } from '../breaking.ts';
import { bodyOf, http, refusal, type Someone } from '../http.ts';
import { openSystem } from '../open-system.ts';

const { system, web } = await openSystem();
let today: string;
beforeAll(async () => {
  today = (await settled(system.api)).now.slice(0, 10);
});
afterAll(async () => {
  expect(await verifiedFaults(system)).toEqual({});
});

const source = 'Central bank';
const entering = (rate: string, more: Partial<BodyOf<'enterRates'>> = {}) =>
  system.api.as(maker).enterRates({}, { source, base: 'EUR', day: today, rates: [{ currency: 'JPY', rate }], ...more });
const [MAKER, CHECKER]: Someone[] = ['finance.maker', 'finance.checker'].map((role) => ({
  person: `secretariat/${role}`,
  organisation: 'secretariat',
  roles: [role as 'finance.maker'],
}));
const enters = (body: object) => refusal(http(system.address).ask(MAKER, 'enterRates', {}, { source, base: 'EUR', day: today, ...body }));
const brings = (file: string, more: object = {}) =>
  refusal(http(system.address).ask(MAKER, 'importRates', {}, { source: 'A file', base: 'EUR', file, ...more }));

test('rates are entered by one person, wait for another, become valid, and are corrected by an edition of their own', async () => {
  const { id } = await entering('162.05');
  expect((await entering('162.050')).version).toBe(1);
  expect(await enters({ rates: [{ currency: 'JPY', rate: '163' }] })).toEqual([409, '/problems/rates-are-pending']);
  const waits = async () => (await system.api.as(checker).listWork({ kind: 'rates-to-confirm' })).work.map(({ href }) => href);
  await settled(system.api);
  expect(await waits()).toEqual([`/v1/rates/${id}`]);
  const alone = { person: MAKER?.person ?? '', organisation: 'secretariat', roles: ['finance.checker' as const] };
  expect(await refusal(http(system.address).ask(alone, 'confirmRates', { id }))).toEqual([403, '/problems/prepared-by-the-same-person']);
  await system.api.as(checker).confirmRates({ id });
  await settled(system.api);
  expect(await waits()).toEqual([]);
  expect(await enters({ rates: [{ currency: 'JPY', rate: '163' }] })).toEqual([409, '/problems/rates-differ']);
  await entering('163', { corrects: true });
  await system.api.as(checker).confirmRates({ id });
  expect(await system.api.as(auditor).getRates({ id })).toMatchObject({
    status: 'confirmed',
    source,
    base: 'EUR',
    day: today,
    editions: [
      { number: 1, standing: 'replaced', rates: [{ currency: 'JPY', rate: '162.05' }] },
      { number: 2, standing: 'confirmed', rates: [{ currency: 'JPY', rate: '163' }] },
    ],
  });
  const { entries } = await system.api.as(auditor).getRatesTimeline({ id });
  expect(entries.map(({ type }) => type)).toEqual(['RatesEntered', 'RatesConfirmed', 'RatesEntered', 'RatesConfirmed']);
});

test('a rate that differs by more than a quarter from the present one needs a reason and a second source, which its second person reads', async () => {
  await settled(system.api);
  const absurd = { rates: [{ currency: 'JPY', rate: '0.0000001' }], corrects: true };
  const reply = await http(system.address).ask(MAKER, 'enterRates', {}, { source, base: 'EUR', day: today, ...absurd });
  expect(bodyOf(reply)).toMatchObject({
    type: '/problems/rate-deviates',
    facts: { currency: 'JPY', percent: 99, presentOf: today, source },
    errors: [{ pointer: '/rates' }],
  });
  const deviation = { reason: 'The yen was revalued.', secondSource: 'Bank of Japan' };
  const { id } = await entering('0.0000001', { corrects: true, deviation });
  const { editions } = await system.api.as(checker).getRates({ id });
  expect(editions.at(-1)).toMatchObject({ standing: 'proposed', ...deviation });
  await system.api.as(checker).refuseRates({ id }, { note: 'It was not.' });
});

test('what cannot be a rate is refused, by its field', async () => {
  const rates = (currency: string, rate: string) => ({ rates: [{ currency, rate }] });
  for (const [body, problem] of [
    [rates('JPY', '0.000'), 'rate-is-not-positive'],
    [rates('JPY', '-1'), 'rate-is-not-positive'],
    [rates('EUR', '1'), 'rate-is-of-its-base'],
    [rates('XXQ', '1'), 'currency-is-unknown'],
    [{ ...rates('JPY', '1'), base: 'ABC' }, 'currency-is-unknown'],
    [{ ...rates('JPY', '1'), day: '2999-01-01' }, 'rate-date-is-in-the-future'],
    [{ rates: [...rates('JPY', '1').rates, ...rates('JPY', '2').rates] }, 'currency-is-told-twice'],
  ] as const)
    expect([problem, await enters({ ...body, source: 'Nobody' })]).toEqual([problem, [422, `/problems/${problem}`]]);
  const { sheets } = await system.api.as(auditor).listRates({ source: 'Nobody' });
  expect(sheets).toEqual([]);
});

test('a file is taken whole or not at all, and the same file again changes nothing', async () => {
  const file = 'Date,USD,JPY,\n2026-01-06,1.0721,167.35,\n2026-01-05,1.0698,N/A,\n';
  const send = () => system.api.as(maker).importRates({}, { source: 'A file', base: 'EUR', file });
  const { days = [] } = await send();
  expect(days.map(({ day, rates, known }) => [day, rates, known])).toEqual([
    ['2026-01-06', 2, false],
    ['2026-01-05', 1, false],
  ]);
  expect((await send()).days?.map(({ known }) => known)).toEqual([true, true]);
  const again = () => system.api.as(maker).importRates({}, { source: 'Another file', base: 'EUR', file }, { key: 'the-same-request' });
  const [{ id = '' } = {}] = (await again()).days ?? [];
  await system.api.as(checker).refuseRates({ id }, { note: 'Typed again.' });
  await system.api
    .as(maker)
    .enterRates({}, { source: 'Another file', base: 'EUR', day: '2026-01-06', rates: [{ currency: 'USD', rate: '2' }] });
  // Whatever has become of them since, a request that is sent again is the one that was taken.
  expect((await again()).days?.map(({ known }) => known)).toEqual([true, true]);
  expect(await brings(`${file}2026-01-04,0,1\n`)).toEqual([422, '/problems/rate-is-not-positive']);
  expect(await brings(`${file}2026-01-04,x,1\n`)).toEqual([422, '/problems/rates-are-unreadable']);
  expect(await brings('Date,USD\n2026-01-04,1.07\n2026-01-05,1.08\n')).toEqual([409, '/problems/rates-are-pending']);
  await settled(system.api);
  const { sheets, counts } = await system.api.as(auditor).listRates({ source: 'A file', counts: 'status', sort: '-day' });
  expect(sheets.map(({ day }) => day)).toEqual(['2026-01-06', '2026-01-05']);
  expect(counts['status']).toEqual({ proposed: 2 });
});

test('they are for finance and auditors', async () => {
  const officer: Someone = { person: 'secretariat/x', organisation: 'secretariat', roles: ['secretariat.officer'] };
  expect(await refusal(web.ask(officer, 'listRates'))).toEqual([403, '/problems/role-is-missing']);
  expect(
    await refusal(web.ask(CHECKER, 'enterRates', {}, { source, base: 'EUR', day: today, rates: [{ currency: 'JPY', rate: '1' }] })),
  ).toEqual([403, '/problems/role-is-missing']);
});

test('one key enters rates once, whatever source, base or day they are of', async () => {
  const rates = [{ currency: 'JPY', rate: '162.05' }];
  const enter = (more: object, key: string) =>
    http(system.address).ask(MAKER, 'enterRates', {}, { base: 'EUR', day: '2026-01-07', rates, ...more }, { key });
  const bring = (more: object, key: string) =>
    http(system.address).ask(
      MAKER,
      'importRates',
      {},
      { base: 'EUR', file: 'day,currency,rate\n2026-01-08,JPY,162.05\n', ...more },
      { key },
    );
  expect((await enter({ source: 'One bank' }, 'rates-key')).status).toBe(201);
  expect((await enter({ source: 'One bank' }, 'rates-key')).status).toBe(201);
  expect(await refusal(enter({ source: 'Another bank' }, 'rates-key'))).toEqual([422, '/problems/command-id-was-used-for-another-request']);
  const first = await bring({ source: 'One bank' }, 'file-key');
  expect(await bring({ source: 'One bank' }, 'file-key')).toMatchObject({ status: first.status });
  expect(await refusal(bring({ source: 'Another bank' }, 'file-key'))).toEqual([422, '/problems/command-id-was-used-for-another-request']);
});
