import { sha256 } from '../base/parts/sha256.ts';
import type { FileRow } from './table.ts';

/** Names what rows say: the same rows have one effect, however often they are imported. */
export async function keyOf(rows: readonly FileRow[]): Promise<string> {
  const said = rows.map(({ cells }) => Object.entries(cells).toSorted(([one], [other]) => (one < other ? -1 : 1)));
  return `import-${await sha256(JSON.stringify(said))}`;
}
