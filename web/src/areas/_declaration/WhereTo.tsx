import { lazy, Suspense, useState } from 'react';
import * as m from '#messages/joining';
import type { Given } from '../../opened/Act.tsx';
import type { WhereTo } from './WhereToFields.tsx';

// They come with the form.
const Fields = lazy(async () => ({ default: (await import('./WhereToFields.tsx')).Fields }));

const NOWHERE: WhereTo = { declaration: '', place: '', city: '' };

/** What a form says of it; `asksCity`: whether it asks which city. */
export function useWhereTo(asksCity: boolean): Required<Pick<Given, 'body' | 'own'>> {
  const [chosen, choose] = useState(NOWHERE);
  const { declaration, place, city } = chosen;
  const isReadable = place !== '' && declaration !== '' && (!asksCity || city !== '');
  return {
    body: { declaration, place: place === '' ? '' : (JSON.parse(place) as { id: string }).id, ...(asksCity ? { city } : {}) },
    own: {
      isReadable,
      faultsOf: () => (place === '' ? { place: m.choosePlace() } : {}),
      show: (faults) => (
        <Suspense fallback={null}>
          <Fields
            chosen={chosen}
            asksCity={asksCity}
            fault={faults['place']}
            onChange={(change) => choose((before) => ({ ...before, ...change }))}
          />
        </Suspense>
      ),
    },
  };
}
