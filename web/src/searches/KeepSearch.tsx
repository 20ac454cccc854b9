import { useLocation } from '@tanstack/react-router';
import { type FormEvent, useId, useRef } from 'react';
import * as m from '#messages/account';
import { Refused } from '../acts/Refused.tsx';
import type { Schemas } from '../api/client.ts';
import { useOwn } from '../api/own.ts';
import { Say } from '../parts/Say.tsx';

/** Keeps the search of the page's address under a name, for whoever is signed in. */
export function KeepSearch({ list }: { readonly list: Schemas['SavedSearch']['list'] }) {
  const id = useId();
  const box = useRef<HTMLDetailsElement>(null);
  const { searchStr } = useLocation();
  const saving = useOwn('saveSearch');
  const save = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const name = new FormData(event.currentTarget).get('name');
    if (typeof name !== 'string' || name.trim() === '' || saving.isPending) return;
    const body = { name: name.trim(), list, query: searchStr.replace(/^\?/, '') };
    saving.mutate({ body }, { onSuccess: () => box.current?.removeAttribute('open') });
  };
  return (
    <div>
      <details className="more" ref={box}>
        <summary>{m.keepSearch()}</summary>
        <form className="row" onSubmit={save}>
          <label htmlFor={id}>{m.searchName()}</label>
          <input className="in" id={id} name="name" maxLength={200} required autoComplete="off" />
          <button className="btn small" type="submit" aria-disabled={saving.isPending}>
            {m.save()}
          </button>
        </form>
      </details>
      {saving.error ? <Refused error={saving.error} /> : null}
      {saving.isSuccess ? (
        <Say kind="good" isNews>
          <p>{m.searchKept()}</p>
        </Say>
      ) : null}
    </div>
  );
}
