import { Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useEffect, useState } from 'react';
import * as m from '#messages';
import { useCodeNames } from '../../api/lists.ts';
import { countryName, locale } from '../../parts/locale.ts';
import type { PortfolioSearch } from './portfolio.search.ts';

type Counts = Readonly<Record<string, Readonly<Record<string, number>>>>;
type Field = 'country' | 'theme' | 'status';

const LABELS: Readonly<Record<Field, () => string>> = { country: m.country, theme: m.theme, status: m.state };
type NameOf = (code: string) => string;

/** Each choice with how many projects it leaves, under the other filters. A filter begins the list anew. */
export function Filters({ search, counts }: { readonly search: PortfolioSearch; readonly counts: Counts }) {
  const navigate = useNavigate({ from: '/' });
  const names: Readonly<Record<Field, NameOf>> = {
    country: countryName,
    theme: useCodeNames('themes'),
    status: (status) => m.status({ status }),
  };
  const { q = '', country = '', theme = '', status = '' } = search;
  const [chosen, choose] = useState({ q, country, theme, status });
  // The address may say otherwise: by a link, or on the way back.
  useEffect(() => choose({ q, country, theme, status }), [q, country, theme, status]);
  const find = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const given = Object.entries(chosen).map(([name, value]) => [name, value || undefined]);
    void navigate({ search: { sort: search.sort, ...Object.fromEntries(given) } });
  };
  return (
    <search aria-label={m.filters()}>
      <form className="picks" onSubmit={find}>
        <div className="row">
          <label className="field">
            <span className="label">{m.search()}</span>
            <input
              className="in"
              type="search"
              name="q"
              value={chosen.q}
              onChange={(event) => choose({ ...chosen, q: event.currentTarget.value })}
              maxLength={200}
            />
          </label>
          {(['country', 'theme', 'status'] as const).map((field) => (
            <Choice
              key={field}
              field={field}
              nameOf={names[field]}
              chosen={chosen[field]}
              counts={counts[field] ?? {}}
              choose={(code) => choose({ ...chosen, [field]: code })}
            />
          ))}
          <button className="btn first" type="submit">
            {m.apply()}
          </button>
          <Link className="btn bare" to="/">
            {m.clear()}
          </Link>
        </div>
      </form>
    </search>
  );
}

type ChoiceProps = {
  readonly field: Field;
  readonly nameOf: NameOf;
  readonly chosen: string;
  readonly counts: Readonly<Record<string, number>>;
  choose(code: string): void;
};

function Choice({ field, nameOf, chosen, counts, choose }: ChoiceProps) {
  const codes = [...new Set([...Object.keys(counts), ...(chosen ? [chosen] : [])])];
  const named = codes.map((code) => ({ code, name: nameOf(code) })).sort((one, other) => one.name.localeCompare(other.name, locale));
  return (
    <label className="field">
      <span className="label">{LABELS[field]()}</span>
      <select className="in" name={field} value={chosen} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="">{m.all()}</option>
        {named.map(({ code, name }) => (
          <option key={code} value={code}>{`${name} (${counts[code] ?? 0})`}</option>
        ))}
      </select>
    </label>
  );
}
