import { useSuspenseQuery } from '@tanstack/react-query';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { savedSearches } from '#messages';
import * as m from '#messages/account';
import { Refused } from '../../acts/Refused.tsx';
import type { Schemas } from '../../base/api/client.ts';
import { searchesQuery, useOwn } from '../../base/api/own.ts';
import { Headed } from '../../base/parts/Table.tsx';

type Search = Schemas['SavedSearch'];

/** Where each list is. */
const PAGES: Readonly<Record<Search['list'], string>> = { projects: '/', matches: '/matches', milestones: '/milestones', work: '/desk' };
const addressOf = ({ list, query = '' }: Search): string => (query === '' ? PAGES[list] : `${PAGES[list]}?${query}`);

/** The searches that the signed-in person has saved. */
export function Page() {
  const {
    data: { searches },
  } = useSuspenseQuery(searchesQuery);
  return (
    <>
      <title>{`${savedSearches()} · Junkan`}</title>
      <h1>{savedSearches()}</h1>
      {searches.length === 0 ? (
        <p>{m.noSearches()}</p>
      ) : (
        <Headed label={savedSearches()} of={[{ title: m.searchName() }, { title: m.searchIn() }, { title: m.searchActs() }]}>
          <tbody>
            {searches.map((search) => (
              <Row key={search.number} search={search} />
            ))}
          </tbody>
        </Headed>
      )}
    </>
  );
}

function Row({ search }: { readonly search: Search }) {
  const { number, name, list, query = '', toldSince } = search;
  const telling = useOwn('changeSearch');
  const [isRenaming, setRenaming] = useState(false);
  const removing = useOwn('removeSearch');
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        <div>
          <a href={addressOf(search)}>{name}</a>
        </div>
      </th>
      <td role="cell" data-h={m.searchIn()}>
        <div>{m.list({ list })}</div>
      </td>
      <td role="cell" data-h={m.searchActs()}>
        {isRenaming ? (
          <Rename search={search} onDone={() => setRenaming(false)} />
        ) : (
          <div className="row">
            <button className="btn small" type="button" onClick={() => setRenaming(true)}>
              {m.rename()}
              <span className="vh">: {name}</span>
            </button>
            <button
              className="btn small"
              type="button"
              aria-disabled={removing.isPending}
              onClick={() => removing.isPending || removing.mutate({ body: {}, places: { number } })}
            >
              {m.remove()}
              <span className="vh">: {name}</span>
            </button>
          </div>
        )}
        {list === 'matches' ? (
          <label className="check">
            <input
              type="checkbox"
              checked={toldSince !== undefined}
              disabled={telling.isPending}
              onChange={({ currentTarget: { checked: tell } }) => telling.mutate({ body: { name, list, query, tell }, places: { number } })}
            />
            <span>
              {m.tellOfNew()}
              <span className="vh">: {name}</span>
            </span>
          </label>
        ) : null}
        {[removing.error, telling.error].map((error) => (error ? <Refused key={String(error)} error={error} /> : null))}
      </td>
    </tr>
  );
}

function Rename({
  search: { number, name, list, query = '', toldSince },
  onDone,
}: {
  readonly search: Search;
  readonly onDone: () => void;
}) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const changing = useOwn('changeSearch');
  const save = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const given = new FormData(event.currentTarget).get('name');
    if (typeof given !== 'string' || given.trim() === '' || changing.isPending) return;
    changing.mutate(
      { body: { name: given.trim(), list, query, tell: toldSince !== undefined }, places: { number } },
      { onSuccess: onDone },
    );
  };
  return (
    <form className="row" onSubmit={save}>
      <label className="vh" htmlFor={id}>
        {m.searchName()}
      </label>
      <input className="in" id={id} name="name" defaultValue={name} maxLength={200} required ref={field} />
      <button className="btn small first" type="submit" aria-disabled={changing.isPending}>
        {m.save()}
      </button>
      {changing.error ? <Refused error={changing.error} /> : null}
    </form>
  );
}
