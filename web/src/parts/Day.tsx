import { useNavigate } from '@tanstack/react-router';
import { useId } from 'react';

type Props = {
  readonly label: string;
  /** What the day is called in the address. */
  readonly name: string;
  /** '' = none. */
  readonly day: string;
};

/** A bound of the days of a list; it is taken once it is whole. */
export function Day({ label, name, day }: Props) {
  const id = useId();
  const navigate = useNavigate();
  const choose = (value: string): void =>
    void navigate({ to: '.', search: (before: object) => ({ ...before, [name]: value || undefined, cursor: undefined }) });
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        className="in"
        type="date"
        id={id}
        key={day}
        defaultValue={day}
        onBlur={({ currentTarget: { value } }) => (value === day ? undefined : choose(value))}
        onKeyDown={({ key, currentTarget: { value } }) => (key === 'Enter' && value !== day ? choose(value) : undefined)}
      />
    </div>
  );
}
