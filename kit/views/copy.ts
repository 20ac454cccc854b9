import { mkdirSync, renameSync } from 'node:fs';
import { basename, join } from 'node:path';
import { openForReading, removeFile } from './file.ts';

/**
 * Copies the file of a view that another replica reads and writes meanwhile into a directory, for a new replica to begin with: its
 * positions come along, so that it reads only what was published since. Answers the path of the copy. It holds the calling thread, a
 * second or two for a gigabyte.
 */
export function copyView(path: string, directory: string): string {
  const copy = join(directory, basename(path));
  const part = `${copy}.part`;
  mkdirSync(directory, { recursive: true });
  removeFile(part);
  const db = openForReading(path);
  try {
    db.prepare('VACUUM INTO ?').run(part);
  } finally {
    db.close();
  }
  removeFile(copy);
  renameSync(part, copy);
  return copy;
}
