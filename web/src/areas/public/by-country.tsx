import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import * as common from '#messages';
import * as m from '#messages/portfolio';
import type { Schemas } from '../../api/client.ts';
import { Columns } from '../../parts/Columns.tsx';
import { countryName, list, numberText } from '../../parts/locale.ts';
import { MiniBar, wholeOf } from '../../parts/MiniBar.tsx';
import { Money } from '../../parts/Money.tsx';
import { compared } from '../../parts/sums.ts';
import type { PortfolioSearch } from './portfolio.search.ts';

type Sum = Schemas['CountriesSum'];
type Stages = Sum['stages'];
/** `countries`: how many there are, those too that have none but together with others. */
type Props = { readonly sums: readonly Sum[]; readonly countries: number; readonly search: PortfolioSearch };

const FIRST = 12;

/** Projects and their money by country: each of them is in one row, and no currency is added to another. */
export function ByCountry({ sums, countries, search }: Props) {
  const [isWhole, showWhole] = useState(false);
  const largest = largestOf(sums);
  const together = sums.filter((sum) => sum.countries.length > 1).length;
  const shown = isWhole ? sums : sums.slice(0, FIRST);
  return (
    <section aria-labelledby="h-countries">
      <h2 id="h-countries">{m.byCountry()}</h2>
      {together > 0 ? (
        <p className="quiet">
          <small>{m.countriesTogether({ countries, alone: sums.filter((sum) => sum.countries.length === 1).length, together })}</small>
        </p>
      ) : null}
      <table className="byc" role="table">
        <thead>
          <tr role="row">
            <Columns of={[{ title: common.country() }, { title: common.projects(), isFigure: true }, { title: m.money() }]} />
          </tr>
        </thead>
        <tbody>
          {shown.map((sum) => (
            <Row key={sum.countries.join(' ')} sum={sum} search={search} largest={largest} />
          ))}
        </tbody>
      </table>
      {sums.length > FIRST ? (
        <p>
          <button className="btn bare" type="button" aria-expanded={isWhole} onClick={() => showWhole(!isWhole)}>
            {isWhole ? m.fewer() : m.allCountries({ count: sums.length })}
          </button>
        </p>
      ) : null}
    </section>
  );
}

const byCurrency = (stages: Stages) => [...Map.groupBy(stages, ({ amount }) => amount.currency)];

/** Of each currency the longest bar. */
function largestOf(sums: readonly Sum[]): ReadonlyMap<string, Schemas['Money']> {
  const largest = new Map<string, Schemas['Money']>();
  for (const { stages } of sums)
    for (const [currency, own] of byCurrency(stages)) {
      const [whole, most] = [wholeOf(own), largest.get(currency)];
      if (whole && (!most || compared(whole, most) > 0)) largest.set(currency, whole);
    }
  return largest;
}

type RowProps = {
  readonly sum: Sum;
  readonly search: PortfolioSearch;
  readonly largest: ReadonlyMap<string, Schemas['Money']>;
};

function Row({ sum: { countries, projects, stages }, search: { map, theme, sort }, largest }: RowProps) {
  const [only] = countries;
  const name = countries.length === 0 ? m.noCountry() : list(countries.map(countryName));
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        {only && countries.length === 1 ? (
          <Link to="/" search={{ map, theme, sort, country: only }}>
            {name}
          </Link>
        ) : (
          name
        )}
      </th>
      <td role="cell" className="r num">
        {numberText(projects)}
      </td>
      <td role="cell">
        {byCurrency(stages).map(([currency, own]) => {
          const of = largest.get(currency);
          return of ? (
            <div key={currency} className="cb">
              <MiniBar stages={own} of={of} />
              <Surest stages={own} of={`public/countries/${countries.join('+')}/${currency}`} />
            </div>
          ) : null;
        })}
      </td>
    </tr>
  );
}

const SUREST = ['settled', 'committed', 'accepted', 'sought'] as const;

/** The surest money of a country in a figure; the bar has all. */
function Surest({ stages, of }: { readonly stages: Stages; readonly of: string }) {
  const found = SUREST.flatMap((stage) => stages.filter((each) => each.stage === stage))[0];
  if (!found) return null;
  return (
    <small className="quiet">
      <Money amount={found.amount} of={`${of}/${found.stage}`} isShort /> {common.stage({ stage: found.stage })}
    </small>
  );
}
