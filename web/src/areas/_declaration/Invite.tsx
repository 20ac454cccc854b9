import { queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import * as m from '#messages/joining';
import { Begin } from '../../acts/Begin.tsx';
import { api } from '../../base/api/client.ts';
import { keys } from '../../base/api/keys.ts';
import { byName } from '../../base/parts/locale.ts';
import { PickOne } from '../../parts/PickOne.tsx';
import { declarationsQuery } from './shared/queries.ts';
import { useWhereTo } from './WhereTo.tsx';

const MANY = 500;
const citiesQuery = queryOptions({
  queryKey: keys.list('organisations', { cities: MANY }),
  queryFn: ({ signal }) => api.operations.listProposers({ kind: 'city', sort: 'name', limit: MANY }, { signal }),
});

/** The secretariat invites a city to sign. */
export function Invite() {
  const { data: cities } = useQuery(citiesQuery);
  const { data: declared } = useQuery(declarationsQuery(true));
  const [chosen, choose] = useState('');
  const { body, own } = useWhereTo((declared?.rows ?? []).filter(({ inForce }) => inForce > 0));
  const choices = (cities?.proposers ?? []).map(({ id, name }): readonly [string, string] => [id, name]).toSorted(byName);
  const city = chosen || (choices[0]?.[0] ?? '');
  if (city === '' || body['declaration'] === '') return null;
  return (
    <Begin
      operation="inviteCity"
      roles={['secretariat.officer']}
      body={{ ...body, city }}
      own={{
        ...own,
        show: (faults, values) => (
          <>
            <PickOne name="city" label={m.city()} hint={m.whichCity()} value={city} choices={choices} onChange={(_, id) => choose(id)} />
            {own.show(faults, values)}
          </>
        ),
      }}
    />
  );
}
