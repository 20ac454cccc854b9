/** A file that a range of commits changes, with the lines that are put in and taken out; of a binary file there are none. */
export type Changed = { readonly path: string; readonly insertions: number; readonly deletions: number };

/** Generated from other files, though it is committed. */
const GENERATED =
  /^(docs\/(openapi|asyncapi)\.json|docs\/api\.lock|client\/(openapi|routes)\.ts|services\/.*\/(schema|fold-versions)\.ts|(.*\/)?(pnpm-lock\.yaml|package-lock\.json))$/;
const TESTS = /\.(test|fixture)\.tsx?$|^(tests|workflows\/(histories|testing))\//;

/** The first that fits. A service is a kind of its own, so that the cost of a change outside its own service is visible. */
const KINDS: readonly (readonly [RegExp, (folder: string) => string])[] = [
  [GENERATED, () => 'generated'],
  [TESTS, () => 'tests'],
  [/^(words|web\/messages)\//, () => 'words'],
  [/^proto\//, () => 'contracts'],
  [/^services\/[^/]+\//, (folder) => folder],
  [/^(web|workflows|kit|infra|client|scripts|docs|lists|bench)\//, (folder) => folder],
];

export function kindOf(path: string): string {
  const kind = KINDS.find(([of]) => of.test(path));
  const [first = '', second = ''] = path.split('/');
  if (kind) return kind[1](first === 'services' ? second : first);
  return path.endsWith('.md') ? 'docs' : 'other';
}

/** What `git diff --numstat -z` says. A file that was renamed is one, under its new name. */
export function changedIn(numstat: string): Changed[] {
  const fields = numstat.split('\0');
  const changed: Changed[] = [];
  for (let at = 0; at < fields.length - 1; at += 1) {
    const [insertions, deletions, path] = fields[at]?.split('\t') ?? [];
    const renamed = path === '' ? fields[at + 2] : path;
    if (path === '') at += 2;
    changed.push({ path: renamed ?? '', insertions: Number(insertions) || 0, deletions: Number(deletions) || 0 });
  }
  return changed;
}

type Row = { readonly kind: string; readonly files: number; readonly insertions: number; readonly deletions: number };

/** A row for each kind, the most files first; then those that are written by hand, and all. */
export function rowsOf(changed: readonly Changed[]): Row[] {
  const sum = (kind: string, of: readonly Changed[]): Row => ({
    kind,
    files: of.length,
    insertions: of.reduce((total, { insertions }) => total + insertions, 0),
    deletions: of.reduce((total, { deletions }) => total + deletions, 0),
  });
  const kinds = [...Map.groupBy(changed, ({ path }) => kindOf(path))].map(([kind, of]) => sum(kind, of));
  const byHand = changed.filter(({ path }) => kindOf(path) !== 'generated');
  return [...kinds.toSorted((a, b) => b.files - a.files || (a.kind < b.kind ? -1 : 1)), sum('by hand', byHand), sum('all', changed)];
}

export function tableOf(rows: readonly Row[]): string {
  const lines = [
    ['', 'files', '+', '-'],
    ...rows.map(({ kind, files, insertions, deletions }) => [kind, `${files}`, `${insertions}`, `${deletions}`]),
  ];
  const width = (column: number): number => Math.max(...lines.map((line) => line[column]?.length ?? 0));
  return lines.map((line) => line.map((cell, at) => (at === 0 ? cell.padEnd(width(0)) : cell.padStart(width(at)))).join('  ')).join('\n');
}
