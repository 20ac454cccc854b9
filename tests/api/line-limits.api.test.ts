import { auditor, checker, maker, type Person, secondChecker, secretary, thirdChecker } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accountOf } from '../accounts.ts';
import { first, refused, usd } from '../actors.ts';
import { verifiedFaults } from '../breaking.ts';
import { openSystem } from '../open-system.ts';
import { debit, fileOf, only } from '../statement-files.ts';

const { system, api, actors } = await openSystem();
afterAll(async () => {
  expect(await verifiedFaults(system)).toEqual({});
});

const as = (person: Person) => api.as(person);
/** A statement of debits of these sums, each said to be a charge of the bank. */
async function charged(id: string, account: string, today: string, ...amounts: readonly number[]): Promise<string> {
  const closing = 1000 - amounts.reduce((sum, amount) => sum + amount, 0);
  const lines = amounts.map((amount, at) => debit(`${id}-${at}`, today, undefined, `${amount}.00`));
  const statement = await only(api, fileOf(id, lines, `${closing}.00`, account));
  for (const at of amounts.keys()) await as(maker).recordFee({ id: statement.id, entry: `${at + 1}` }, { note: 'A charge.' });
  return statement.id;
}
const confirm = (id: string, by: Person) => as(by).confirmStatement({ id }, {});
const standings = async (id: string) =>
  (await as(auditor).getStatement({ id })).lines.map(({ standing, first }) => [standing, first !== undefined]);

describe('what is said of lines to be no payment', () => {
  let today = '';
  beforeAll(async () => {
    const { id: rules } = await as(secretary).proposeLimits({}, { limits: [usd('100.00')], dayLimits: [usd('150.00')] });
    await as(checker).approveLimits({ id: rules }, { proposal: 1 });
    today = (await settled(api)).now.slice(0, 10);
  });
  const owned = async (account: string) => accountOf(api, (await actors.sponsor()).sponsor, {}, account);

  test('is confirmed by two persons above the limit, of one line or of all that is confirmed on a day', async () => {
    await owned('0007000001');
    const id = await charged('L-1', '0007000001', today, 120, 90, 80);
    expect(await confirm(id, secondChecker)).toMatchObject({ status: 'waiting', confirmed: 1, once: 2, unconfirmed: [], left: 0 });
    expect(await standings(id)).toEqual([
      ['charged', true],
      ['fee', false],
      ['charged', true],
    ]);
    const again = await refused(confirm(id, secondChecker));
    expect([again.status, again.type, again.facts]).toMatchObject([403, '/problems/person-has-another-duty', { duty: 'approved' }]);
    const whose = async (person: Person) => (await as(person).listWork({ kind: 'statement-to-confirm' })).work.map(({ item }) => item);
    await settled(api);
    expect([await whose(secondChecker), await whose(checker)]).toEqual([[], [id]]);
    expect(await confirm(id, checker)).toMatchObject({ status: 'done', confirmed: 2, once: 0 });
  });

  test('is counted over all statements of a payer, however it is split, and also where two confirm at the same time', async () => {
    await owned('0007000002');
    const both = [await charged('L-2', '0007000002', today, 90), await charged('L-3', '0007000002', today, 90)];
    const answers = await Promise.all([confirm(both[0] ?? '', secondChecker), confirm(both[1] ?? '', thirdChecker)]);
    expect(answers.map(({ confirmed, once }) => [confirmed, once]).toSorted()).toEqual([
      [0, 1],
      [1, 0],
    ]);
    const waiting = both[answers.findIndex(({ once }) => once === 1)] ?? '';
    expect(await confirm(waiting, checker)).toMatchObject({ status: 'done', confirmed: 1 });
  });

  test('begins without a first confirmation where it is said to be something else', async () => {
    await owned('0007000003');
    const id = await charged('L-4', '0007000003', today, 120);
    expect(await confirm(id, secondChecker)).toMatchObject({ once: 1 });
    const interest = { as: 'interest', amount: usd('120.00'), direction: 'debit' } as const;
    await as(maker).explainEntry({ id, entry: '1' }, { note: 'Interest.', parts: [interest] });
    expect(await standings(id)).toEqual([['explained', false]]);
    expect(await confirm(id, checker)).toMatchObject({ confirmed: 0, once: 1 });
    expect(await confirm(id, secondChecker)).toMatchObject({ status: 'done', confirmed: 1 });
  });

  test('of a statement that is nobody’s needs two, as nothing can be counted', async () => {
    const id = await charged('L-5', '0007000099', today, 1);
    expect(await confirm(id, secondChecker)).toMatchObject({ confirmed: 0, once: 1 });
    expect(await confirm(id, checker)).toMatchObject({ status: 'done', confirmed: 1 });
  });

  test('that is left out of a file is a difference between statements, and held to the same limits', async () => {
    const account = await owned('0007000004');
    await only(api, fileOf('L-6', [], '500.00', '0007000004'));
    await settled(api);
    const { books } = await as(auditor).listCashBooks({});
    const { id } = first(books.filter((each) => each.account === account));
    const { gaps } = await as(auditor).getCashBook({ id });
    await as(maker).explainGap({ id }, { gap: first(gaps).key, as: 'fee', note: 'Charges.' });
    const of = { id, explanation: '1' };
    await as(secondChecker).confirmGap(of);
    const gap = async () => first((await as(auditor).getCashBook({ id })).gaps);
    expect(await gap()).toMatchObject({ status: 'explained', firstConfirmedBy: 'secretariat/finance.checker/second' });
    expect((await refused(as(secondChecker).confirmGap(of))).type).toBe('/problems/prepared-by-the-same-person');
    await as(checker).confirmGap(of);
    expect(await gap()).toMatchObject({ status: 'accepted', confirmedBy: 'secretariat/finance.checker' });
  });
});
