import { useNavigate } from '@tanstack/react-router';
import * as m from '#messages';

type Props = {
  readonly label: string;
  /** What the choice is called in the address. */
  readonly name: string;
  readonly chosen: string;
  readonly of: readonly (readonly [code: string, text: string])[];
  /** What no choice means. */
  readonly none?: string;
};

/** A filter or an order of a list: it stands in the address, is made at once, and begins the list anew. */
export function Choice({ label, name, chosen, of, none = m.all() }: Props) {
  const navigate = useNavigate();
  const choose = (code: string): void =>
    void navigate({ to: '.', search: (before: object) => ({ ...before, [name]: code || undefined, cursor: undefined }) });
  return (
    <label className="field">
      <span className="label">{label}</span>
      <select className="in" value={chosen} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="">{none}</option>
        {of.map(([code, text]) => (
          <option key={code} value={code}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
