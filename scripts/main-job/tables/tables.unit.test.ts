import { describe, expect, test } from 'vitest';
import { placeNamed } from './bank-places.ts';
import type { ProjectRow } from './projects.ts';
import { readProjects } from './projects.ts';
import type { Reading } from './table.ts';
import { readWindows } from './windows.ts';

const HEADER =
  'id,region,country,name,topics,implementing_agency,borrower,status,approval_date,effective_date,closing_date,project_cost_usd,ibrd_usd,ida_usd,grant_usd,total_commitment_usd,lending_instrument';
const GOOD =
  'P1,South Asia,India,Waste of Pune,solid-waste|recycling,Pune,,Active,2020-01-31,,2026-06-30,900,,100,,100,Investment Project Financing';
const WINDOWS = 'window,arm,country,ticket_min_usd,ticket_p10_usd,ticket_p90_usd,ticket_max_usd,total_usd,instruments';

async function* stream(text: string) {
  yield text;
}

const read = (...rows: string[]): Promise<Reading<ProjectRow>[]> => Array.fromAsync(readProjects(stream([HEADER, ...rows].join('\n'))));
const but = (column: string, value: string): string => {
  const at = HEADER.split(',').indexOf(column);
  return GOOD.split(',').with(at, value).join(',');
};
const reject = (line: number, column: string | undefined, reason: string, value: string) => ({
  is: 'reject',
  reject: { line, column, reason: expect.stringContaining(reason), value },
});

test('a row becomes a project as it is stated', async () => {
  expect(await read(GOOD)).toEqual([
    {
      is: 'row',
      line: 2,
      row: {
        id: 'P1',
        region: 'South Asia',
        country: 'India',
        place: { key: 'IN', countries: ['IN'] },
        name: 'Waste of Pune',
        topics: ['solid-waste', 'recycling'],
        agency: 'Pune',
        status: 'Active',
        approvalDate: '2020-01-31',
        effectiveDate: undefined,
        closingDate: '2026-06-30',
        projectCost: 900n,
        arms: { ibrd: undefined, ida: 100n, grant: undefined },
        totalCommitment: 100n,
        lendingInstrument: 'Investment Project Financing',
      },
    },
  ]);
});

describe('a bad row is rejected with its line, its column and the reason, and the next is read', () => {
  test.each([
    ['name', '', 'missing', ''],
    ['id', ' ', 'missing', ''],
    ['country', '', 'missing', ''],
    ['country', 'Atlantis', 'neither a known country', 'Atlantis'],
    ['ibrd_usd', '-5', 'whole number of dollars', '-5'],
    ['ida_usd', '12.50', 'whole number of dollars', '12.50'],
    ['grant_usd', '1e6', 'whole number of dollars', '1e6'],
    ['total_commitment_usd', 'n/a', 'whole number of dollars', 'n/a'],
    ['project_cost_usd', '99999999999999999999', 'more than', '99999999999999999999'],
    ['approval_date', '31/01/2020', 'not a date', '31/01/2020'],
    ['closing_date', '2023-02-29', 'not a date', '2023-02-29'],
    ['name', 'x'.repeat(10_001), 'longer than', `${'x'.repeat(80)}…`],
  ])('%s = "%s"', async (column, value, reason, shown) => {
    const [first, second] = await read(but(column, value), GOOD);
    expect(first).toEqual(reject(2, column, reason, shown));
    expect(second?.is).toBe('row');
  });

  test('a row without any sum is not bad: it is for screening to judge', async () => {
    const [only] = await read(GOOD.replace('900,,100,,100', ',,,,0'));
    expect(only?.is).toBe('row');
  });

  test('too few and too many cells', async () => {
    expect(await read('P2,South Asia', `${GOOD},`)).toEqual([
      reject(2, undefined, 'has 2 cells, the header has 17', 'P2,South Asia'),
      reject(3, undefined, 'has 18 cells', expect.any(String) as string),
    ]);
  });

  test('a repeated id names the line of the first; a rejected row holds no id', async () => {
    const readings = await read(but('name', ''), GOOD, but('name', 'Another'));
    expect(readings.map(({ is }) => is)).toEqual(['reject', 'row', 'reject']);
    expect(readings[2]).toEqual(reject(4, 'id', 'already on line 3', 'P1'));
  });

  test('lines are physical ones, also behind a quoted line end; text that is broken names its column', async () => {
    const [first, second] = await read(but('name', '"Waste\nof Pune"'), but('name', 'a\0b'));
    expect(first).toMatchObject({ is: 'row', line: 2, row: { name: 'Waste of Pune' } });
    expect(second).toEqual(reject(4, 'name', 'NUL', 'a b'));
  });
});

describe('a file that is no such table is unreadable as a whole', () => {
  test.each([
    ['', 'the file is empty'],
    ['id,name\nP1,x', 'the header lacks the columns country, topics'],
    [`${HEADER},id\n`, 'the column id more than once'],
    [`"${HEADER}\n${GOOD}`, 'the header cannot be read'],
    [HEADER.replace(',topics', ''), 'the header lacks the column topics'],
  ])('%#', async (text, reason) => {
    expect(await Array.fromAsync(readProjects(stream(text)))).toEqual([{ is: 'unreadable', reason: expect.stringContaining(reason) }]);
  });

  test('the order of the columns and further ones do not matter', async () => {
    const turned = (line: string): string => `${line.split(',').reverse().join(',')},more`;
    const [only] = await Array.fromAsync(readProjects(stream(`${turned(HEADER)}\n${turned(GOOD)}`)));
    expect(only).toMatchObject({ is: 'row', row: { id: 'P1', totalCommitment: 100n } });
  });
});

describe('a financing window', () => {
  const window = '"IBRD loan: Korea, Republic of",IBRD loan,"Korea, Republic of",40,41,110,120,225,Specific Investment Loan|UNIDENTIFIED';
  const readOne = async (line: string) => (await Array.fromAsync(readWindows(stream(`${WINDOWS}\n${line}\n`))))[0];

  test('is read with its band, without the instrument that the Bank does not know', async () => {
    expect(await readOne(window)).toMatchObject({
      is: 'row',
      row: {
        arm: 'ibrd',
        place: { key: 'KR' },
        ticketMinimum: 40n,
        ticketMaximum: 120n,
        usualTicket: { low: 41n, high: 110n },
        total: 225n,
        instruments: ['Specific Investment Loan'],
      },
    });
  });

  test('that contradicts itself or names another arm is rejected', async () => {
    expect(await readOne(window.replace(',120,', ',30,'))).toEqual(reject(2, 'ticket_max_usd', 'less than the smallest', '30'));
    expect(await readOne(window.replace(',225,', ',0,'))).toEqual(reject(2, 'total_usd', 'not positive', '0'));
    expect(await readOne(window.replace(',40,', ',,'))).toEqual(reject(2, 'ticket_min_usd', 'missing', ''));
    expect(await readOne(window.replace(',IBRD loan,', ',MIGA,'))).toEqual(reject(2, 'arm', 'none of', 'MIGA'));
  });
});

describe("the Bank's names of places", () => {
  test.each([
    ['Korea, Republic of', 'KR'],
    ["Lao People's Democratic Republic", 'LA'],
    ['Viet Nam', 'VN'],
    ['Vietnam', 'VN'],
    ['Timor-Leste', 'TL'],
    ['Micronesia, Federated States of', 'FM'],
    ['Hong Kong SAR, China', 'HK'],
    ['Iran, Islamic Republic of', 'IR'],
    ['Lao PDR', 'LA'],
    ['Türkiye', 'TR'],
    ['KYRGYZ REPUBLIC', 'KG'],
    ["Korea, Democratic People's Republic of", 'KP'],
    ['St. Lucia', 'LC'],
    ['Brunei Darussalam', 'BN'],
  ])('%s', (name, code) => {
    expect(placeNamed(name)).toEqual({ key: code, countries: [code] });
  });

  test('its two regions are sets of countries', () => {
    expect(placeNamed('South Asia')?.countries).toEqual(['AF', 'BD', 'BT', 'IN', 'IR', 'LK', 'MV', 'NP', 'PK']);
    expect(placeNamed('East Asia and Pacific')?.countries).toEqual(expect.arrayContaining(['CN', 'VN', 'FJ', 'AU']));
    expect(placeNamed('Sub-Saharan Africa')).toBeUndefined();
  });
});
