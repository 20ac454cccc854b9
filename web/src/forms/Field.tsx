import { lazy, Suspense, useId } from 'react';
import type { Field as Described } from '#forms';
import * as m from '#messages/forms';
import { codeText, fieldLabel } from '../acts/words.ts';
import { FieldHead } from '../base/parts/FieldHead.tsx';
import { Icon } from '../base/parts/Icon.tsx';
import type { Values } from './drafts.ts';
import { fieldHint } from './hints.ts';
import { Sum } from './Sum.tsx';

const OnePerson = lazy(async () => ({ default: (await import('./OnePerson.tsx')).OnePerson }));
const OneCode = lazy(async () => ({ default: (await import('./OneCode.tsx')).OneCode }));

type Props = {
  readonly field: Described;
  readonly values: Values;
  /** What is wrong with it, in words. */
  readonly fault?: string | undefined;
  /** A text that replaces the usual label or hint. */
  readonly label?: string;
  readonly hint?: string;
  /** How a choice is called, where that is not by the field alone. */
  readonly choiceText?: (code: string) => string;
  /** A currency that is not to be chosen. */
  readonly currency?: string | undefined;
  readonly onChange: (name: string, value: string) => void;
  readonly onLeave?: () => void;
};

/** From this share of what it may hold, a text says how much is left. */
const NEARLY_FULL = 0.8;
/** The length of the longest code, so that it is clear where a code ends. */
const A_CODE = 35;
const LINES = 4;

/** A field of a form, with its label, its hint and its fault, each of which is read out with it. `id` is its name, for links from above. */
export function Field({
  field,
  values,
  fault,
  label = fieldLabel(field.name),
  hint = fieldHint(field.name),
  choiceText = (code) => codeText(`code_${field.name}`, code),
  currency,
  onChange,
  onLeave,
}: Props) {
  const id = useId();
  const value = values[field.name] ?? '';
  const left = (field.max ?? 0) - value.length;
  const isNearlyFull = field.max !== undefined && field.max > A_CODE && value.length > field.max * NEARLY_FULL;
  const described = [hint === '' ? '' : `${id}-hint`, fault ? `${id}-fault` : '', isNearlyFull ? `${id}-left` : '']
    .filter(Boolean)
    .join(' ');
  const common = {
    id,
    name: field.name,
    value,
    'aria-invalid': fault ? true : undefined,
    'aria-describedby': described || undefined,
    'aria-required': field.required || undefined,
    onBlur: onLeave,
  };
  const change = (event: { readonly currentTarget: { readonly value: string } }): void => onChange(field.name, event.currentTarget.value);
  return (
    <div className={`field${fault ? ' bad' : ''}`}>
      <FieldHead
        id={id}
        label={field.required ? label : m.optional({ label })}
        hint={hint}
        fault={fault}
        icon={<Icon name="late" size={15} />}
      />
      <Input
        field={field}
        common={common}
        values={values}
        currency={currency}
        choiceText={choiceText}
        change={change}
        onChange={onChange}
      />
      {isNearlyFull ? (
        <span className="hint" id={`${id}-left`} role="status">
          {m.lettersLeft({ left })}
        </span>
      ) : null}
    </div>
  );
}

type InputProps = Pick<Props, 'field' | 'values' | 'currency' | 'onChange'> & {
  readonly common: { readonly id: string; readonly value: string; readonly onBlur: (() => void) | undefined };
  readonly choiceText: (code: string) => string;
  readonly change: (event: { readonly currentTarget: { readonly value: string } }) => void;
};

function Input({ field, common, values, currency, choiceText, change, onChange }: InputProps) {
  switch (field.kind) {
    case 'lines':
    case 'links':
      return <textarea className="in" rows={LINES} maxLength={field.max} {...common} onChange={change} />;
    case 'choice':
      return (
        <select className="in" {...common} onChange={change}>
          <option value="">{m.choose()}</option>
          {(field.choices ?? []).map((code) => (
            <option key={code} value={code}>
              {choiceText(code)}
            </option>
          ))}
        </select>
      );
    case 'country':
    case 'currency':
      return (
        <Suspense fallback={null}>
          <OneCode of={field.kind} {...common} onChange={change} />
        </Suspense>
      );
    case 'person':
      return (
        <Suspense fallback={null}>
          <OnePerson maxLength={field.max} {...common} onChange={change} />
        </Suspense>
      );
    case 'money':
      return (
        <span className="unit">
          <Sum className="in num short" {...common} onChange={change} />
          {currency ? (
            <b>{currency}</b>
          ) : (
            <span className="unit">
              <small>{fieldLabel('currency')}</small>
              <Suspense fallback={null}>
                <OneCode
                  of="currency"
                  aria-label={m.currencyOf({ label: fieldLabel(field.name) })}
                  value={values[`${field.name}.currency`] ?? ''}
                  onChange={(event) => onChange(`${field.name}.currency`, event.currentTarget.value)}
                />
              </Suspense>
            </span>
          )}
        </span>
      );
    case 'share':
    case 'percent':
      return (
        <span className="unit">
          <input className="in num short" inputMode="decimal" autoComplete="off" {...common} onChange={change} />
          <b>%</b>
        </span>
      );
    case 'date':
      return <input className="in short" type="date" {...common} onChange={change} />;
    case 'instant':
      return <input className="in" type="datetime-local" {...common} onChange={change} />;
    case 'number':
      return <input className="in num short" inputMode="numeric" autoComplete="off" {...common} onChange={change} />;
    case 'email':
      return <input className="in" type="email" maxLength={field.max} autoComplete="email" {...common} onChange={change} />;
    case 'link':
      return <input className="in" type="url" maxLength={field.max} autoComplete="off" {...common} onChange={change} />;
    default:
      return <input className="in" maxLength={field.max} autoComplete={field.fills ?? 'off'} {...common} onChange={change} />;
  }
}
