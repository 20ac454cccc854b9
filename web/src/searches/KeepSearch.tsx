import { useLocation } from '@tanstack/react-router';
import { type FormEvent, useId } from 'react';
import * as m from '#messages/account';
import { Refused } from '../acts/Refused.tsx';
import type { Schemas } from '../base/api/client.ts';
import { useOwn } from '../base/api/own.ts';
import { Say } from '../base/parts/Say.tsx';

/** What is shown of the list, and of its items, is none of the search. */
const SHOWN = /^(cursor|open|via|p)=/;
const queryOf = (searchStr: string): string =>
  searchStr
    .replace(/^\?/, '')
    .split('&')
    .filter((part) => !SHOWN.test(part))
    .join('&');

type Props = {
  readonly list: Schemas['SavedSearch']['list'];
  /** Whether it is kept now. */
  onSaved(kept: boolean): void;
};

/** The name under which the search of the page's address is kept. */
export function Form({ list, onSaved }: Props) {
  const id = useId();
  const { searchStr } = useLocation();
  const saving = useOwn('saveSearch');
  const save = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const name = given.get('name');
    if (typeof name !== 'string' || name.trim() === '' || saving.isPending) return;
    onSaved(false);
    const body = { name: name.trim(), list, query: queryOf(searchStr), tell: given.get('tell') !== null };
    saving.mutate({ body }, { onSuccess: () => onSaved(true) });
  };
  return (
    <>
      <form className="row" onSubmit={save}>
        <label htmlFor={id}>{m.searchName()}</label>
        <input className="in" id={id} name="name" maxLength={200} required autoComplete="off" />
        {list === 'matches' ? (
          <label className="check">
            <input type="checkbox" name="tell" defaultChecked />
            <span>{m.tellOfNew()}</span>
          </label>
        ) : null}
        <button className="btn small" type="submit" aria-disabled={saving.isPending}>
          {m.save()}
        </button>
      </form>
      {saving.error ? <Refused error={saving.error} /> : null}
    </>
  );
}

export const Kept = () => (
  <Say kind="good" isNews>
    <p>{m.searchKept()}</p>
  </Say>
);
