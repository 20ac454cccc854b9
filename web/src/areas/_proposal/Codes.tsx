import { useCodeNames, useCodes } from '../../base/api/lists.ts';
import { countryName } from '../../base/parts/locale.ts';
import { fieldHint } from '../../forms/hints.ts';
import type { Asked } from './shared/tasks.ts';
import { askedLabel } from './shared/words.ts';

type Props = {
  readonly asked: Asked;
  readonly value: string;
  readonly fault?: string | undefined;
  /** Choices that come from no list. */
  readonly choices: readonly string[];
  readonly onChange: (name: string, value: string) => void;
};

/** Several of what there is, each with its own box. */
export function Codes({ asked, value, fault, choices, onChange }: Props) {
  const { name, list = 'themes' } = asked;
  const codes = useCodes(list, asked.list !== undefined);
  const nameOf = useCodeNames(list);
  const chosen = value === '' ? [] : value.split(' ');
  const known = asked.list ? codes.map(({ code }) => code) : choices;
  const all = [...new Set([...known, ...chosen])];
  const textOf = (code: string): string => (asked.list ? nameOf(code) : countryName(code));
  const flip = (code: string): void =>
    onChange(name, all.filter((each) => (each === code ? !chosen.includes(each) : chosen.includes(each))).join(' '));
  return (
    <fieldset className={`field choices${fault ? ' bad' : ''}`} aria-invalid={fault ? true : undefined}>
      <legend className="label">{askedLabel(asked)}</legend>
      {fieldHint(name) === '' ? null : <span className="hint">{fieldHint(name)}</span>}
      {fault ? <span className="fault">{fault}</span> : null}
      <div className="boxes">
        {all.map((code) => (
          <label className="check" key={code}>
            <input type="checkbox" name={name} checked={chosen.includes(code)} onChange={() => flip(code)} />
            <span>{textOf(code)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
