import { useId, useState } from 'react';
import * as m from '#messages/countries';
import * as forms from '#messages/forms';
import { fieldLabel } from '../acts/words.ts';
import { FieldHead } from '../base/parts/FieldHead.tsx';
import { Icon } from '../base/parts/Icon.tsx';
import { countryName, locale } from '../base/parts/locale.ts';
import type { Values } from '../forms/drafts.ts';
import { fieldHint } from '../forms/hints.ts';

type Props = {
  readonly name: string;
  readonly values: Values;
  readonly fault?: string | undefined;
  /** A text that replaces the usual hint. */
  readonly hint?: string;
  onChange(name: string, value: string): void;
};

export const codesIn = (values: Values, name: string): string[] => (values[name] ?? '').split(',').filter(Boolean);
export const sorted = (codes: readonly string[]): string => codes.toSorted().join(',');

/** Countries are added one by one, as there are too many to be shown. */
export function CountriesField({ name, values, fault, hint = fieldHint(name), onChange }: Props) {
  const id = useId();
  const [next, setNext] = useState('');
  const chosen = codesIn(values, name);
  const add = (): void => {
    if (next !== '') onChange(name, sorted([...new Set([...chosen, next])]));
    setNext('');
  };
  return (
    <div className={`field${fault ? ' bad' : ''}`}>
      <FieldHead id={id} label={fieldLabel(name)} hint={hint} fault={fault} icon={<Icon name="late" size={15} />} />
      <div className="row">
        {chosen.map((code) => (
          <span key={code} className="chip">
            {countryName(code)}
            <button
              type="button"
              aria-label={m.removeCountry({ country: countryName(code) })}
              onClick={() => onChange(name, sorted(chosen.filter((each) => each !== code)))}
            >
              <Icon name="no" size={14} />
            </button>
          </span>
        ))}
      </div>
      <span className="unit">
        <select
          className="in"
          id={id}
          name={name}
          value={next}
          aria-invalid={fault ? true : undefined}
          aria-describedby={`${id}-hint${fault ? ` ${id}-fault` : ''}`}
          onChange={(event) => setNext(event.currentTarget.value)}
        >
          <option value="">{forms.choose()}</option>
          {allCountries().map((code) => (
            <option key={code} value={code}>
              {countryName(code)}
            </option>
          ))}
        </select>
        <button className="btn" type="button" onClick={add}>
          {m.add()}
        </button>
      </span>
    </div>
  );
}

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
/** Regions that have a name and are no countries. */
const OTHERS = new Set(['AC', 'CP', 'CQ', 'DG', 'EA', 'EU', 'EZ', 'IC', 'QO', 'TA', 'UN', 'XA', 'XB', 'XK', 'ZZ']);

/** The codes of all countries, in the order of their names. */
function allCountries(): string[] {
  const known = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const codes = LETTERS.flatMap((one) => LETTERS.map((other) => one + other)).filter((code) => !OTHERS.has(code));
  return codes
    .filter((code) => known.of(code) !== undefined && new Intl.Locale(`und-${code}`).region === code)
    .sort((one, other) => countryName(one).localeCompare(countryName(other), locale));
}
