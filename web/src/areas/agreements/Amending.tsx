import { lazy, Suspense, useState } from 'react';
import type { Field } from '#forms';
import type { Schemas } from '../../base/api/client.ts';
import type { Values } from '../../forms/drafts.ts';
import type { Given } from '../../opened/Act.tsx';
import type { Amending } from './amendment.ts';

const NOTHING: Amending = { body: {}, isReadable: true, faultsOf: () => ({}) };
// They come with the form.
const AmendingFields = lazy(async () => ({ default: (await import('./AmendingFields.tsx')).AmendingFields }));

/** What a measure of each kind says; besides, all say why. */
const OF_KIND: Readonly<Record<string, readonly string[]>> = {
  amendment: ['amendment', 'provisions', 'changes', 'financing', 'results'],
  suspension: ['cause', 'cureUntil'],
  termination: ['cause', 'cureUntil'],
};
const OF_ALL: readonly string[] = ['kind', 'note'];
const isAsked = (field: string, { kind = '' }: Values): boolean => OF_ALL.includes(field) || (OF_KIND[kind] ?? []).includes(field);

/** A modification against a party needs a cause; new results can be agreed if some are promised. */
function fieldOf(field: Field, isPromised: boolean): Field {
  if (field.name === 'cause') return { ...field, required: true };
  if (field.name !== 'amendment' || isPromised) return field;
  return { ...field, choices: (field.choices ?? []).filter((category) => category !== 'results') };
}

/** What an amendment changes of tranches and of the terms of an offer: fields in addition to those of the form. */
export function useAmending(agreement: Schemas['Agreement']): Given {
  const [amending, setAmending] = useState(NOTHING);
  const [isPromised, setPromised] = useState(false);
  const { body, isReadable, faultsOf } = amending;
  const currency = agreement.shares[0]?.amount.currency;
  const show = (faults: Readonly<Record<string, string>>, { amendment = '' }: Values) => (
    <Suspense fallback={null}>
      <AmendingFields agreement={agreement} faults={faults} amendment={amendment} onChange={setAmending} onPromised={setPromised} />
    </Suspense>
  );
  return {
    ...(currency === undefined ? {} : { currency }),
    body,
    isAsked,
    fieldOf: (field) => fieldOf(field, isPromised),
    own: { isReadable, faultsOf, show, isAsked: ({ kind }) => kind === 'amendment' },
  };
}
