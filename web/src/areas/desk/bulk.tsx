import { useRef, useState } from 'react';
import * as m from '#messages/desk';
import { cancel } from '#messages/forms';
import { meaningOf } from '../../acts/form-words.ts';
import { labelOf } from '../../acts/words.ts';
import type { Schemas } from '../../api/client.ts';
import { usePanel } from '../../parts/panel.ts';
import { BulkRow, type Run } from './bulk-row.tsx';
import { bulkOf, keyOfTask } from './together.ts';

type Props = { readonly tasks: readonly Schemas['Work'][]; readonly names: Schemas['Names']; onClose(isOver: boolean): void };

/** Several tasks done one after the other: each is an act of its own, with an answer of its own. */
export function Bulk({ tasks, names, onClose }: Props) {
  const runs = useRef(new Map<string, Run>());
  const [ready, setReady] = useState<ReadonlySet<string>>(new Set());
  const [is, setIs] = useState<'asked' | 'running' | 'over'>('asked');
  const { panel, close, onKeyDown } = usePanel<HTMLElement>(true, () => onClose(is === 'over'));
  const run = async (): Promise<void> => {
    if (is !== 'asked') return;
    setIs('running');
    // One after the other: where two touch the same item, the second is decided on what the first has made of it.
    const versions = new Map<string, number | undefined>();
    for (const task of tasks) {
      const version = await runs.current.get(keyOfTask(task))?.(versions.get(task.item));
      if (version !== undefined) versions.set(task.item, version);
    }
    setIs('over');
  };
  const operations = [...new Set(tasks.flatMap((task) => bulkOf(task)?.operation ?? []))];
  return (
    <section className="act-form" aria-labelledby="h-bulk" ref={panel} onKeyDown={is === 'running' ? undefined : onKeyDown}>
      <h2 id="h-bulk" tabIndex={-1}>
        {m.doTogether({ count: tasks.length })}
      </h2>
      {operations.map((operation) => (
        <p key={operation}>
          <b>{labelOf(operation)}.</b> {meaningOf(operation)}
        </p>
      ))}
      <ul className="bulk">
        {tasks.map((task) => {
          const key = keyOfTask(task);
          return (
            <BulkRow
              key={key}
              task={task}
              names={names}
              isBegun={is !== 'asked'}
              onReady={(isReady, act) => {
                runs.current.set(key, act);
                setReady((before) =>
                  before.has(key) === isReady ? before : new Set(isReady ? [...before, key] : [...before].filter((each) => each !== key)),
                );
              }}
            />
          );
        })}
      </ul>
      <p role="status">{is === 'over' ? m.allDone() : m.readyOf({ ready: ready.size, all: tasks.length })}</p>
      <div className="row">
        {is === 'over' ? null : (
          <button
            className="btn first"
            type="button"
            aria-disabled={is === 'running' || ready.size === 0}
            onClick={() => ready.size > 0 && void run()}
          >
            {m.doThese({ count: ready.size })}
          </button>
        )}
        <button className="btn" type="button" aria-disabled={is === 'running'} onClick={() => is !== 'running' && close()}>
          {is === 'over' ? m.close() : cancel()}
        </button>
      </div>
    </section>
  );
}
