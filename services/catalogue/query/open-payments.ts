import type { Prepare } from '@junkan/kit/views/statements.ts';

/** How many payments of each of these files are approved or with the bank, and neither settled nor over; what has none is left out. */
export function openIn(prepare: Prepare, files: readonly string[]): ReadonlyMap<string, number> {
  const counted = prepare(
    `SELECT file, count(*) AS open FROM payment
     WHERE file IN (SELECT value FROM json_each(?)) AND status IN ('approved', 'instructed') GROUP BY file`,
  );
  return new Map(counted.all(JSON.stringify(files)).map(({ file, open }) => [String(file), Number(open)]));
}
