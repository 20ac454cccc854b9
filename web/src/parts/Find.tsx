import { useNavigate } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import * as m from '#messages';

const MAX_WORDS = 200;

/** Words that a list is searched for; they stand in the address, and begin the list anew. */
export function Find({ q }: { readonly q: string }) {
  const navigate = useNavigate();
  const find = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const words = String(new FormData(event.currentTarget).get('q') ?? '').trim();
    void navigate({ to: '.', search: (before: object) => ({ ...before, q: words || undefined, cursor: undefined }) });
  };
  return (
    <search key={q}>
      <form className="row end" onSubmit={find}>
        <label className="field">
          <span className="label">{m.search()}</span>
          <input className="in" type="search" name="q" defaultValue={q} maxLength={MAX_WORDS} />
        </label>
        <button className="btn" type="submit">
          {m.apply()}
        </button>
      </form>
    </search>
  );
}
