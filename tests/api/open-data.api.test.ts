import { settled } from '@junkan/scripts/main-job/clock.ts';
import { expect, test } from 'vitest';
import { openSystem } from '../open-system.ts';
import { scene } from '../scene.ts';

const { api, system } = await openSystem();
const asked = (path: string) => fetch(path.startsWith('http') ? path : `${system.address}/v1/public/${path}`);

type Catalogue = { 'dcat:dataset': { 'dct:identifier': string; 'foaf:page': { '@id': string }; 'dcat:distribution': Distribution[] }[] };
type Distribution = { 'dcat:accessURL': { '@id': string } };

/** The paths of all values of a row, as the fields of its dataset name them. */
function pathsIn(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((each) => pathsIn(each, `${path}[]`));
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([name, each]) => pathsIn(each, path === '' ? name : `${path}.${name}`));
}

/** `*` is any name. */
const isNamed = (path: string, fields: readonly string[]): boolean =>
  fields.some((field) => new RegExp(`^${field.replaceAll(/[.[\]]/g, String.raw`\$&`).replaceAll('*', '[^.]+')}$`).test(path));

test('the catalogue leads to every public list as a whole, as many rows as the list has, each field of them described', async () => {
  await scene(api);
  await settled(api);
  const found = await asked('data');
  expect(found.headers.get('content-type')).toMatch(/^application\/ld\+json/);
  expect(found.headers.get('cache-control')).toBe('private, no-cache');
  const datasets = ((await found.json()) as Catalogue)['dcat:dataset'];
  const names = datasets.map((each) => each['dct:identifier']);
  expect(names).toEqual(expect.arrayContaining(['projects', 'milestones', 'proofs', 'signatories', 'actions', 'policies', 'calls']));

  for (const { 'dct:identifier': name, 'foaf:page': page, 'dcat:distribution': ways } of datasets) {
    const [whole = '', byPages = ''] = ways.map((way) => way['dcat:accessURL']['@id']);
    const text = await (await asked(whole)).text();
    const rows =
      text === ''
        ? []
        : text
            .trimEnd()
            .split('\n')
            .map((line) => JSON.parse(line) as object);
    const { total } = (await (await asked(byPages)).json()) as { total?: { count: number } };
    if (total) expect([name, rows.length]).toEqual([name, total.count]);
    const { fields } = (await (await asked(page['@id'])).json()) as { fields: { path: string }[] };
    const paths = fields.map((each) => each.path);
    const unnamed = [...new Set(rows.flatMap((row) => pathsIn(row)))].filter((path) => !isNamed(path, paths) && !/\[\]$/.test(path));
    expect([name, unnamed]).toEqual([name, []]);
  }
  const projects = await (await asked('data/projects')).text();
  expect(projects).toContain('Compost for the fields of Kanagawa');
  expect(projects).not.toContain('"draft"');
});

test('a dataset that there is not is refused with those that there are', async () => {
  const refused = await asked('data/payments');
  expect([refused.status, await refused.text()]).toEqual([400, expect.stringContaining('projects')]);
});
