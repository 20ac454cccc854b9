import type { Parameters } from '@junkan/client/operations.ts';
import { parseMoney } from '@junkan/kit/money-text.ts';
import { plusCalendarDays } from '@junkan/kit/pure/dates.ts';
import type { Role } from '@junkan/proto/actor.ts';
import { checker, maker } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { first, type Sponsor, usd } from '../actors.ts';
import { bodyOf, refusal, type Someone } from '../http.ts';
import { openSystem } from '../open-system.ts';

type Money = { readonly amount: string; readonly currency: string };
type Balance = { readonly kind: string; readonly party?: string; readonly opening: Money; readonly moved: Money; readonly closing: Money };
type Line = {
  readonly place: string;
  readonly day: string;
  readonly kind: string;
  readonly party: string;
  readonly account: string;
  readonly amount: Money;
};
type Ledger = { readonly balances: Balance[]; readonly lines: Line[]; readonly nextCursor?: string };

const { system, actors, web } = await openSystem();
let city: string;
let lender: Sponsor;
let co: Sponsor;
let project: string;
let agreement: string;
let paidOn: string;

const reader = (organisation: string, role: Role): Someone => ({ person: `${organisation}/reader`, organisation, roles: [role] });
const auditor = reader('secretariat', 'auditor');
const ofCity = () => reader(city, 'proposer.officer');
const ofLender = () => reader(lender.sponsor, 'sponsor.officer');

beforeAll(async () => {
  [city, lender, co] = [await actors.city(), await actors.sponsor(), await actors.sponsor()];
  project = await actors.submitted(city);
  const drafted = await actors.approved(
    project,
    await actors.funded(project, [
      [lender, '400.00'],
      [co, '600.00'],
    ]),
  );
  agreement = drafted.id;
  await actors.verified(first(await actors.signed(drafted)));
  await settled(system.api);
  paidOn = (await settled(system.api)).now.slice(0, 10);
  await actors.paid(drafted, 1);
  await settled(system.api);
});

const ask = async (as: Someone, of: Parameters = {}): Promise<Ledger> => bodyOf<Ledger>(await web.ask(as, 'getLedger', of));
const minor = (money: Money): bigint => parseMoney(money)?.amount ?? 0n;
const closingOf = ({ balances }: Ledger) =>
  Object.fromEntries(balances.map(({ kind, party, closing }) => [`${kind} ${party ?? ''}`, closing]));

describe('statements of account', () => {
  test('show each party its own accounts, and finance and auditors those of all', async () => {
    expect(closingOf(await ask(ofCity()))).toEqual({ [`received ${city}`]: usd('1000.00') });
    expect(closingOf(await ask(ofLender()))).toEqual({
      [`commitment ${lender.sponsor}`]: usd('-400.00'),
      [`payable ${lender.sponsor}`]: usd('0.00'),
      [`undisbursed ${lender.sponsor}`]: usd('0.00'),
    });
    const all = await ask(auditor);
    expect(closingOf(all)).toEqual({
      'commitment ': usd('-1000.00'),
      'payable ': usd('0.00'),
      'received ': usd('1000.00'),
      'undisbursed ': usd('0.00'),
    });
    for (const of of [{ agreement }, { project }]) {
      const shared = await ask(auditor, of);
      expect(shared.balances.map(({ party }) => party)).toEqual(expect.arrayContaining([city, lender.sponsor, co.sponsor]));
      expect(shared.lines).toEqual(all.lines);
      const own = await ask(ofLender(), of);
      expect(own.lines).toEqual(all.lines.filter(({ party }) => party === lender.sponsor));
      expect(own).toEqual(await ask(auditor, { ...of, party: lender.sponsor }));
    }
  });

  test('are, over any days and in pages of any size, what was there before, with each line, what is there after', async () => {
    for (const [as, of] of [
      [auditor, {}],
      [ofLender(), {}],
      [ofCity(), { agreement }],
      [auditor, { project }],
    ] as const)
      for (const days of [{}, { from: paidOn }, { to: paidOn }, { from: '2020-01-01', to: '2021-01-01' }, { from: paidOn, to: paidOn }])
        for (const limit of [1, 3, 100]) {
          const page = await ask(as, { ...of, ...days, limit });
          const lines = [...page.lines];
          for (let next = page.nextCursor; next; ) {
            const following = await ask(as, { ...of, ...days, limit, cursor: next });
            lines.push(...following.lines);
            next = following.nextCursor;
          }
          for (const { kind, party, opening, moved, closing } of page.balances) {
            const own = lines.filter((line) => line.kind === kind && (party === undefined || line.party === party));
            const sum = own.reduce((all, { amount }) => all + minor(amount), 0n);
            expect([days, kind, minor(moved)]).toEqual([days, kind, sum]);
            expect(minor(opening) + sum).toBe(minor(closing));
          }
          expect(lines.map(({ place }) => place)).toEqual(lines.map(({ place }) => place).toSorted());
        }
  });

  test('are not there for others, and not for those of the secretariat who keep no books', async () => {
    const elsewhere = reader(await actors.city('Elsewhere'), 'proposer.officer');
    expect(await ask(elsewhere)).toEqual({ balances: [], totals: [], lines: [] });
    const hidden: readonly (readonly [Someone, Parameters])[] = [
      ...[{ agreement }, { project }, { party: city }, { party: lender.sponsor }].map((of) => [elsewhere, of] as const),
      [ofLender(), { party: co.sponsor }],
      [ofLender(), { party: co.sponsor, agreement }],
      [auditor, { agreement: `agr_${'0'.repeat(26)}` }],
    ];
    for (const [as, of] of hidden) expect([of, (await web.ask(as, 'getLedger', of)).status]).toEqual([of, 404]);
    for (const role of ['secretariat.officer', 'secretariat.verifier', 'secretariat.approver', 'clock.operator'] as const)
      expect(await refusal(web.ask(reader('secretariat', role), 'getLedger'))).toEqual([403, '/problems/role-is-missing']);
  });

  test('show what it comes to in another currency, by the recorded rates of the last day, and nothing by a rate that is expired', async () => {
    const sheet = (day: string, rate: string) => ({
      source: 'ECB',
      base: 'EUR',
      day,
      rates: [
        { currency: 'USD', rate: '1.25' },
        { currency: 'JPY', rate },
      ],
    });
    const { id } = await system.api.as(maker).enterRates({}, sheet(paidOn, '150.333'));
    const totals = async (of: Parameters) =>
      bodyOf<{ totals: unknown[] }>(await web.ask(ofCity(), 'getLedger', { to: paidOn, ...of })).totals;
    const none = [{ kind: 'received', party: city, rates: [] }];
    expect(await totals({ in: 'JPY' })).toEqual(none);
    await system.api.as(checker).confirmRates({ id });
    await settled(system.api);
    const used = { day: paidOn, source: 'ECB', base: 'EUR', currency: 'USD', fromRate: '1.25' };
    const converted = (amount: string, currency: string, toRate: string) => [
      { kind: 'received', party: city, closing: { amount, currency }, rates: [{ ...used, toRate }] },
    ];
    // 1000.00 USD / 1.25 * 150.333 = 120266.4
    expect(await totals({ in: 'JPY' })).toEqual(converted('120266', 'JPY', '150.333'));
    expect(await totals({ in: 'EUR' })).toEqual(converted('800.00', 'EUR', '1'));
    expect(await totals({ in: 'USD' })).toEqual([{ kind: 'received', party: city, closing: usd('1000.00'), rates: [] }]);
    expect(await totals({ in: 'KWD' })).toEqual(none);
    expect(await totals({ in: 'JPY', to: plusCalendarDays(paidOn, -1) })).toEqual([
      { ...none[0], closing: { amount: '0', currency: 'JPY' } },
    ]);
    expect((await web.ask(ofCity(), 'getLedger', { in: 'XXQ' })).status).toBe(400);
  });

  test('name what cannot be asked', async () => {
    expect(await refusal(web.ask(auditor, 'getLedger', { agreement, project }))).toEqual([422, '/problems/field-is-invalid']);
    expect((await web.ask(auditor, 'getLedger', { from: '2026-02-30' })).status).toBe(400);
    expect((await web.ask(auditor, 'getLedger', { cursor: 'first' })).status).toBe(400);
  });
});
