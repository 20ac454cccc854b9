import { auditor, officerOf, sponsorOfficerOf } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { beforeAll, expect, test } from 'vitest';
import { first } from '../actors.ts';
import { refusal } from '../http.ts';
import { openSystem } from '../open-system.ts';

const { api, actors, web } = await openSystem();
type World = { readonly city: string; readonly sponsor: string; readonly agreement: string; readonly milestone: string };
let world: World;
beforeAll(async () => {
  const city = await actors.city();
  const lender = await actors.sponsor();
  const drafted = await actors.agreed(city, [[lender, '1000.00']]);
  const milestone = first(await actors.signed(drafted));
  await actors.verified(milestone);
  await settled(api);
  world = { city, sponsor: lender.sponsor, agreement: drafted.id, milestone: milestone.id };
});

/** Without a token, and with no key: it changes nothing. */
const check = (code: string) => web.send('POST', '/v1/public/prints', { key: null, body: { code } });
const checked = async (code: string): Promise<unknown> => JSON.parse((await check(code)).bytes.toString());

test('everybody learns from the code of a print what it said when it was printed', async () => {
  const { code, address, printed } = await api.as(officerOf(world.city)).printAgreement({ id: world.agreement });
  expect(address.endsWith(`/check#${code}`)).toBe(true);
  expect(printed).toMatchObject({
    kind: 'agreement',
    item: world.agreement,
    status: 'effective',
    hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    sums: [
      { of: 'agreed', amount: { amount: '1000.00', currency: 'USD' } },
      { of: 'paid', amount: { amount: '0.00', currency: 'USD' } },
    ],
  });
  expect(printed.parties).toHaveLength(2);
  expect(printed.parties.filter((name) => /^(org|spo)_/.test(name))).toEqual([]);
  expect(await checked(code)).toEqual(printed);
});

test('a milestone, and a statement of account, say their sums as their reader sees them', async () => {
  const { printed } = await api.as(sponsorOfficerOf(world.sponsor)).printMilestone({ id: world.milestone });
  expect(printed).toMatchObject({ kind: 'milestone', item: world.milestone, status: 'verified', number: 1 });
  const sums = Object.fromEntries(printed.sums.map(({ of, amount }) => [of, amount.amount]));
  expect(sums['planned']).toBe(sums['left']);
  expect(sums['paid']).toBe('0.00');

  const { balances } = await api.as(officerOf(world.city)).getLedger({});
  const own = await api.as(officerOf(world.city)).printLedger({ to: '2030-01-01' });
  expect(own.printed).toMatchObject({ kind: 'statement-of-account', to: '2030-01-01' });
  expect(own.printed.sums.map(({ account, amount }) => ({ kind: account, closing: amount }))).toEqual(
    balances.map(({ kind, closing }) => ({ kind, closing })),
  );
  const { printed: narrow } = await api.as(auditor).printLedger({ agreement: world.agreement });
  expect(narrow.sums.length + narrow.moreSums).toBeGreaterThan(0);
});

test('what a print says stays, whatever becomes of its item', async () => {
  const officer = api.as(officerOf(world.city));
  const { code, printed } = await officer.printMilestone({ id: world.milestone });
  const drafted = await api.as(auditor).getAgreement({ id: world.agreement });
  await actors.paid(drafted, 1);
  await settled(api);
  expect(await checked(code)).toEqual(printed);
  expect((await officer.printMilestone({ id: world.milestone })).printed.sums).not.toEqual(printed.sums);
});

test('what is no code of this installation is refused in words', async () => {
  const { code } = await api.as(officerOf(world.city)).printAgreement({ id: world.agreement });
  const token = await web.tokenOf({ person: 'ann', organisation: world.city, roles: ['proposer.officer'] });
  for (const each of ['x', token, code.slice(0, -3), `${code}AA`])
    expect(await refusal(check(each))).toEqual([404, '/problems/code-is-of-no-print']);
  for (const body of [{}, { code: '' }, { code: 'x'.repeat(12_001) }, { code, also: 1 }])
    expect(await refusal(web.send('POST', '/v1/public/prints', { key: null, body }))).toEqual([400, '/problems/request-is-malformed']);
});

test('an address tries no more than thirty times a minute', async () => {
  const tried = await Promise.all(Array.from({ length: 31 }, () => check('x')));
  expect(tried.map(({ status }) => status)).toContain(429);
});
