import type { FormEvent, ReactNode } from 'react';
import { Refused } from '../acts/Refused.tsx';
import { useRefused } from '../acts/words.ts';
import { Faults, useTries } from './Faults.tsx';
import { Readiness, useUnready } from './unready.ts';

type ByField = Readonly<Record<string, string>>;
type Props = {
  readonly title: string;
  readonly kind: 'task-form' | 'task-form wide-form' | 'act-form';
  readonly command: { readonly error: unknown; readonly isPending: boolean };
  /** What is wrong with each field, in words; it is shown from the first attempt to send the form on. */
  readonly faults: ByField;
  /** Whether it may be sent: what the API has found before does not hold it up. */
  readonly isReady: boolean;
  readonly above?: ReactNode;
  /** What else may be done with what is filled in, next to the button that sends it. */
  readonly beside?: ReactNode;
  readonly children: (faults: ByField) => ReactNode;
  send(): void;
};

/** A form of its own, sent by the first button below it. */
export function TaskForm({ title, kind, command, faults, isReady, above = null, beside = null, children, send }: Props) {
  const { error } = useRefused(command.error);
  const { tries, isTried, tried } = useTries();
  const waiting = useUnready();
  const shown = isTried ? { ...faults, ...waiting.unready } : {};
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    tried();
    if (isReady && waiting.isReady && !command.isPending) send();
  };
  return (
    <form className={kind} onSubmit={submit} noValidate aria-label={title}>
      {above}
      <Faults title={title} faults={shown} tries={tries} isPage={kind !== 'act-form'} />
      <Readiness value={waiting.setUnready}>{children(shown)}</Readiness>
      {error ? <Refused error={error} /> : null}
      <div className="row">
        <button className="btn first" type="submit" aria-disabled={command.isPending}>
          {title}
        </button>
        {beside}
      </div>
    </form>
  );
}
