import { Link, useNavigate } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import * as m from '#messages';
import { countryName, themeName } from '../../parts/locale.ts';
import { keyOf } from '../../parts/Status.tsx';
import type { PortfolioSearch } from './portfolio.search.ts';

type Counts = Readonly<Record<string, Readonly<Record<string, number>>>>;
type Field = 'country' | 'theme' | 'status';

const LABELS: Readonly<Record<Field, () => string>> = { country: m.country, theme: m.theme, status: m.state };
const NAMES: Readonly<Record<Field, (code: string) => string>> = {
  country: countryName,
  theme: themeName,
  status: (status) => m.status({ status: keyOf(status) }),
};

/** Each choice with how many projects it leaves, under the other filters. A filter begins the list anew. */
export function Filters({ search, counts }: { readonly search: PortfolioSearch; readonly counts: Counts }) {
  const navigate = useNavigate({ from: '/' });
  const find = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const given = [...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value) || undefined]);
    void navigate({ search: { sort: search.sort, ...Object.fromEntries(given) } });
  };
  return (
    <search aria-label={m.filters()}>
      <form className="picks" onSubmit={find} key={JSON.stringify(search)}>
        <div className="row">
          <label className="field">
            <span className="label">{m.search()}</span>
            <input className="in" type="search" name="q" defaultValue={search.q} maxLength={200} />
          </label>
          {(['country', 'theme', 'status'] as const).map((field) => (
            <Choice key={field} field={field} chosen={search[field] ?? ''} counts={counts[field] ?? {}} />
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

type ChoiceProps = { readonly field: Field; readonly chosen: string; readonly counts: Readonly<Record<string, number>> };

function Choice({ field, chosen, counts }: ChoiceProps) {
  const nameOf = NAMES[field];
  const codes = [...new Set([...Object.keys(counts), ...(chosen ? [chosen] : [])])];
  const named = codes.map((code) => ({ code, name: nameOf(code) })).sort((one, other) => one.name.localeCompare(other.name));
  return (
    <label className="field">
      <span className="label">{LABELS[field]()}</span>
      <select className="in" name={field} defaultValue={chosen}>
        <option value="">{m.all()}</option>
        {named.map(({ code, name }) => (
          <option key={code} value={code}>{`${name} (${counts[code] ?? 0})`}</option>
        ))}
      </select>
    </label>
  );
}
