import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import * as common from '#messages';
import * as m from '#messages/mandates';
import { fieldLabel } from '../../acts/words.ts';
import type { Schemas } from '../../api/client.ts';
import { useCodeNames } from '../../api/lists.ts';
import { useSession } from '../../api/session.ts';
import { Columns } from '../../parts/Columns.tsx';
import { countryName, list } from '../../parts/locale.ts';
import { Money } from '../../parts/Money.tsx';
import { Scroll } from '../../parts/Scroll.tsx';
import { mandatesQuery } from './mandates.queries.ts';

/** The mandates of the sponsor for which whoever looks acts. */
export function Mandates() {
  const session = useSession();
  const isSponsor = session?.organisation.startsWith('spo_') ?? false;
  return (
    <>
      <title>{`${m.mandates()} · Junkan`}</title>
      <div className="head">
        <h1>{m.mandates()}</h1>
        {session?.roles.includes('sponsor.officer') ? (
          <Link className="btn first" to="/mandates/new">
            {m.newMandate()}
          </Link>
        ) : null}
      </div>
      {isSponsor ? <Own sponsor={session?.organisation ?? ''} /> : <p>{m.forSponsors()}</p>}
    </>
  );
}

function Own({ sponsor }: { readonly sponsor: string }) {
  const {
    data: { mandates },
  } = useSuspenseQuery(mandatesQuery(sponsor));
  const themeName = useCodeNames('themes');
  if (mandates.length === 0) return <p>{m.noMandates()}</p>;
  return (
    <Scroll label={m.mandates()}>
      <table className="stack" role="table">
        <thead>
          <tr role="row">
            <Columns
              of={[
                { title: fieldLabel('title') },
                { title: common.countries() },
                { title: common.themes() },
                { title: fieldLabel('ticketMinimum'), isFigure: true },
                { title: fieldLabel('ticketMaximum'), isFigure: true },
              ]}
            />
          </tr>
        </thead>
        <tbody>
          {mandates.map((mandate) => (
            <Row key={mandate.id} mandate={mandate} themes={list(mandate.terms.themes.map(themeName)) || m.any()} />
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

type RowProps = { readonly mandate: Schemas['Mandate']; readonly themes: string };

const Row = ({ mandate: { id, terms }, themes }: RowProps) => (
  <tr role="row">
    <th scope="row" role="rowheader">
      <Link to="/mandates/$id" params={{ id }}>
        {terms.title}
      </Link>
    </th>
    <td role="cell" data-h={common.countries()}>
      <div>{list(terms.countries.map(countryName))}</div>
    </td>
    <td role="cell" data-h={common.themes()}>
      <div>{themes}</div>
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
);
