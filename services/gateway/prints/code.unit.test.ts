import { keysOf, newKeys } from '@junkan/kit/keys.ts';
import { SignJWT } from 'jose';
import { expect, test } from 'vitest';
import { printCodes } from './code.ts';
import { printedAs, type Said } from './printed.ts';

const installation = () => {
  const { gateway, matching } = newKeys(['gateway', 'matching']);
  const all = { JUNKAN_INTERNAL_PUBLIC_KEYS: matching.JUNKAN_INTERNAL_PUBLIC_KEYS };
  return { gateway: keysOf('gateway', { ...gateway, ...all }), matching: keysOf('matching', { ...matching, ...all }) };
};
const own = installation();
const codes = printCodes(own.gateway);
const said: Said = {
  kind: 'agreement',
  item: `agr_${'0'.repeat(26)}`,
  title: 'Compost',
  parties: ['Minato'],
  status: 'effective',
  sums: [],
};
const printed = printedAs(said, '2026-06-01T00:00:00.000Z');
const NO_PRINT = { type: 'CodeIsOfNoPrint' };

test('a code says what was printed', async () => {
  expect(await codes.printedOf(await codes.codeOf(printed))).toEqual(printed);
});

test('a code that was changed, or signed elsewhere, is of no print', async () => {
  const code = await codes.codeOf(printed);
  const [head, body, signature] = code.split('.') as [string, string, string];
  const other = Buffer.from(Buffer.from(body, 'base64url').toString().replace('effective', 'ended')).toString('base64url');
  const elsewhere = await printCodes(installation().gateway).codeOf(printed);
  for (const each of ['', 'x', `${head}.${other}.${signature}`, `${code}x`, elsewhere, await printCodes(own.matching).codeOf(printed)])
    await expect(codes.printedOf(each), each).rejects.toMatchObject(NO_PRINT);
});

test('what the same key has signed for something else is of no print', async () => {
  const signed = (type: string, audience: string): Promise<string> =>
    new SignJWT({ of: printed })
      .setProtectedHeader({ alg: 'EdDSA', typ: type, kid: own.gateway.own.id })
      .setIssuer('gateway')
      .setAudience(audience)
      .sign(own.gateway.own.key);
  expect(await codes.printedOf(await signed('print+jwt', 'print'))).toEqual(printed);
  for (const [type, audience] of [
    ['jwt', 'print'],
    ['print+jwt', 'disbursement'],
  ] as const)
    await expect(codes.printedOf(await signed(type, audience))).rejects.toMatchObject(NO_PRINT);
});

test('a code holds no more than a camera reads, and says how much it lacks', () => {
  const sum = { of: 'balance', account: 'payable', party: 'P'.repeat(200), amount: { amount: '1.00', currency: 'USD' } } as const;
  const long = { ...said, title: '循'.repeat(200), parties: Array.from({ length: 20 }, (_, at) => `Party ${at}`) };
  const cut = printedAs({ ...long, sums: Array.from({ length: 40 }, () => sum) }, printed.printedAt);
  expect([cut.parties.length, cut.moreParties, cut.sums.length, cut.moreSums]).toEqual([8, 12, 12, 28]);
  expect([[...(cut.title ?? '')].length, cut.sums[0]?.party?.length]).toEqual([80, 80]);
});
