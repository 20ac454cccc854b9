/** Earlier versions may damage a file that two connections use when its write-ahead log starts over. */
const MIN_VERSION = [3, 51, 3] as const;

/** @throws where the SQLite that Node carries is too old to be trusted with a file that is read while it is written. */
export function requireSqlite(version = process.versions['sqlite'] ?? '0'): void {
  const parts = version.split('.').map(Number);
  const differing = MIN_VERSION.findIndex((least, index) => parts[index] !== least);
  if (differing >= 0 && (parts[differing] ?? 0) < (MIN_VERSION[differing] ?? 0))
    throw new Error(`SQLite ${version} is too old: views need ${MIN_VERSION.join('.')} or later, which comes with a newer Node`);
}

const CORRUPT = 11;
const NOT_A_DATABASE = 26;
/** Internal, permission, busy, locked, no memory, read-only, interrupted, I/O, corrupt, full, cannot open, protocol, no database. */
const OUTAGES: readonly number[] = [2, 3, 5, 6, 7, 8, 9, 10, CORRUPT, 13, 14, 15, NOT_A_DATABASE];

/** SQLite's primary result code, or nothing for an error of another kind. */
function codeOf(error: unknown): number | undefined {
  const code = error instanceof Error && 'errcode' in error ? error.errcode : undefined;
  return typeof code === 'number' ? code & 0xff : undefined;
}

/** Whether the file or the machine failed, and not what was to be written. */
export const isOutage = (error: unknown): boolean => OUTAGES.includes(codeOf(error) ?? -1);

/** Whether the file is worthless. One without our tables is so too. */
export function isDamage(error: unknown): boolean {
  const code = codeOf(error);
  return code === CORRUPT || code === NOT_A_DATABASE || (error instanceof Error && error.message === 'no such table: made');
}
