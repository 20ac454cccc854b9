import type { FileRow } from './table.ts';

const HEX = 16;

/** Names what rows say: the same rows have one effect, however often they are imported. */
export async function keyOf(rows: readonly FileRow[]): Promise<string> {
  const said = rows.map(({ cells }) => Object.entries(cells).toSorted(([one], [other]) => (one < other ? -1 : 1)));
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(said)));
  return `import-${[...new Uint8Array(digest)].map((byte) => byte.toString(HEX).padStart(2, '0')).join('')}`;
}
