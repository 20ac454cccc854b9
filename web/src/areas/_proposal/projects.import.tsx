import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { lazy, type ReactNode, useEffect, useRef, useState } from 'react';
import { onlyFor } from '#messages/forms';
import * as m from '#messages/imports';
import { Refused } from '../../acts/Refused.tsx';
import { roleText } from '../../acts/words.ts';
import { sessionQuery } from '../../base/api/session.ts';
import { Awaiting } from '../../base/parts/Awaiting.tsx';
import { numberText } from '../../base/parts/locale.ts';
import { Say } from '../../base/parts/Say.tsx';
import type { Item } from '../../imports/plan.ts';
import { MAX_BYTES, MAX_ROWS } from '../../imports/unreadable.ts';
import { megabytes, UnknownColumns, unreadableText } from '../../imports/Words.tsx';
import { FileField } from '../../parts/FileField.tsx';
import type { Step } from './import-steps.ts';

// What a file is checked by, and made into, comes with the first that is chosen.
const Plan = lazy(async () => ({ default: (await import('./ImportPlan.tsx')).Plan }));
const Results = lazy(async () => ({ default: (await import('./ImportResults.tsx')).Results }));
const files = () => import('./import-files.ts');

const WHO = 'proposer.officer';

/** Projects of a city from a file: checked first, then drafted one after the other. */
export function Page() {
  const { data: session } = useSuspenseQuery(sessionQuery);
  return (
    <>
      <title>{`${m.title()} · Junkan`}</title>
      <h1>{m.title()}</h1>
      {session?.roles.includes(WHO) ? (
        <Awaiting>
          <Import proposer={session.organisation} />
        </Awaiting>
      ) : (
        <Say kind="">
          <p>{onlyFor({ role: roleText(WHO) })}</p>
        </Say>
      )}
    </>
  );
}

function Import({ proposer }: { readonly proposer: string }) {
  const { step, check, run, stop, again } = useImport(proposer);
  switch (step.at) {
    case 'choosing':
    case 'failed':
      return <Choose step={step} onChosen={(file) => void check(file)} />;
    case 'checking':
      return <Progress label={m.checking({ done: step.done, all: step.all })} done={step.done} all={step.all} onStop={again} />;
    case 'planned':
      return <Plan {...step} onRun={(isRevising) => void run(step.items, isRevising)} onAgain={again} />;
    case 'importing':
      return (
        <Progress label={m.importing({ done: step.done, all: step.all })} done={step.done} all={step.all} onStop={stop}>
          <p className="quiet">{m.stopSafe()}</p>
        </Progress>
      );
    case 'done':
      return <Results results={step.results} onAgain={again} />;
  }
}

type ChooseProps = { readonly step: Extract<Step, { at: 'choosing' | 'failed' }>; onChosen(file: File): void };

function Choose({ step, onChosen }: ChooseProps) {
  return (
    <div className="task-form">
      <p>{m.intro()}</p>
      {step.at === 'failed' ? (
        <>
          <Say kind="bad" isNews>
            <p>{m.unchecked()}</p>
          </Say>
          <Refused error={step.error} />
        </>
      ) : (
        <Unreadable {...step} />
      )}
      <FileField
        label={m.choose()}
        hint={m.limits({ size: megabytes(MAX_BYTES), rows: numberText(MAX_ROWS) })}
        accept=".csv,.tsv,.txt,.xlsx,.json"
        onChosen={onChosen}
      />
      <div className="row">
        <button className="btn" type="button" onClick={() => void files().then(({ explain }) => explain())}>
          {m.readme()}
        </button>
        <button className="btn" type="button" onClick={() => void files().then(({ empty }) => empty())}>
          {m.emptyFile()}
        </button>
      </div>
    </div>
  );
}

function Unreadable({ fault, missing = [], unknown = [] }: Extract<Step, { at: 'choosing' }>) {
  if (!fault && missing.length === 0) return null;
  return (
    <Say kind="bad" isNews>
      {fault ? <p>{unreadableText(fault)}</p> : null}
      {missing.map((column) => (
        <p key={column}>{m.columnMissing({ column })}</p>
      ))}
      <UnknownColumns unknown={unknown} />
    </Say>
  );
}

type ProgressProps = { readonly label: string; readonly done: number; readonly all: number; readonly children?: ReactNode; onStop(): void };

const Progress = ({ label, done, all, children, onStop }: ProgressProps) => (
  <>
    <p className="row">
      <progress aria-label={m.title()} {...(all > 0 ? { max: all, value: done } : {})} />
      <span role="status">{label}</span>
      <button className="btn small" type="button" onClick={onStop}>
        {m.stop()}
      </button>
    </p>
    {children}
  </>
);

/** A file on its way to drafts: chosen, checked, imported. Leaving the page ends it. */
function useImport(proposer: string) {
  const queries = useQueryClient();
  const [step, setStep] = useState<Step>({ at: 'choosing' });
  const stopping = useRef(new AbortController());
  useEffect(() => () => stopping.current.abort(), []);

  const begin = (): AbortSignal => {
    stopping.current.abort();
    stopping.current = new AbortController();
    return stopping.current.signal;
  };

  const check = async (file: File): Promise<void> => {
    const signal = begin();
    setStep({ at: 'checking', done: 0, all: 0 });
    const { checked } = await import('./import-check.ts');
    const next = await checked(file, proposer, signal, (done, all) => setStep({ at: 'checking', done, all }));
    if (!signal.aborted) setStep(next);
  };

  const run = async (items: readonly Item[], isRevising: boolean): Promise<void> => {
    const signal = begin();
    const all = items.length;
    setStep({ at: 'importing', done: 0, all });
    const onDone = (done: number): void => setStep({ at: 'importing', done, all });
    const { importAll } = await import('../../imports/run.ts');
    const results = await importAll(items, { proposer, isRevising, isStopped: () => signal.aborted, onDone });
    await queries.invalidateQueries();
    setStep({ at: 'done', results });
  };

  return {
    step,
    check,
    run,
    stop: () => stopping.current.abort(),
    again(): void {
      begin();
      setStep({ at: 'choosing' });
    },
  };
}
