import { queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import * as m from '#messages/enquiries';
import { choose } from '#messages/forms';
import { Acts } from '../../acts/Acts.tsx';
import { api, type Schemas } from '../../base/api/client.ts';
import { keys } from '../../base/api/keys.ts';
import type { Given } from '../../opened/Act.tsx';
import { PickOne } from '../../parts/PickOne.tsx';

const MANY = 500;
const citiesQuery = queryOptions({
  queryKey: keys.list('organisations', { cities: MANY }),
  queryFn: ({ signal }) => api.operations.listProposers({ kind: 'city', sort: 'name', limit: MANY }, { signal }),
});

/** What the secretariat does about an enquiry: it answers, says which city has come of it, or closes it. */
export function Deal({ enquiry }: { readonly enquiry: Schemas['Enquiry'] }) {
  const city = useCity();
  return <Acts item={enquiry} given={({ operation }) => (operation === 'linkEnquiry' ? city : {})} />;
}

/** Which registered city it has led to: nothing is sent before one is chosen. */
function useCity(): Given {
  const [organisation, setOrganisation] = useState('');
  return {
    body: { organisation },
    own: {
      isReadable: organisation !== '',
      faultsOf: () => ({}),
      show: () => <City chosen={organisation} onChange={setOrganisation} />,
    },
  };
}

function City({ chosen, onChange }: { readonly chosen: string; readonly onChange: (organisation: string) => void }) {
  const { data } = useQuery(citiesQuery);
  const cities = (data?.proposers ?? []).map(({ id, name }): readonly [string, string] => [id, name]);
  return (
    <PickOne
      name="organisation"
      label={m.ledTo()}
      hint={m.whichCity()}
      value={chosen}
      choices={[['', choose()], ...cities]}
      onChange={(_, organisation) => onChange(organisation)}
    />
  );
}
