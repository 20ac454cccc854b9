import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, useEffect, useRef, useState } from 'react';
import * as m from '#messages/action-imports';
import { actions } from '#messages/actions';
import { onlyFor } from '#messages/forms';
import * as imports from '#messages/imports';
import { Refused } from '../../acts/Refused.tsx';
import { roleText } from '../../acts/words.ts';
import { sessionQuery } from '../../base/api/session.ts';
import { Awaiting } from '../../base/parts/Awaiting.tsx';
import { numberText } from '../../base/parts/locale.ts';
import { PageHead } from '../../base/parts/PageHead.tsx';
import { Say } from '../../base/parts/Say.tsx';
import type { ActionItem } from '../../imports/actions.ts';
import { MAX_BYTES, MAX_ROWS, UnreadableFile } from '../../imports/unreadable.ts';
import { megabytes, UnknownColumns, unreadableText } from '../../imports/Words.tsx';
import { FileField } from '../../parts/FileField.tsx';
import type { Step } from './shared/import-steps.ts';

// What a file is checked by, and made into, comes with the first that is chosen.
const Found = lazy(async () => ({ default: (await import('./shared/Imported.tsx')).Found }));
const Results = lazy(async () => ({ default: (await import('./shared/Imported.tsx')).Results }));
const reading = () => import('../../imports/table.ts');
const checking = () => import('../../imports/actions.ts');
const running = () => import('../../imports/run-actions.ts');

const WHO = 'proposer.officer';

/** A city's plan as a table: checked first, then its actions are planned one after the other. */
export function Page() {
  const { data: session } = useSuspenseQuery(sessionQuery);
  return (
    <>
      <PageHead
        title={m.title()}
        way={
          <ol className="crumbs">
            <li>
              <Link to="/actions">{actions()}</Link>
            </li>
          </ol>
        }
      />
      {session?.roles.includes(WHO) ? (
        <Awaiting>
          <Import city={session.organisation} />
        </Awaiting>
      ) : (
        <Say kind="">
          <p>{onlyFor({ role: roleText(WHO) })}</p>
        </Say>
      )}
    </>
  );
}

function Import({ city }: { readonly city: string }) {
  const { step, check, run, stop, again } = useImport(city);
  switch (step.at) {
    case 'choosing':
    case 'failed':
      return <Choose step={step} onChosen={(file) => void check(file)} />;
    case 'checking':
      return <p role="status">{imports.checking({ done: 0, all: 0 })}</p>;
    case 'planned':
      return <Found {...step} onRun={(isRevising) => void run(step.items, isRevising)} onAgain={again} />;
    case 'importing':
      return (
        <>
          <p className="row">
            <progress aria-label={m.title()} max={step.all} value={step.done} />
            <span role="status">{imports.importing({ done: step.done, all: step.all })}</span>
            <button className="btn small" type="button" onClick={stop}>
              {imports.stop()}
            </button>
          </p>
          <p className="quiet">{imports.stopSafe()}</p>
        </>
      );
    case 'done':
      return <Results results={step.results} onAgain={again} />;
  }
}

type ChooseProps = { readonly step: Extract<Step, { at: 'choosing' | 'failed' }>; onChosen(file: File): void };

const Choose = ({ step, onChosen }: ChooseProps) => (
  <div className="task-form">
    <p>{m.intro()}</p>
    {step.at === 'failed' ? (
      <>
        <Say kind="bad" isNews>
          <p>{imports.unchecked()}</p>
        </Say>
        <Refused error={step.error} />
      </>
    ) : step.fault || step.missing ? (
      <Say kind="bad" isNews>
        {step.fault ? <p>{unreadableText(step.fault)}</p> : null}
        {(step.missing ?? []).map((column) => (
          <p key={column}>{imports.columnMissing({ column })}</p>
        ))}
        <UnknownColumns unknown={step.unknown ?? []} />
      </Say>
    ) : null}
    <FileField
      label={m.choose()}
      hint={m.limits({ size: megabytes(MAX_BYTES), rows: numberText(MAX_ROWS) })}
      accept=".csv,.tsv,.txt,.xlsx,.json"
      onChosen={onChosen}
    />
  </div>
);

/** What is to be done with a file, or why it cannot be read. */
async function checked(file: File, city: string, signal: AbortSignal): Promise<Step> {
  try {
    const [{ readTable }, { columnsOf, KNOWN }, { planOf }, { unknownOf }] = await Promise.all([
      reading(),
      checking(),
      running(),
      import('../../imports/columns.ts'),
    ]);
    const table = await readTable(file);
    const { missing, unknown: others } = columnsOf(table);
    const unknown = others.map(unknownOf(KNOWN));
    if (missing.length > 0) return { at: 'choosing', missing, unknown };
    return { at: 'planned', file: file.name, items: await planOf(table, city, signal), unknown };
  } catch (error) {
    return error instanceof UnreadableFile ? { at: 'choosing', fault: error.fault } : { at: 'failed', error };
  }
}

/** A file on its way to actions: chosen, checked, imported. Leaving the page ends it. */
function useImport(city: string) {
  const queries = useQueryClient();
  const [step, setStep] = useState<Step>({ at: 'choosing' });
  const stopping = useRef(new AbortController());
  useEffect(() => () => stopping.current.abort(), []);

  const begin = (): AbortSignal => {
    stopping.current.abort();
    stopping.current = new AbortController();
    return stopping.current.signal;
  };
  return {
    step,
    async check(file: File): Promise<void> {
      const signal = begin();
      setStep({ at: 'checking' });
      const next = await checked(file, city, signal);
      if (!signal.aborted) setStep(next);
    },
    async run(items: readonly ActionItem[], isRevising: boolean): Promise<void> {
      const signal = begin();
      const onDone = (done: number): void => setStep({ at: 'importing', done, all: items.length });
      onDone(0);
      const { runAll } = await running();
      const results = await runAll(items, { isRevising, isStopped: () => signal.aborted, onDone });
      await queries.invalidateQueries();
      setStep({ at: 'done', results });
    },
    stop: () => stopping.current.abort(),
    again(): void {
      begin();
      setStep({ at: 'choosing' });
    },
  };
}
