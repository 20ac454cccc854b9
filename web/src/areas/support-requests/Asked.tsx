import { lazy, Suspense, useState } from 'react';
import { fieldMissing } from '#messages/forms';
import { fieldLabel } from '../../acts/words.ts';
import type { Given } from '../../opened/Act.tsx';
import { chosenOf } from '../../places/chosen.ts';
import type { Asked } from './AskedFields.tsx';

// They come with the form.
const Fields = lazy(async () => ({ default: (await import('./AskedFields.tsx')).Fields }));

const NOTHING: Asked = { type: '', place: '', templates: '' };

/** What a city asks support with: the type of instrument, where, and with which entries of the library to begin. */
export function useAsked(): Required<Pick<Given, 'body' | 'own'>> {
  const [asked, choose] = useState(NOTHING);
  const { type, place, templates } = asked;
  const missing = (['type', 'place'] as const).filter((name) => asked[name] === '');
  return {
    body: { type, place: chosenOf(place)?.id ?? '', templates: templates.split(' ').filter(Boolean) },
    own: {
      isReadable: missing.length === 0,
      faultsOf: () => Object.fromEntries(missing.map((name) => [name, fieldMissing({ field: fieldLabel(name) })])),
      show: (faults) => (
        <Suspense fallback={null}>
          <Fields asked={asked} faults={faults} onChange={(change) => choose((before) => ({ ...before, ...change }))} />
        </Suspense>
      ),
    },
  };
}
