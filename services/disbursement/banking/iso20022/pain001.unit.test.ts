import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { opened, sample } from './opened.fixture.ts';
import { type CreditTransfers, type Party, type Transfer, writePain001 } from './pain001.ts';
import { all, first, textAt } from './tree.ts';

const payer: Party = {
  name: 'Monsoon Development Bank',
  account: { local: '0001234567' },
  bic: 'EXMPSGS0XXX',
  town: 'Singapore',
  country: 'SG',
};
const payee: Party = { name: 'Kalinaw City', account: { local: '002987654321' }, bic: 'EXMPPHM0XXX', town: 'Kalinaw', country: 'PH' };
const transfer: Transfer = {
  endToEndId: 'JUNKAN-01KBX7S0D4EF8R9T2V3W4G5Z62',
  amount: { amount: 2_000_000_000n, currency: 'PHP' },
  payee,
  remittance: 'KAL-2026-014 tranche 1',
};
const order: CreditTransfers = {
  messageId: 'JUNKAN-20260804-0001',
  createdAt: '2026-08-04T10:00:00.000Z',
  executionDay: '2026-08-07',
  currency: 'PHP',
  payer,
  transfers: [transfer],
};

function written(of: CreditTransfers): string {
  const answer = writePain001(of);
  if (!answer.ok) throw new Error(JSON.stringify(answer.faults));
  return answer.text;
}
function faultsOf(of: CreditTransfers) {
  const answer = writePain001(of);
  return answer.ok ? [] : answer.faults;
}
const withTransfer = (change: Partial<Transfer>): CreditTransfers => ({ ...order, transfers: [{ ...transfer, ...change }] });
const withPayee = (change: Partial<Party>): CreditTransfers => withTransfer({ payee: { ...payee, ...change } });

describe('a file of transfers', () => {
  test('says what the sample of another program says', () => {
    const flat = (text: string) => text.replaceAll(/>\s+</g, '><').trim();
    const own = flat(written(order)).replace('<BtchBookg>false</BtchBookg>', '');
    // The sample numbers its instruction; here it has the name of its message, which leaves all 35 characters to that.
    expect(own).toBe(flat(sample('pain.001.001.09.xml')).replace('0001-1</PmtInfId>', '0001</PmtInfId>'));
  });

  test('is valid by the XSD, counts its transfers and adds them up', () => {
    const second = { ...transfer, endToEndId: 'JUNKAN-2', amount: { amount: 1n, currency: 'PHP' } };
    const text = written({ ...order, transfers: [transfer, second] });
    const root = opened(text).root;
    const group = first(root, 'CstmrCdtTrfInitn', 'GrpHdr');
    expect(group && [textAt(group, 'NbOfTxs'), textAt(group, 'CtrlSum')]).toEqual(['2', '20000000.01']);
    expect(writePain001({ ...order, transfers: [transfer, second] })).toMatchObject({ count: 2, controlSum: '20000000.01' });
  });

  test('has amounts with the places of their currency: none of the yen, three of the Kuwaiti dinar', () => {
    for (const [currency, expected] of [
      ['JPY', '1234567'],
      ['IDR', '12345.67'],
      ['KWD', '1234.567'],
    ] as const) {
      const text = written({ ...withTransfer({ amount: { amount: 1_234_567n, currency } }), currency });
      expect(text).toContain(`<InstdAmt Ccy="${currency}">${expected}</InstdAmt>`);
      expect(text).toContain(`<CtrlSum>${expected}</CtrlSum>`);
      opened(text);
    }
  });

  test('has an IBAN without its spaces, names in the letters of banks, and no remittance where there is nothing to say', () => {
    const text = written(withPayee({ name: 'Đà Nẵng & Huế', account: { iban: 'DE89 3704 0044 0532 0130 00' } }));
    expect(text).toContain('<IBAN>DE89370400440532013000</IBAN>');
    expect(text).toContain('<Nm>Da Nang + Hue</Nm>');
    opened(text);
    expect(written(withTransfer({ remittance: ' ' }))).not.toContain('RmtInf');
  });
});

describe('what cannot be said is refused, by field and rule', () => {
  test.each<[string, CreditTransfers, object]>([
    [
      'a reference with an underscore',
      withTransfer({ endToEndId: 'pay_1' }),
      { field: 'transfers/0/endToEndId', rule: 'characters', characters: ['_'] },
    ],
    [
      'a reference of 36 characters',
      withTransfer({ endToEndId: 'A'.repeat(36) }),
      { field: 'transfers/0/endToEndId', rule: 'too-long', most: 35 },
    ],
    ['a reference with two slashes', withTransfer({ endToEndId: 'A//B' }), { field: 'transfers/0/endToEndId', rule: 'slashes' }],
    [
      'a reference with a space before it',
      withTransfer({ endToEndId: ' A' }),
      { field: 'transfers/0/endToEndId', rule: 'characters', characters: [' '] },
    ],
    ['no reference', withTransfer({ endToEndId: '' }), { field: 'transfers/0/endToEndId', rule: 'empty' }],
    ['a reference twice', { ...order, transfers: [transfer, transfer] }, { field: 'transfers/1/endToEndId', rule: 'repeated' }],
    ['a message of 36 characters', { ...order, messageId: 'A'.repeat(36) }, { field: 'messageId', rule: 'too-long', most: 35 }],
    ['nothing to pay', { ...order, transfers: [] }, { field: 'transfers', rule: 'empty' }],
    [
      'an amount of nothing',
      withTransfer({ amount: { amount: 0n, currency: 'PHP' } }),
      { field: 'transfers/0/amount', rule: 'not-positive' },
    ],
    [
      'another currency',
      withTransfer({ amount: { amount: 1n, currency: 'USD' } }),
      { field: 'transfers/0/amount', rule: 'other-currency', currency: 'USD' },
    ],
    [
      'an amount of 19 digits',
      withTransfer({ amount: { amount: 10n ** 18n, currency: 'PHP' } }),
      { field: 'transfers/0/amount', rule: 'too-long', most: 18 },
    ],
    [
      'a name in Japanese',
      withPayee({ name: '横浜市' }),
      { field: 'transfers/0/payee/name', rule: 'characters', characters: ['横', '浜', '市'] },
    ],
    ['no name', withPayee({ name: ' - ' }), { field: 'transfers/0/payee/name', rule: 'empty' }],
    ['a name of 141 letters', withPayee({ name: 'n'.repeat(141) }), { field: 'transfers/0/payee/name', rule: 'too-long', most: 140 }],
    ['a name that grows beyond 140', withPayee({ name: 'ß'.repeat(71) }), { field: 'transfers/0/payee/name', rule: 'too-long', most: 140 }],
    [
      'an IBAN with a wrong digit',
      withPayee({ account: { iban: 'DE89370400440532013001' } }),
      { field: 'transfers/0/payee/account', rule: 'iban' },
    ],
    [
      'an account of 35 digits',
      withPayee({ account: { local: '1'.repeat(35) } }),
      { field: 'transfers/0/payee/account', rule: 'too-long', most: 34 },
    ],
    ['a BIC in lower case', withPayee({ bic: 'exmpphm0xxx' }), { field: 'transfers/0/payee/bic', rule: 'bic' }],
    ['no town', { ...order, payer: { ...payer, town: '' } }, { field: 'payer/town', rule: 'empty' }],
    ['a country that is none', { ...order, payer: { ...payer, country: 'XX' } }, { field: 'payer/country', rule: 'country' }],
    [
      'a remittance of 141 letters',
      withTransfer({ remittance: 'r'.repeat(141) }),
      { field: 'transfers/0/remittance', rule: 'too-long', most: 140 },
    ],
    ['a day that is none', { ...order, executionDay: '2026-02-30' }, { field: 'executionDay', rule: 'day' }],
    ['a moment that is none', { ...order, createdAt: 'yesterday' }, { field: 'createdAt', rule: 'instant' }],
  ])('%s', (_, of, expected) => expect(faultsOf(of)).toEqual([expected]));

  test('a currency that does not exist is reported for the whole file', () => {
    const of = { ...withTransfer({ amount: { amount: 1n, currency: 'XXQ' } }), currency: 'XXQ' };
    expect(faultsOf(of)).toEqual([{ field: 'currency', rule: 'currency' }]);
  });

  test('a sum of 19 digits, though each amount has fewer', () => {
    const amount = { amount: 9n * 10n ** 17n, currency: 'PHP' };
    const transfers = [transfer, transfer].map((each, at) => ({ ...each, amount, endToEndId: `E${at}` }));
    expect(faultsOf({ ...order, transfers })).toEqual([{ field: 'transfers', rule: 'too-long', most: 18 }]);
  });

  test('all faults at once', () => {
    expect(faultsOf({ ...withPayee({ name: '', bic: '' }), messageId: '' }).map(({ field }) => field)).toEqual([
      'messageId',
      'transfers/0/payee/name',
      'transfers/0/payee/bic',
    ]);
  });
});

describe('laws', () => {
  const identifier = fc.stringMatching(/^[A-Za-z0-9]([A-Za-z0-9?:().,'+-]{0,33}[A-Za-z0-9])?$/);
  const text = (most: number) => fc.string({ unit: 'grapheme', minLength: 1, maxLength: most });
  const latin = (most: number) => fc.stringMatching(new RegExp(`^[A-Za-zÀ-ÖØ-öø-ÿĀ-ħẠ-ỹ&_;" -]{1,${most}}$`));
  const party = (name: (most: number) => fc.Arbitrary<string>) =>
    fc.record<Party>({
      name: name(70),
      account: fc.oneof(
        fc.record({ local: identifier.map((each) => each.slice(0, 34)) }),
        fc.constant({ iban: 'SG'.padEnd(4, '0') }),
        fc.constant({ iban: 'GB33BUKB20201555555555' }),
      ),
      bic: fc.constantFrom('EXMPSGS0XXX', 'DEUTDEFF', 'BAD'),
      town: name(17),
      country: fc.constantFrom('SG', 'VN', 'XX'),
    });
  const orders = (name: (most: number) => fc.Arbitrary<string>) =>
    fc.record<CreditTransfers>({
      messageId: fc.oneof(identifier, text(36)),
      createdAt: fc.constant('2026-08-04T10:00:00.000Z'),
      executionDay: fc.constant('2026-08-07'),
      currency: fc.constantFrom('PHP', 'JPY', 'KWD'),
      payer: party(name),
      transfers: fc.array(
        fc.record<Transfer>({
          endToEndId: identifier,
          amount: fc.record({ amount: fc.bigInt({ min: -1n, max: 10n ** 18n }), currency: fc.constant('PHP') }),
          payee: party(name),
          remittance: name(140),
        }),
        { maxLength: 4 },
      ),
    });

  test('what is written is valid by the XSD, in the banks’ characters, the same every time, and counted and added up', () => {
    fc.assert(
      fc.property(orders(latin), (raw) => {
        const of = { ...raw, currency: 'PHP' };
        const answer = writePain001(of);
        if (!answer.ok) return;
        expect(writePain001(structuredClone(of))).toEqual(answer);
        expect(answer.text).toMatch(/^[\x20-\x7e\n]*$/);
        const transfers = all(opened(answer.text).root, 'CstmrCdtTrfInitn', 'PmtInf', 'CdtTrfTxInf');
        expect(transfers).toHaveLength(answer.count);
        const sum = transfers.reduce((total, each) => total + BigInt((textAt(each, 'Amt', 'InstdAmt') ?? '').replace('.', '')), 0n);
        expect(answer.controlSum.replace('.', '').replace(/^0+(?=\d)/, '')).toBe(`${sum}`);
      }),
    );
  });

  test('nothing makes it throw', () => {
    fc.assert(fc.property(orders(text), (of) => void writePain001(of)));
  });
});
