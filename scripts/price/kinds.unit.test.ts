import { expect, test } from 'vitest';
import { changedIn, kindOf, rowsOf, tableOf } from './kinds.ts';

test.each([
  ['words/holds.json', 'words'],
  ['web/messages/holds/ja.json', 'words'],
  ['proto/junkan/disbursement/v1/events.proto', 'contracts'],
  ['services/disbursement/holds/holds.ts', 'disbursement'],
  ['services/catalogue/view/work/holds.ts', 'catalogue'],
  ['services/gateway/app.ts', 'gateway'],
  ['services/gateway/app.unit.test.ts', 'tests'],
  ['kit/testing/given.fixture.ts', 'tests'],
  ['workflows/histories/payment.json.gz', 'tests'],
  ['tests/work.unit.test.ts', 'tests'],
  ['workflows/flows/hold.ts', 'workflows'],
  ['kit/mongo.ts', 'kit'],
  ['web/src/areas/holds/Holds.tsx', 'web'],
  ['scripts/verify/holds.ts', 'scripts'],
  ['docs/holds.md', 'docs'],
  ['README.md', 'docs'],
  ['docs/api.lock', 'generated'],
  ['client/openapi.ts', 'generated'],
  ['services/disbursement/fold-versions.ts', 'generated'],
  ['pnpm-lock.yaml', 'generated'],
  ['biome.json', 'other'],
])('%s is of the kind %s', (path, kind) => expect(kindOf(path)).toBe(kind));

test('what git says is read with names that have spaces, files that were renamed and files that are binary', () => {
  const said = '3\t1\tdocs/a b.md\0' + '2\t0\t\0tests/old.ts\0tests/new.ts\0' + '-\t-\tweb/a.png\0';
  expect(changedIn(said)).toEqual([
    { path: 'docs/a b.md', insertions: 3, deletions: 1 },
    { path: 'tests/new.ts', insertions: 2, deletions: 0 },
    { path: 'web/a.png', insertions: 0, deletions: 0 },
  ]);
  expect(changedIn('')).toEqual([]);
});

test('a change is priced by kind, by hand and in all', () => {
  const changed = ['kit/a.ts', 'kit/b.ts', 'docs/openapi.json', 'words/a.json'].map((path) => ({ path, insertions: 10, deletions: 1 }));
  expect(tableOf(rowsOf(changed))).toBe(
    [
      '           files   +  -',
      'kit            2  20  2',
      'generated      1  10  1',
      'words          1  10  1',
      'by hand        3  30  3',
      'all            4  40  4',
    ].join('\n'),
  );
});
