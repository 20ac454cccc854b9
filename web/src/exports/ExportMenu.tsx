import { useRef, useState } from 'react';
import { exportAs } from '#messages';
import * as m from '#messages/exports';
import type { WholePage } from '../base/api/types.ts';
import { Say } from '../base/parts/Say.tsx';
import type { Exported, Names } from './columns.ts';
import { type Format, fileOf } from './files.ts';
import { save } from './save.ts';

type Going =
  | { readonly kind: 'reading'; readonly count: number; readonly total: number | undefined }
  | { readonly kind: 'done' | 'failed' };

const FORMATS: readonly (readonly [Format, () => string])[] = [
  ['csv', m.csv],
  ['xlsx', m.xlsx],
  ['json', m.json],
];

/** Writes a whole list into a file: read page by page, with its progress, until it is stopped. */
export function ExportMenu<Row>({ name, columns, page, isOpen = false }: Exported<Row>) {
  const [going, setGoing] = useState<Going>();
  const stopping = useRef<AbortController>(undefined);

  const write = async (format: Format): Promise<void> => {
    stopping.current = new AbortController();
    const { signal } = stopping.current;
    const rows: Row[] = [];
    const names: Record<string, Names[string]> = {};
    setGoing({ kind: 'reading', count: 0, total: undefined });
    try {
      for (let cursor: string | undefined = ''; cursor !== undefined; ) {
        const found: WholePage<Row> = await page(cursor, signal);
        signal.throwIfAborted();
        rows.push(...found.rows);
        Object.assign(names, found.names);
        cursor = found.next;
        setGoing({ kind: 'reading', count: rows.length, total: found.total });
      }
      const file = await fileOf(format, { columns: await columns(), rows, names });
      signal.throwIfAborted();
      save(file, `${name}.${format}`);
      setGoing({ kind: 'done' });
    } catch {
      setGoing(signal.aborted ? undefined : { kind: 'failed' });
    }
  };
  const explain = async (): Promise<void> => {
    // It brings the words of all fields.
    const { readmeOf } = await import('./readme.ts');
    save(await readmeOf(name, await columns(), isOpen), `${name}-README.txt`);
  };
  return (
    <>
      <ul>
        {FORMATS.map(([format, label]) => (
          <li key={format}>
            <button className="btn bare" type="button" disabled={going?.kind === 'reading'} onClick={() => void write(format)}>
              {label()}
            </button>
          </li>
        ))}
        <li>
          <button className="btn bare" type="button" onClick={() => void explain()}>
            {m.readme()}
          </button>
        </li>
      </ul>
      {going?.kind === 'reading' ? (
        <p className="row">
          <progress aria-label={exportAs()} {...(going.total ? { max: going.total, value: Math.min(going.count, going.total) } : {})} />
          <span role="status">{m.exporting({ count: going.count })}</span>
          <button className="btn small" type="button" onClick={() => stopping.current?.abort()}>
            {m.stop()}
          </button>
        </p>
      ) : null}
      {going?.kind === 'done' ? (
        <Say kind="good" isNews>
          <p>{m.exported()}</p>
        </Say>
      ) : null}
      {going?.kind === 'failed' ? (
        <Say kind="bad" isNews>
          <p>{m.failed()}</p>
        </Say>
      ) : null}
    </>
  );
}
