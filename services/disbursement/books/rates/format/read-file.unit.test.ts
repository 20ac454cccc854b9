import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readRates } from './read-file.ts';

/** As the ECB has them: its day's file, and that of all days. */
const OF_THE_DAY = 'Date, USD, JPY, TRY, \n25 November 2026, 1.0525, 162.05, 45.1003, \n';
const OF_ALL_DAYS = 'Date,USD,JPY,CYP,\r\n2026-11-25,1.0525,162.05,N/A,\r\n2026-11-24,1.0511,161.9,N/A,\r\n';
const OF_A_BANK = 'date,currency,rate\n2026-11-25,USD,0.00645\n2026-11-25,EUR,"0.00613"\n2026-11-24,USD,0.0064\n';

test('a file with the columns of the ECB, or of a central bank, is read as the days and rates that it contains', () => {
  const usd = (rate: string) => ({ currency: 'USD', rate });
  expect(readRates(OF_THE_DAY)).toEqual({
    ok: true,
    days: [{ day: '2026-11-25', rates: [usd('1.0525'), { currency: 'JPY', rate: '162.05' }, { currency: 'TRY', rate: '45.1003' }] }],
  });
  expect(readRates(OF_ALL_DAYS)).toEqual({
    ok: true,
    days: [
      { day: '2026-11-25', rates: [usd('1.0525'), { currency: 'JPY', rate: '162.05' }] },
      { day: '2026-11-24', rates: [usd('1.0511'), { currency: 'JPY', rate: '161.9' }] },
    ],
  });
  expect(readRates(OF_A_BANK)).toEqual({
    ok: true,
    days: [
      { day: '2026-11-25', rates: [usd('0.00645'), { currency: 'EUR', rate: '0.00613' }] },
      { day: '2026-11-24', rates: [usd('0.0064')] },
    ],
  });
});

test.each([
  ['FileIsEmpty', ''],
  ['FileIsEmpty', 'Date,USD\n\n'],
  ['HeadIsUnknown', 'day,rate\n2026-11-25,1'],
  ['LineHasOtherColumns', 'Date,USD,JPY\n2026-11-25,1.05'],
  ['DayIsNoDate', 'Date,USD\n2026-02-30,1.05'],
  ['DayIsNoDate', 'Date,USD\n31 February 2026,1.05'],
  ['DayIsToldTwice', 'Date,USD\n2026-11-25,1.05\n25 November 2026,1.06'],
  ['RateIsNoDecimal', 'Date,USD\n2026-11-25,1e3'],
  ['RateIsNoDecimal', 'Date,USD\n2026-11-25,-1.05'],
  ['RateIsNoDecimal', 'date,currency,rate\n2026-11-25,USD,=1+1'],
  ['DayHasNoRates', 'Date,USD\n2026-11-25,N/A'],
  ['FileHasTooManyDays', `Date,USD\n${Array.from({ length: 101 }, (_, at) => `${2000 + at}-01-01,1.05`).join('\n')}`],
  ['FileIsTooWide', `Date,${Array.from({ length: 201 }, () => 'USD').join()}\n2026-11-25,1`],
])('%s is why a file is not taken', (because, file) => {
  const read = readRates(file);
  expect(read.ok ? read.days : read.refusal).toMatchObject({ type: 'RatesAreUnreadable', because });
});

test('whatever a file says, it is read or refused', () => {
  const piece = fc.constantFrom('Date', 'date,currency,rate', 'USD', ',', '\n', '2026-11-25', '1.05', 'N/A', '"', '0', '-', ' ');
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')),
        fc.string(),
      ),
      (file) => {
        const read = readRates(file);
        if (read.ok) for (const { rates } of read.days) expect(rates.length).toBeGreaterThan(0);
      },
    ),
  );
});
