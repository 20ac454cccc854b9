import { useState } from 'react';
import { fieldMissing } from '#messages/forms';
import { fieldLabel } from '../../../acts/words.ts';
import type { Given } from '../../../opened/Act.tsx';

type Checked = {
  readonly name: string;
  readonly label?: string;
  readonly codes: readonly string[];
  textOf(code: string): string;
  readonly isNeeded?: boolean;
};

/** Codes of which several are chosen, each with its words: a field in addition to those of the form. */
export function useChecks({
  name,
  label = fieldLabel(name),
  codes,
  textOf,
  isNeeded = true,
}: Checked): Required<Pick<Given, 'body' | 'own'>> {
  const [chosen, choose] = useState<readonly string[]>([]);
  const toggle = (code: string): void => choose(chosen.includes(code) ? chosen.filter((each) => each !== code) : [...chosen, code]);
  const isReadable = !isNeeded || chosen.length > 0;
  return {
    body: { [name]: codes.filter((code) => chosen.includes(code)) },
    own: {
      isReadable,
      faultsOf: () => (isReadable ? {} : { [name]: fieldMissing({ field: label }) }),
      show: (faults) => (
        <fieldset className={`field${faults[name] ? ' bad' : ''}`}>
          <legend>{label}</legend>
          {faults[name] ? <span className="fault">{faults[name]}</span> : null}
          {codes.map((code, index) => (
            <label key={code} className="check">
              <input type="checkbox" name={index === 0 ? name : undefined} checked={chosen.includes(code)} onChange={() => toggle(code)} />
              <span>{textOf(code)}</span>
            </label>
          ))}
        </fieldset>
      ),
    },
  };
}
