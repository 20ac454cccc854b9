import { useState } from 'react';
import * as m from '#messages/joining';
import type { Given } from '../../opened/Act.tsx';
import { PickOne } from '../../parts/PickOne.tsx';
import { chosenOf } from '../../places/chosen.ts';
import { PlaceOf } from '../../places/PlaceOf.tsx';
import { type Declaration, titleOf } from './shared/queries.ts';

/** With what a city sets out: which declaration, and its place in the gazetteer. */
export function useWhereTo(declarations: readonly Declaration[]): Required<Pick<Given, 'body' | 'own'>> {
  const [declaration, choose] = useState('');
  const [place, setPlace] = useState('');
  const chosen = chosenOf(place);
  const of = declarations.some(({ id }) => id === declaration) ? declaration : (declarations[0]?.id ?? '');
  return {
    body: { declaration: of, place: chosen?.id ?? '' },
    own: {
      isReadable: chosen !== undefined,
      faultsOf: () => (chosen ? {} : { place: m.choosePlace() }),
      show: (faults) => (
        <>
          {declarations.length > 1 ? (
            <PickOne
              name="declaration"
              label={m.declaration()}
              hint={m.whichDeclaration()}
              value={of}
              choices={declarations.map((each) => [each.id, titleOf(each)])}
              onChange={(_, id) => choose(id)}
            />
          ) : null}
          <PlaceOf value={place} fault={faults['place']} onChange={(_, value) => setPlace(value)} />
        </>
      ),
    },
  };
}
