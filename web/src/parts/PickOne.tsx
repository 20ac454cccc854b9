import { useId } from 'react';
import { FieldHead } from '../base/parts/FieldHead.tsx';

type Props = {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly choices: readonly (readonly [id: string, text: string])[];
  readonly onChange: (name: string, value: string) => void;
};

/** One of several items, of which one is always chosen. */
export function PickOne({ name, label, hint, value, choices, onChange }: Props) {
  const id = useId();
  return (
    <div className="field">
      <FieldHead id={id} label={label} hint={hint} />
      <select
        className="in"
        id={id}
        name={name}
        value={value}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChange(name, event.currentTarget.value)}
      >
        {choices.map(([choice, text]) => (
          <option key={choice} value={choice}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
