import { useId, useState } from 'react';
import * as forms from '#messages/forms';
import * as m from '#messages/mandates';
import { fieldHint } from '../../acts/hints.ts';
import { fieldLabel } from '../../acts/words.ts';
import type { Values } from '../../api/drafts.ts';
import { useCodeNames, useCodes } from '../../api/lists.ts';
import type { ListName } from '../../api/types.ts';
import { allCountries } from '../../parts/countries.ts';
import { Icon } from '../../parts/Icon.tsx';
import { countryName, locale } from '../../parts/locale.ts';

type Props = {
  readonly name: string;
  readonly values: Values;
  readonly fault?: string | undefined;
  onChange(name: string, value: string): void;
};

const codesIn = (values: Values, name: string): string[] => (values[name] ?? '').split(',').filter(Boolean);
const sorted = (codes: readonly string[]): string => codes.toSorted().join(',');

/** Codes of a list of the installation, each to be chosen. */
export function CodesField({ name, list, values, onChange }: Props & { readonly list: ListName }) {
  const known = useCodes(list).map(({ code }) => code);
  const chosen = codesIn(values, name);
  const nameOf = useCodeNames(list);
  const codes = new Set([...known, ...chosen]);
  const all = [...codes].map((code) => ({ code, name: nameOf(code) })).sort((one, other) => one.name.localeCompare(other.name, locale));
  const toggle = (code: string): void =>
    onChange(name, sorted(chosen.includes(code) ? chosen.filter((each) => each !== code) : [...chosen, code]));
  return (
    <fieldset className="field codes">
      <legend>{forms.optional({ label: fieldLabel(name) })}</legend>
      <span className="hint">{fieldHint(name)}</span>
      <details className="more" open={chosen.length > 0}>
        <summary>{m.chosenOf({ chosen: chosen.length, all: all.length })}</summary>
        <div className="checks">
          {all.map(({ code, name: called }) => (
            <label key={code} className="check">
              <input type="checkbox" checked={chosen.includes(code)} onChange={() => toggle(code)} />
              <span>{called}</span>
            </label>
          ))}
        </div>
      </details>
    </fieldset>
  );
}

/** Countries are added one by one, as there are too many to be shown. */
export function CountriesField({ name, values, fault, onChange }: Props) {
  const id = useId();
  const [next, setNext] = useState('');
  const chosen = codesIn(values, name);
  const add = (): void => {
    if (next !== '') onChange(name, sorted([...new Set([...chosen, next])]));
    setNext('');
  };
  return (
    <div className={`field${fault ? ' bad' : ''}`}>
      <label htmlFor={id}>{fieldLabel(name)}</label>
      <span className="hint" id={`${id}-hint`}>
        {fieldHint(name)}
      </span>
      {fault ? (
        <span className="fault" id={`${id}-fault`}>
          <Icon name="late" size={15} />
          {fault}
        </span>
      ) : null}
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
