import { readFileSync } from 'node:fs';
import { LANGUAGES } from '@junkan/words/languages.ts';
import { textsOf } from '@junkan/words/texts.fixture.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as ofActions from '../../web/src/exports/action-columns.ts';
import type { Column } from '../../web/src/exports/columns.ts';
import { type Format, fileOf } from '../../web/src/exports/files.ts';
import { unescaped } from '../../web/src/exports/formulas.ts';
import * as ofMoney from '../../web/src/exports/money-columns.ts';
import * as ofParties from '../../web/src/exports/party-columns.ts';
import * as ofProgramme from '../../web/src/exports/programme-columns.ts';
import { FIELDS, PROJECT_COLUMNS, rowsOf } from '../../web/src/exports/proposal-columns.ts';
import * as ofPublished from '../../web/src/exports/published-columns.ts';
import * as ofWork from '../../web/src/exports/work-columns.ts';
import { groupsOf, type Proposal, readProposal } from '../../web/src/imports/proposals.ts';
import { readTable } from '../../web/src/imports/table.ts';
import { MAX_BYTES, MAX_ROWS, UnreadableFile } from '../../web/src/imports/unreadable.ts';

const FORMATS: readonly Format[] = ['csv', 'xlsx', 'json'];
const WEB = new URL('../../web/', import.meta.url);

type Text = { readonly text: string };
const TEXTS: readonly Column<Text>[] = [
  { key: 'number', value: () => 1 },
  { key: 'text', value: ({ text }) => text },
];
const written = (format: Format, texts: readonly string[]): Promise<Blob> =>
  fileOf(format, { columns: TEXTS, rows: texts.map((text) => ({ text })), names: {} });
const readBack = async (format: Format, texts: readonly string[]): Promise<readonly (string | undefined)[]> =>
  (await readTable(await written(format, texts))).rows.map(({ cells }) => cells['text']);

const HOSTILE = [
  '=HYPERLINK("http://example.org","click")',
  '+1+1',
  '-1+1',
  '@SUM(A1)',
  '＝1+1',
  "'=1+1",
  "''-x",
  "it's",
  '<script>alert(1)</script><b>bold</b>',
  'a, "b"; c\nsecond line',
  '-12.5',
  'ｗａｔｅｒ 水 पानी',
];

describe('a file', () => {
  test('of CSV begins with the mark of UTF-8, and no cell of it is a formula', async () => {
    const bytes = new Uint8Array(await (await written('csv', HOSTILE)).arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const text = new TextDecoder().decode(bytes);
    expect(text).toContain(`"'=HYPERLINK(""http://example.org"",""click"")"`);
    expect(text.split('\r\n').filter((line) => /^1,"?(?!-12\.5)[=+\-@＝]/.test(line))).toEqual([]);
    expect(text).toContain('1,<script>alert(1)</script><b>bold</b>\r\n');
  });

  test.each(FORMATS)('of %s gives every text back as it was', async (format) => {
    expect(await readBack(format, HOSTILE)).toEqual(HOSTILE);
  });

  test('of CSV makes safe what follows blanks, and the small letters of signs', async () => {
    const texts = ['  =1+1', '\u00a0+1', '﹢1', '⁼1'];
    const file = await fileOf('csv', {
      columns: [{ key: 'text', value: ({ text }: Text) => text }],
      rows: texts.map((text) => ({ text })),
      names: {},
    });
    for (const text of texts) expect(await file.text()).toContain(`'${text}`);
  });

  test('of CSV gives back whatever a text is', async () => {
    const texts = fc.array(
      fc.oneof(fc.string(), fc.stringMatching(/^'{0,2}[=+\-@＝'\t\d.]{1,4}$/)).filter((text) => text.trim() !== ''),
      {
        minLength: 1,
      },
    );
    await fc.assert(
      fc.asyncProperty(texts, async (all) => {
        const safe = all.filter((text) => !/[\0\uD800-\uDFFF]/.test(text));
        fc.pre(safe.length > 0);
        expect(await readBack('csv', safe)).toEqual(safe);
      }),
    );
    expect(unescaped("'-5")).toBe("'-5");
  });

  test('as a workbook has sums as numbers, but for those that a number does not hold exactly', async () => {
    const columns: readonly Column<Text>[] = [
      { key: 'number', value: () => 1 },
      { key: 'text', isSum: true, value: ({ text }) => text },
    ];
    const sums = ['1234567.89', '0.10', '18000000.00', '123456789012345.67'];
    const file = await fileOf('xlsx', { columns, rows: sums.map((text) => ({ text })), names: {} });
    const { rows } = await readTable(file);
    expect(rows.map(({ cells }) => cells['text'])).toEqual(['1234567.89', '0.1', '18000000', '123456789012345.67']);
  });
});

test('every column of every file is explained in every language', () => {
  const lists = {
    projects: PROJECT_COLUMNS,
    ...ofMoney,
    ...ofParties,
    ...ofPublished,
    ...ofWork,
    ...ofProgramme,
    ACTION_COLUMNS: ofActions.ACTION_COLUMNS,
    RESULT_COLUMNS: ofActions.RESULT_COLUMNS,
    SERIES_COLUMNS: ofActions.SERIES_COLUMNS,
  } as Readonly<Record<string, readonly Column<never>[]>>;
  expect(Object.keys(lists).length).toBeGreaterThan(30);
  expect(LANGUAGES).toHaveLength(9);
  const unexplained = LANGUAGES.flatMap((language) => {
    const [own, acts] = [textsOf('exports', language), textsOf('acts', language)];
    const isDescribed = ({ key, fields = [key] }: Column<never>): boolean =>
      Object.keys(own).some((name) => name === `col_${key}` || name.endsWith(`_${key}`)) ||
      fields.every((field) => `field_${field}` in acts);
    return Object.values(lists).flatMap((columns) =>
      columns.filter((column) => !isDescribed(column)).map(({ key }) => `${language}: ${key}`),
    );
  });
  expect(unexplained).toEqual([]);
});

const usd = (amount: string) => ({ amount, currency: 'USD' });
const PROPOSAL: Proposal = {
  reference: 'YOK-1',
  title: '=Compost for all',
  description: 'First line\nsecond, "quoted"',
  language: 'en',
  countries: ['JP', 'VN'],
  place: { id: '1848354', name: 'Yokohama', country: 'JP', latitude: '35.4', longitude: '139.6' },
  themes: ['composting', 'food-waste'],
  instruments: ['grant'],
  indicators: ['households-served'],
  preferredInstrument: 'Blue loan',
  operator: 'Bureau',
  readiness: 3,
  beneficiaries: 310_000,
  minimumCloseBasisPoints: 8_000,
  capacity: { quantity: '120', unit: 't/d' },
  target: usd('42000000.00'),
  cost: usd('48000000.00'),
  ownContribution: { amount: '900000000', currency: 'JPY' },
  milestones: [
    { number: 1, title: 'First', monthsAfterEffective: 12, amount: usd('18000000.00') },
    { number: 2, title: 'Second', monthsAfterEffective: 24, amount: usd('24000000.00') },
  ],
  wasteStreams: [{ stream: 'food', tonnesPerYear: '31500' }, { stream: 'garden' }, { stream: 'paper', tonnesPerYear: '0.5' }],
  otherSources: [{ name: 'Ministry', amount: usd('10.00') }],
  plannedIndicators: [{ code: 'tonnes-composted', unit: 't', baseline: '-5', target: '31500', method: 'Weighbridge', milestones: [1, 2] }],
};
const EMPTY: Proposal = {
  reference: 'YOK-2',
  title: 'Begun',
  readiness: 0,
  beneficiaries: 0,
  minimumCloseBasisPoints: 10_000,
  countries: [],
  themes: [],
  instruments: [],
  indicators: [],
  milestones: [],
  wasteStreams: [],
  otherSources: [],
  plannedIndicators: [],
};
/** Of a place the number counts alone, and zeros behind the point are none. */
const asSaid = (proposal: Proposal): unknown =>
  JSON.parse(
    JSON.stringify({ ...proposal, ...(proposal.place ? { place: { id: proposal.place.id } } : {}) }).replaceAll(
      /"amount":"(\d+)\.0+"/g,
      '"amount":"$1"',
    ),
  );

describe('a file of projects', () => {
  const projectOf = (proposal: Proposal) => ({
    id: 'prj_00000000000000000000000000',
    version: 1,
    status: 'draft' as const,
    submission: 0,
    round: 0,
    proposer: 'org_00000000000000000000000000',
    proposal,
  });

  test('has a column for everything that a proposal says', () => {
    const { components } = JSON.parse(readFileSync(new URL('../docs/openapi.json', WEB), 'utf8')) as {
      components: { schemas: Record<string, { properties: object }> };
    };
    const inColumns = new Set([...FIELDS.map(({ path, part }) => part ?? path.split('/')[0]), 'currency']);
    expect(Object.keys(components.schemas['Proposal']?.properties ?? {}).filter((name) => !inColumns.has(name))).toEqual([]);
    const parts = {
      milestones: 'PlannedMilestone',
      wasteStreams: 'WasteStream',
      otherSources: 'OtherSource',
      plannedIndicators: 'PlannedIndicator',
    };
    for (const [part, schema] of Object.entries(parts))
      expect(
        FIELDS.filter((field) => field.part === part)
          .map(({ path }) => path)
          .toSorted(),
      ).toEqual(Object.keys(components.schemas[schema]?.properties ?? {}).toSorted());
  });

  test.each(FORMATS)('is read back from %s as it was written', async (format) => {
    const rows = rowsOf([projectOf(PROPOSAL), projectOf(EMPTY)]);
    expect(rows.length).toBe(4);
    const table = await readTable(await fileOf(format, { columns: PROJECT_COLUMNS, rows, names: {} }));
    const read = groupsOf(table).map((group) => readProposal(group, new Set(table.columns)));
    expect(read.flatMap(({ faults }) => faults)).toEqual([]);
    expect(read.map(({ proposal }) => asSaid(proposal))).toEqual([asSaid(PROPOSAL), asSaid(EMPTY)]);
  });
});

test('the document of the files names every column of projects', () => {
  const guide = readFileSync(new URL('../docs/files.md', WEB), 'utf8');
  expect(PROJECT_COLUMNS.filter(({ key }) => !guide.includes(`\`${key}\``)).map(({ key }) => key)).toEqual([]);
});

describe('a file that cannot be read says why', () => {
  const faultOf = async (file: Blob): Promise<unknown> => {
    const error = await readTable(file).catch((thrown: unknown) => thrown);
    return error instanceof UnreadableFile ? error.fault : error;
  };
  const text = (of: string): Blob => new Blob([of]);
  test.each([
    ['nothing', text(''), { type: 'empty' }],
    ['columns alone', text('reference,title\r\n'), { type: 'empty' }],
    ['another encoding', new Blob([new Uint8Array([0x8a, 0xae, 0x2c, 0x41, 0x0d])]), { type: 'encoding' }],
    ['another separator', text('reference:title\nA:B\n'), { type: 'separator' }],
    ['a quote that does not end', text('reference,title\nA,"B\nC,D\n'), { type: 'quotes', row: 2 }],
    ['a column twice', text('reference,title,title\nA,B,C\n'), { type: 'column-twice', column: 'title' }],
    ['formulas', text('reference,title\nA,=B2\n'), { type: 'formulas', cells: ['B2'] }],
    ['an old workbook', new Blob([new Uint8Array([0xd0, 0xcf, 0x11, 0xe0])]), { type: 'old-workbook' }],
    ['a broken workbook', new Blob([new Uint8Array([0x50, 0x4b, 3, 4, 9])]), { type: 'workbook' }],
    ['other JSON', text('{"a":1}'), { type: 'json' }],
    ['broken JSON', text('[{"a":1'), { type: 'json' }],
    ['10,000 rows', text(`reference,title\n${'A,B\n'.repeat(10_000)}`), { type: 'too-many-rows', rows: 10_000, maximum: MAX_ROWS }],
    ['too much', new Blob([new Uint8Array(MAX_BYTES + 1)]), { type: 'too-large', maximum: MAX_BYTES }],
  ])('%s', async (_, file, fault) => {
    expect(await faultOf(file)).toEqual(fault);
  });

  test.each([
    ['semicolons', 'reference;title\nA;B\n'],
    ['tabs', 'reference\ttitle\nA\tB\n'],
    ['what Excel says above', 'sep=;\r\nreference;title\r\nA;B\r\n'],
  ])('and one with %s is read', async (_, of) => {
    expect((await readTable(text(of))).rows).toEqual([{ number: 2, cells: { reference: 'A', title: 'B' }, tooMany: false }]);
  });

  test('and one of Excel’s as Unicode text is read', async () => {
    const utf16 = Buffer.from('\uFEFFreference\ttitle\r\nA\t水\r\n', 'utf16le');
    expect((await readTable(new Blob([utf16]))).rows[0]?.cells).toEqual({ reference: 'A', title: '水' });
  });
});

describe('rows of a file are held against each other', () => {
  const read = async (lines: string) => {
    const table = await readTable(new Blob([lines]));
    return groupsOf(table).map((group) => readProposal(group, new Set(table.columns)));
  };

  test('a reference is of one project', async () => {
    const all = await read('reference,title,wasteStream.stream\nA,One,food\nA,,paper\nB,Two,\nA,Three,\nA,,glass\nC,Four,\nC,Five,\n');
    expect(all.map(({ faults }) => faults.map(({ row, because }) => [row, because]))).toEqual([
      [],
      [],
      [[5, { type: 'reference-twice', row: 2 }]],
      [],
      [[8, { type: 'reference-twice', row: 7 }]],
    ]);
    expect(all[0]?.proposal.wasteStreams).toEqual([{ stream: 'food' }, { stream: 'paper' }]);
  });

  test('what is no value of its column is named by row and column', async () => {
    const [one] = await read('reference,title,target,currency,readiness,milestone.amount\nA,One,"1,000",USD,high,12 usd\n,Two,,,,\n');
    expect(one?.faults.map(({ column, because }) => [column, because.type])).toEqual([
      ['readiness', 'malformed'],
      ['target', 'malformed'],
      ['milestone.title', 'missing'],
      ['milestone.monthsAfterEffective', 'missing'],
      ['milestone.amount', 'malformed'],
    ]);
  });
});
