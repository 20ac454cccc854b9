import type { DatabaseSync } from 'node:sqlite';
import type { OpenView } from '@junkan/kit/views/open-view.ts';
import { type Columns, columnsOf, readAgain } from './columns.ts';

type Reading = Pick<OpenView, 'prepare' | 'read' | 'position' | 'isStale' | 'onApplied'>;
export type LiveColumns = { current(): Columns | undefined; close(): void };

/** Of fewer projects the file answers as fast. */
export const MIN_ROWS = 50_000;
/** Rows of projects follow from events of this context alone. */
const CONTEXT = 'project';

type Held = { readonly columns: Columns; readonly file: DatabaseSync; readonly origin: string; sequence: number };
/** After this many further messages it is checked again whether there are enough projects. */
const LOOK_AFTER = 10_000;

/**
 * Keeps the columns of a file in memory once it has enough projects. They are updated with what a committed transaction has changed, so
 * they may lag behind the file for a moment, in which they are not used: queries are answered from the file then.
 */
export function liveColumns(reading: Reading, minRows = MIN_ROWS): LiveColumns {
  let held: Held | undefined;
  /** The file that had too few projects, and how far it was then. */
  let small: Omit<Held, 'columns'> | undefined;

  function load(): void {
    const { prepare, read } = reading;
    [held, small] = [undefined, undefined];
    // Rows and position are of one moment.
    read.exec('BEGIN');
    try {
      const end = reading.position()[CONTEXT];
      const count = Number(prepare('SELECT count(*) AS count FROM project').get()?.['count']);
      if (end && count >= minRows) held = { columns: columnsOf(prepare), file: read, ...end };
      else small = { file: read, origin: end?.origin ?? '', sequence: end?.sequence ?? 0 };
    } finally {
      read.exec('COMMIT');
    }
  }

  const leave = reading.onApplied(({ context, sequence, events }) => {
    if (!held || context !== CONTEXT || sequence <= held.sequence) return;
    const touched = [...new Set(events.map(({ stream }) => stream).filter((stream) => stream.startsWith('prj_')))];
    // If the changes are not listed, everything may have changed.
    const isKnown = events.length > 0 && held.file === reading.read && !reading.isStale;
    if (isKnown && readAgain(held.columns, reading.prepare, touched)) held.sequence = sequence;
    else held = undefined;
  });

  return {
    current() {
      const end = reading.position()[CONTEXT];
      if (!end || reading.isStale) return undefined;
      const isSmall = small?.file === reading.read && end.sequence < small.sequence + LOOK_AFTER;
      if (held?.file !== reading.read && !isSmall) load();
      return held?.origin === end.origin && held.sequence === end.sequence ? held.columns : undefined;
    },
    close: leave,
  };
}
