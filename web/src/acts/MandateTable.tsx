import { anyInstrument, countries, themes } from '#messages';
import type { Schemas } from '../api/client.ts';
import { useCodeNames } from '../api/lists.ts';
import { Columns } from '../parts/Columns.tsx';
import { ItemLink } from '../parts/ItemLink.tsx';
import { countryName, list } from '../parts/locale.ts';
import { Money } from '../parts/Money.tsx';
import { Scroll } from '../parts/Scroll.tsx';
import { StatusOf } from '../parts/StatusOf.tsx';
import { fieldLabel } from './words.ts';

type Props = {
  readonly mandates: readonly Schemas['Mandate'][];
  readonly label: string;
  /** Where they are of several sponsors: what these are called. */
  readonly names?: Schemas['Names'];
  /** Whether strangers read it too, for whom a mandate has no page of its own. */
  readonly isForEverybody?: boolean;
};

/** What sponsors look for: where, what, and how much. */
export function MandateTable({ mandates, label, names, isForEverybody = false }: Props) {
  const themeName = useCodeNames('themes');
  return (
    <Scroll label={label}>
      <table className="stack" role="table">
        <thead>
          <tr role="row">
            <Columns
              of={[
                { title: fieldLabel('mandate') },
                ...(names ? [{ title: fieldLabel('sponsor') }] : []),
                { title: countries() },
                { title: themes() },
                { title: fieldLabel('ticketMinimum'), isFigure: true },
                { title: fieldLabel('ticketMaximum'), isFigure: true },
              ]}
            />
          </tr>
        </thead>
        <tbody>
          {mandates.map(({ id, status, sponsor, terms }) => (
            <tr key={id} role="row">
              <th scope="row" role="rowheader">
                {isForEverybody ? terms.title : <ItemLink id={id}>{terms.title}</ItemLink>}{' '}
                {status === 'published' ? null : <StatusOf of="mandate" status={status} />}
              </th>
              {names ? (
                <td role="cell" data-h={fieldLabel('sponsor')}>
                  <div>
                    <ItemLink id={sponsor}>{names[sponsor]?.text ?? sponsor}</ItemLink>
                  </div>
                </td>
              ) : null}
              <td role="cell" data-h={countries()}>
                <div>{list(terms.countries.map(countryName))}</div>
              </td>
              <td role="cell" data-h={themes()}>
                <div>{list(terms.themes.map(themeName)) || anyInstrument()}</div>
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
