import { lazy, Suspense, useState } from 'react';
import type { Given } from '../../acts/Act.tsx';
import type { Schemas } from '../../api/client.ts';
import type { Values } from '../../api/drafts.ts';
import type { Amending } from './amendment.ts';

const NOTHING: Amending = { body: {}, isReadable: true, faultsOf: () => ({}) };
// They come with the form.
const AmendingFields = lazy(async () => ({ default: (await import('./amending-fields.tsx')).AmendingFields }));

/** What a measure of each kind says; besides, all say why. */
const OF_KIND: Readonly<Record<string, readonly string[]>> = {
  amendment: ['amendment', 'provisions', 'changes', 'financing', 'results'],
  suspension: ['cause', 'cureUntil'],
  termination: ['cause', 'cureUntil'],
};
const OF_ALL: readonly string[] = ['kind', 'note'];
const isAsked = (field: string, { kind = '' }: Values): boolean => OF_ALL.includes(field) || (OF_KIND[kind] ?? []).includes(field);

/** What an amendment changes of tranches and of the terms of an offer: fields beside those of the form. */
export function useAmending(agreement: Schemas['Agreement']): Given {
  const [amending, setAmending] = useState(NOTHING);
  const { body, isReadable, faultsOf } = amending;
  const currency = agreement.shares[0]?.amount.currency;
  const show = (faults: Readonly<Record<string, string>>) => (
    <Suspense fallback={null}>
      <AmendingFields agreement={agreement} faults={faults} onChange={setAmending} />
    </Suspense>
  );
  return {
    ...(currency === undefined ? {} : { currency }),
    body,
    isAsked,
    own: { isReadable, faultsOf, show, isAsked: ({ kind }) => kind === 'amendment' },
  };
}
