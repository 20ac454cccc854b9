import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import * as m from '#messages/organisations';
import { itemQuery } from '../../base/api/items.ts';
import { MandateTable } from '../../lists/MandateTable.tsx';
import { About, AccountsOf } from './About.tsx';
import { Details } from './Details.tsx';
import { formerNames } from './former-names.ts';
import { mandatesOfQuery } from './queries.ts';

/** A sponsor, and what its mandates want to fund. */
export function Sponsor({ id }: { readonly id: string }) {
  const { data: sponsor } = useSuspenseQuery(itemQuery('getSponsor', id));
  const { data } = useQuery(mandatesOfQuery(id));
  return (
    <About name={sponsor.name} kind={sponsor.kind} isSponsor facts={[formerNames(sponsor)]}>
      <section className="part" aria-labelledby="h-mandates">
        <h2 id="h-mandates">{m.mandates()}</h2>
        {data?.mandates.length === 0 ? <p className="quiet">{m.noMandates()}</p> : null}
        {data && data.mandates.length > 0 ? <MandateTable mandates={data.mandates} label={m.mandates()} /> : null}
      </section>
      <AccountsOf id={id} />
      <Details of={sponsor} />
    </About>
  );
}
