import { expect, test } from 'vitest';
import { ACTION_COLUMNS } from '../../web/src/exports/action-columns.ts';
import { fileOf } from '../../web/src/exports/files.ts';
import { columnsOf, itemsOf, type Known } from '../../web/src/imports/actions.ts';
import { readTable } from '../../web/src/imports/table.ts';

type Action = Known['own'][number];

const none = { scope: '', objective: '', learntFrom: '', challenges: '', nextSteps: '', evidence: [] };
const place = {
  id: '1859642',
  name: 'Kawasaki',
  country: 'JP',
  latitude: '35.5',
  longitude: '139.7',
  population: 1,
  timeZone: 'Asia/Tokyo',
};
const action = (id: string, title: string, more: Partial<Action> = {}): Action =>
  ({
    id,
    version: 3,
    status: 'under-way',
    city: 'org_a',
    atCity: true,
    country: 'JP',
    place,
    content: { ...none, title, actors: ['Bureau, of waste', 'Firms; small ones'], themes: ['reuse', 'composting'] },
    fiveR: 'reuse',
    declaration: 'dcl_a',
    commitments: ['C1', 'C2'],
    results: [],
    ...more,
  }) as Action;
const MARKET = action('act_market', '=A market\nof used goods');
const PROJECT = action('act_project', 'Compost', { project: 'prj_a' });
const ENDED = action('act_ended', 'A fair', { status: 'completed' });
const KNOWN: Known = {
  own: [MARKET, PROJECT, ENDED, action('act_twin', 'Twins'), action('act_twin2', 'Twins')],
  codes: { themes: ['reuse', 'composting'], actions: ['recover-organic'] },
  commitments: new Map([['dcl_a', ['C1', 'C2']]]),
};
const itemsIn = async (text: string) => itemsOf(await readTable(new Blob([text])), KNOWN);
const faultsIn = async (text: string) => (await itemsIn(text)).flatMap(({ faults }) => faults);

test.each(['csv', 'xlsx', 'json'] as const)(
  'what the export of actions writes as %s is there already, whatever it says',
  async (format) => {
    const file = await fileOf(format, { columns: ACTION_COLUMNS, rows: KNOWN.own, names: {} });
    const table = await readTable(file);
    expect(columnsOf(table)).toEqual({ missing: [], unknown: [] });
    expect((await itemsOf(table, KNOWN)).map(({ act, faults }) => [act, faults])).toEqual(KNOWN.own.map(() => ['same', []]));
  },
);

test('each fault is told by row and column', async () => {
  const rows = [
    'id,title,place,themes,code,fiveR,declaration,commitments,partOf',
    ',,1859642,reuse,,,,,',
    ',New,,compostin,recover-organics,reus,dcl_b,C1,act_other',
    ',Other,1859642,reuse,,,,C1,',
    'act_other,Of others,1859642,,,,dcl_a,C9,',
    ',Other,1859642,,,,,,',
    ',Twins,1859642,,,,,,',
    'act_project,Compost more,,,,,,,',
    'act_ended,Another fair,,,,,,,',
  ].join('\n');
  expect((await faultsIn(rows)).map(({ row, column, because }) => [row, column, because.type])).toEqual([
    [2, 'title', 'missing'],
    [3, 'place', 'missing'],
    [3, 'themes', 'code-unknown'],
    [3, 'code', 'code-unknown'],
    [3, 'fiveR', 'code-unknown'],
    [3, 'declaration', 'code-unknown'],
    [3, 'commitments', 'code-unknown'],
    [3, 'partOf', 'another-city'],
    [4, 'declaration', 'missing'],
    [5, 'id', 'another-city'],
    [5, 'commitments', 'code-unknown'],
    [6, 'title', 'title-twice'],
    [7, 'title', 'several-titles'],
    [8, '', 'of-project'],
    [9, '', 'ended'],
  ]);
  expect((await faultsIn(rows))[2]?.because).toEqual({ type: 'code-unknown', code: 'compostin', nearest: ['composting'] });
});

test('a row is a new action, or changes the one that it names or that is called so; what the file has no column for stays', async () => {
  const [fresh, changed] = await itemsIn('id,title,place,actors\n,A new one,1859642,"Bureau, of waste\nFirms"\nact_market,A market,,\n');
  expect(fresh).toMatchObject({ act: 'plan', place: '1859642', content: { title: 'A new one', actors: ['Bureau, of waste', 'Firms'] } });
  expect(fresh?.tags).toEqual({ commitments: [] });
  expect(changed).toMatchObject({
    act: 'revise',
    action: { id: 'act_market', version: 3 },
    content: { title: 'A market', actors: [], themes: ['reuse', 'composting'] },
    tags: { fiveR: 'reuse', declaration: 'dcl_a', commitments: ['C1', 'C2'] },
  });
  const again = await itemsIn('id,title,place,actors\n,A new one,1859642,"Bureau, of waste\nFirms"\n');
  expect(again[0]?.key).toBe(fresh?.key);
});
