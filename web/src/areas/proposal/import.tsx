import { useSuspenseQuery } from '@tanstack/react-query';
import { lazy, type ReactNode, useId } from 'react';
import { onlyFor } from '#messages/forms';
import * as m from '#messages/imports';
import { Refused } from '../../acts/Refused.tsx';
import { roleText } from '../../acts/words.ts';
import { sessionQuery } from '../../api/session.ts';
import { MAX_BYTES, MAX_ROWS } from '../../imports/unreadable.ts';
import { Awaiting } from '../../parts/Awaiting.tsx';
import { numberText } from '../../parts/locale.ts';
import { Say } from '../../parts/Say.tsx';
import type { Step } from './import-steps.ts';
import { UnknownColumns } from './import-unknown.tsx';
import { megabytes, unreadableText } from './import-words.ts';
import { useImport } from './use-import.ts';

// What a file is checked by, and made into, comes with the first that is chosen.
const Plan = lazy(async () => ({ default: (await import('./import-plan.tsx')).Plan }));
const Results = lazy(async () => ({ default: (await import('./import-results.tsx')).Results }));
const files = () => import('./import-files.ts');

const WHO = 'proposer.officer';

/** Projects of a city from a file: checked first, then drafted one after the other. */
export function ImportPage() {
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
  const id = useId();
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
      <div className="field">
        <label htmlFor={id}>{m.choose()}</label>
        <span className="hint" id={`${id}-hint`}>
          {m.limits({ size: megabytes(MAX_BYTES), rows: numberText(MAX_ROWS) })}
        </span>
        <input
          id={id}
          type="file"
          accept=".csv,.tsv,.txt,.xlsx,.json"
          aria-describedby={`${id}-hint`}
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            // The same file can be chosen again once it is mended.
            event.currentTarget.value = '';
            if (file) onChosen(file);
          }}
        />
      </div>
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
