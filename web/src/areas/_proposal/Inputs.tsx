import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useId } from 'react';
import { optional } from '#messages/forms';
import { FieldHead } from '../../base/parts/FieldHead.tsx';
import type { Values } from '../../forms/drafts.ts';
import { Field } from '../../forms/Field.tsx';
import { fieldHint } from '../../forms/hints.ts';
import { Choice } from './Choice.tsx';
import { type Asked, proposerQuery } from './shared/tasks.ts';
import { askedLabel } from './shared/words.ts';

// Few tasks have them.
const loadPlace = () => import('../../places/PlaceOf.tsx');
const loadCodes = () => import('./Codes.tsx');
const loadRows = () => import('./Rows.tsx');
const PlaceOf = lazy(async () => ({ default: (await loadPlace()).PlaceOf }));
const Codes = lazy(async () => ({ default: (await loadCodes()).Codes }));
const Rows = lazy(async () => ({ default: (await loadRows()).Rows }));

/** Begins to load what a task asks with, while the proposal comes. */
export function loadInputs(asked: readonly Asked[]): void {
  if (asked.some(({ kind }) => kind === 'codes')) void loadCodes();
  if (asked.some(({ kind }) => kind === 'place')) void loadPlace();
  if (asked.some(({ kind }) => kind === 'rows')) void loadRows();
}

type Props = {
  readonly asked: Asked;
  readonly values: Values;
  readonly faults: Readonly<Record<string, string>>;
  readonly currency: string;
  readonly proposer: string;
  readonly onChange: (name: string, value: string) => void;
};

/** What of a proposal is asked for, in the way of its kind. */
export function Input({ asked, values, faults, currency, proposer, onChange }: Props) {
  const { name, kind } = asked;
  const value = values[name] ?? '';
  const fault = faults[name];
  switch (kind) {
    case 'rows':
      return (
        <Suspense fallback={null}>
          <Rows asked={asked} value={value} faults={faults} onChange={onChange} />
        </Suspense>
      );
    case 'place':
      return (
        <Suspense fallback={null}>
          <PlaceOf value={value} fault={fault} onChange={onChange} />
        </Suspense>
      );
    case 'codes':
      return (
        <Suspense fallback={null}>
          <CodesOf asked={asked} value={value} fault={fault} proposer={proposer} onChange={onChange} />
        </Suspense>
      );
    case 'choice':
      return <Labelled asked={asked} value={value} fault={fault} onChange={onChange} />;
    case 'line':
    case 'lines':
    case 'currency':
    case 'money':
    case 'share':
    case 'number':
    case 'decimal':
    case 'numbers':
      return (
        <Field
          field={{
            name,
            kind: kind === 'decimal' || kind === 'numbers' ? 'number' : kind,
            required: asked.isDue === true || asked.isNeeded === true,
            ...(asked.max ? { max: asked.max } : {}),
          }}
          values={values}
          fault={fault}
          label={askedLabel(asked)}
          hint={fieldHint(asked.label ?? name)}
          currency={currency === '' ? '–' : currency}
          onChange={onChange}
        />
      );
  }
}

type OneProps = Pick<Props, 'asked' | 'onChange'> & { readonly value: string; readonly fault: string | undefined };

function CodesOf({ proposer, ...props }: OneProps & { readonly proposer: string }) {
  const { data } = useQuery({ ...proposerQuery(proposer), enabled: props.asked.list === undefined });
  return <Codes {...props} choices={data?.countries ?? []} />;
}

function Labelled({ asked, value, fault, onChange }: OneProps) {
  const id = useId();
  const hint = fieldHint(asked.label ?? asked.name);
  const label = askedLabel(asked);
  const described = [hint === '' ? '' : `${id}-hint`, fault ? `${id}-fault` : ''].filter(Boolean).join(' ');
  return (
    <div className={`field${fault ? ' bad' : ''}`}>
      <FieldHead id={id} label={asked.isNeeded ? label : optional({ label })} hint={hint} fault={fault} />
      <Choice
        asked={asked}
        value={value}
        common={{ id, name: asked.name, 'aria-invalid': fault ? true : undefined, 'aria-describedby': described || undefined }}
        onChange={(text) => onChange(asked.name, text)}
      />
    </div>
  );
}
