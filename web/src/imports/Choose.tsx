import type { ReactNode } from 'react';
import * as m from '#messages/imports';
import { Refused } from '../acts/Refused.tsx';
import { Say } from '../base/parts/Say.tsx';
import { FileField } from '../parts/FileField.tsx';
import type { StepAt } from './steps.ts';
import { UnknownColumns, unreadableText } from './Words.tsx';

type Props = {
  readonly step: StepAt<'choosing' | 'failed'>;
  readonly intro: string;
  readonly label: string;
  readonly hint: string;
  readonly children?: ReactNode;
  onChosen(file: File): void;
};

/** Where a file is chosen, and is said why the one before could not be read. */
export const Choose = ({ step, intro, label, hint, children, onChosen }: Props) => (
  <div className="task-form">
    <p>{intro}</p>
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
    <FileField label={label} hint={hint} accept=".csv,.tsv,.txt,.xlsx,.json" onChosen={onChosen} />
    {children}
  </div>
);

function Unreadable({ fault, missing = [], unknown = [] }: StepAt<'choosing'>) {
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

type ProgressProps = {
  readonly title: string;
  readonly label: string;
  readonly done: number;
  readonly all: number;
  readonly children?: ReactNode;
  onStop(): void;
};

export const Progress = ({ title, label, done, all, children, onStop }: ProgressProps) => (
  <>
    <p className="row">
      <progress aria-label={title} {...(all > 0 ? { max: all, value: done } : {})} />
      <span role="status">{label}</span>
      <button className="btn small" type="button" onClick={onStop}>
        {m.stop()}
      </button>
    </p>
    {children}
  </>
);
