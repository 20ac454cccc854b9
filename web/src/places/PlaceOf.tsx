import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import * as m from '#messages/places';
import { fieldLabel } from '../acts/words.ts';
import { countryName } from '../base/parts/locale.ts';
import { fieldHint } from '../forms/hints.ts';
import { useRoving } from '../lists/roving.ts';
import { chosenOf, placesQuery } from './chosen.ts';

type Props = { readonly value: string; readonly fault?: string | undefined; readonly onChange: (name: string, value: string) => void };

/** A place of the gazetteer, which is found by how its name begins. */
export function PlaceOf({ value, fault, onChange }: Props) {
  const id = useId();
  const [q, setQ] = useState('');
  const { data } = useQuery(placesQuery(q));
  const places = q === '' ? [] : (data?.places ?? []);
  const chosen = chosenOf(value);
  const found = useRef<HTMLUListElement>(null);
  const { onKeyDown, part } = useRoving(places.length);
  const goToFound = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' || places.length === 0) return;
    event.preventDefault();
    found.current?.querySelector('button')?.focus();
  };
  return (
    <div className={`field${fault ? ' bad' : ''}`}>
      <label htmlFor={id}>{fieldLabel('place')}</label>
      <span className="hint" id={`${id}-hint`}>
        {fieldHint('place')}
      </span>
      {fault ? <span className="fault">{fault}</span> : null}
      {chosen ? (
        <p className="row">
          <b>{m.placeIs({ name: chosen.name, country: chosen.country === '' ? 'none' : countryName(chosen.country) })}</b>
          <button className="btn small" type="button" onClick={() => onChange('place', '')}>
            {m.removePlace()}
          </button>
        </p>
      ) : null}
      <input
        className="in"
        type="search"
        id={id}
        name="place"
        autoComplete="off"
        value={q}
        aria-describedby={`${id}-hint ${id}-found`}
        onKeyDown={goToFound}
        onChange={(event) => setQ(event.currentTarget.value)}
      />
      <span className="hint" id={`${id}-found`} role="status">
        {q !== '' && data ? m.placesFound({ count: places.length }) : ''}
      </span>
      <ul className="found" ref={found} onKeyDown={onKeyDown}>
        {places.map(({ id: place, name = '', country = '' }, at) => (
          <li key={place}>
            <button
              className="btn small"
              type="button"
              {...part(at)}
              onClick={() => {
                onChange('place', JSON.stringify({ id: place, name, country }));
                setQ('');
              }}
            >
              {m.placeIs({ name, country: country === '' ? 'none' : countryName(country) })}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
