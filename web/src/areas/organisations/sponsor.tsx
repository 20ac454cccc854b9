import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import * as common from '#messages';
import * as m from '#messages/organisations';
import { fieldLabel } from '../../acts/words.ts';
import type { Schemas } from '../../api/client.ts';
import { itemQuery } from '../../api/items.ts';
import { useCodeNames } from '../../api/lists.ts';
import { Columns } from '../../parts/Columns.tsx';
import { ItemLink } from '../../parts/ItemLink.tsx';
import { countryName, list } from '../../parts/locale.ts';
import { Money } from '../../parts/Money.tsx';
import { Scroll } from '../../parts/Scroll.tsx';
import { About } from './about.tsx';
import { mandatesOfQuery } from './organisations.queries.ts';

/** A sponsor, and what its mandates look for. */
export function Sponsor({ id }: { readonly id: string }) {
  const { data: sponsor } = useSuspenseQuery(itemQuery('getSponsor', id));
  const { data } = useQuery(mandatesOfQuery(id));
  return (
    <About name={sponsor.name} kind={sponsor.kind} isSponsor facts={[]}>
      <section className="part" aria-labelledby="h-mandates">
        <h2 id="h-mandates">{m.mandates()}</h2>
        {data?.mandates.length === 0 ? <p className="quiet">{m.noMandates()}</p> : null}
        {data && data.mandates.length > 0 ? <Mandates mandates={data.mandates} /> : null}
      </section>
    </About>
  );
}

function Mandates({ mandates }: { readonly mandates: readonly Schemas['Mandate'][] }) {
  const themeName = useCodeNames('themes');
  return (
    <Scroll label={m.mandates()}>
      <table className="stack" role="table">
        <thead>
          <tr role="row">
            <Columns
              of={[
                { title: fieldLabel('mandate') },
                { title: common.countries() },
                { title: common.themes() },
                { title: fieldLabel('ticketMinimum'), isFigure: true },
                { title: fieldLabel('ticketMaximum'), isFigure: true },
              ]}
            />
          </tr>
        </thead>
        <tbody>
          {mandates.map(({ id, terms }) => (
            <tr key={id} role="row">
              <th scope="row" role="rowheader">
                <ItemLink id={id}>{terms.title}</ItemLink>
              </th>
              <td role="cell" data-h={common.countries()}>
                <div>{list(terms.countries.map(countryName))}</div>
              </td>
              <td role="cell" data-h={common.themes()}>
                <div>{terms.themes.length > 0 ? list(terms.themes.map(themeName)) : m.anyTheme()}</div>
              </td>
              <td role="cell" data-h={fieldLabel('ticketMinimum')} className="r">
                <div>
                  <Money amount={terms.ticketMinimum} of={`${id}/ticketMinimum`} />
                </div>
              </td>
              <td role="cell" data-h={fieldLabel('ticketMaximum')} className="r">
                <div>
                  <Money amount={terms.ticketMaximum} of={`${id}/ticketMaximum`} />
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
