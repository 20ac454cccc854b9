import { Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useId } from 'react';
import * as common from '#messages';
import * as m from '#messages/matches';
import type { Schemas } from '../../api/client.ts';
import { useCodeNames } from '../../api/lists.ts';
import { countryName, locale } from '../../parts/locale.ts';
import { useMedia } from '../../parts/media.ts';
import { type MatchesSearch, toggled, valuesOf } from './matches.search.ts';

type Counts = Readonly<Record<string, Readonly<Record<string, number>>>>;
type Field = 'country' | 'theme' | 'mandate';
type Props = { readonly search: MatchesSearch; readonly counts: Counts; readonly names: Schemas['Names'] };

const LEGENDS: Readonly<Record<Field, () => string>> = { country: common.country, theme: common.theme, mandate: m.yourMandates };

/** Tells how a value of a filter is called. */
export function useValueNames(names: Schemas['Names']): (field: string, value: string) => string {
  const themeName = useCodeNames('themes');
  return (field, value) =>
    field === 'country' ? countryName(value) : field === 'theme' ? themeName(value) : (names[value]?.text ?? value);
}

/** What leaves how many, under the other filters. A filter begins the list anew. */
export function Facets({ search, counts, names }: Props) {
  const isWide = useMedia('(min-width: 1181px)');
  const heading = useId();
  const fields = (
    <>
      <Words key={search.q ?? ''} search={search} />
      {(['country', 'theme', 'mandate'] as const).map((field) => (
        <Facet key={field} field={field} search={search} counts={counts[field] ?? {}} names={names} />
      ))}
    </>
  );
  if (!isWide)
    return (
      <details className="more filters">
        <summary>{common.filters()}</summary>
        <search aria-label={common.filters()}>{fields}</search>
      </details>
    );
  return (
    <search className="facets" aria-labelledby={heading}>
      <div className="row far">
        <h2 id={heading}>{common.filters()}</h2>
        <Link to="/matches" search={{ near: search.near, p: search.p }}>
          <small>{common.clear()}</small>
        </Link>
      </div>
      {fields}
    </search>
  );
}

function Words({ search }: Pick<Props, 'search'>) {
  const navigate = useNavigate({ from: '/matches' });
  const find = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const q = String(new FormData(event.currentTarget).get('q') ?? '').trim();
    void navigate({ search: { ...search, q: q || undefined, cursor: undefined } });
  };
  return (
    <form className="facet" onSubmit={find}>
      <label className="field">
        <span className="label">{m.words()}</span>
        <input className="in" type="search" name="q" defaultValue={search.q ?? ''} maxLength={200} />
      </label>
      <button className="btn small" type="submit">
        {common.search()}
      </button>
    </form>
  );
}

/** So many are seen before the others are asked for. */
const SHOWN = 6;

type FacetProps = Omit<Props, 'counts'> & { readonly field: Field; readonly counts: Readonly<Record<string, number>> };

function Facet({ field, search, counts, names }: FacetProps) {
  const nameOf = useValueNames(names);
  const chosen = valuesOf(search[field]);
  const named = [...new Set([...Object.keys(counts), ...chosen])]
    .map((value) => ({ value, name: nameOf(field, value), count: counts[value] ?? 0 }))
    .sort((one, other) => other.count - one.count || one.name.localeCompare(other.name, locale));
  if (named.length === 0) return null;
  const isFirst = ({ value }: { readonly value: string }, at: number): boolean => at < SHOWN || chosen.includes(value);
  const rest = named.filter((each, at) => !isFirst(each, at));
  const choice = ({ value, name, count }: (typeof named)[number]) => (
    <Choice key={value} field={field} value={value} name={name} count={count} isChosen={chosen.includes(value)} />
  );
  return (
    <fieldset className="facet">
      <legend>{LEGENDS[field]()}</legend>
      {named.filter(isFirst).map(choice)}
      {rest.length === 0 ? null : (
        <details className="more">
          <summary>{m.moreValues({ count: rest.length })}</summary>
          {rest.map(choice)}
        </details>
      )}
    </fieldset>
  );
}

type ChoiceProps = {
  readonly field: Field;
  readonly value: string;
  readonly name: string;
  readonly count: number;
  readonly isChosen: boolean;
};

function Choice({ field, value, name, count, isChosen }: ChoiceProps) {
  const navigate = useNavigate({ from: '/matches' });
  return (
    <label className="check">
      <input
        type="checkbox"
        checked={isChosen}
        onChange={() => void navigate({ search: (now) => ({ ...now, [field]: toggled(now[field], value), cursor: undefined }) })}
      />
      <span>{name}</span>
      <span className="num">{count}</span>
    </label>
  );
}
