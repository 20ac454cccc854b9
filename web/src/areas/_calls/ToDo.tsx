import { lazy, useState } from 'react';
import * as m from '#messages/awards';
import * as c from '#messages/calls';
import { Acts } from '../../acts/Acts.tsx';
import type { Given } from '../../opened/Act.tsx';
import type { Call } from './shared/said.ts';

// Forms come when the first is opened.
const OfWhom = lazy(async () => ({ default: (await import('./OfWhom.tsx')).OfWhom }));
const Selection = lazy(async () => ({ default: (await import('./Selection.tsx')).Selection }));

/** Reviewers do it on the page of their reviews. */
const ELSEWHERE: readonly string[] = ['declareReviewInterests'];

type Props = { readonly call: Call; readonly own: string };

/** What may be done with a call. */
export function ToDo({ call, own }: Props) {
  const [organisation, setOrganisation] = useState('');
  const [selected, setSelected] = useState<readonly string[]>([]);
  const order = call.order?.order ?? [];
  const last = Math.max(0, ...order.filter(({ answer }) => selected.includes(answer)).map(({ place }) => place));
  const isAnother = order.some(({ answer, place }) => place < last && !selected.includes(answer));
  const appointing: Given = {
    body: { organisation: organisation || own },
    children: <OfWhom own={own} value={organisation || own} onChange={setOrganisation} />,
  };
  const deciding: Given = {
    body: { selected },
    hints: { note: isAnother ? c.reasonIsNeeded() : c.reasonHint() },
    fieldOf: (field) => (field.name === 'note' ? { ...field, required: isAnother } : field),
    children: <Selection call={call} selected={selected} onChange={setSelected} />,
  };
  const given = (operation: string): Given => {
    if (operation === 'appointReviewer') return appointing;
    return operation === 'decideCall' ? deciding : {};
  };
  if ((call.may ?? []).length === 0) return null;
  return (
    <>
      <h2 className="vh">{m.toDo()}</h2>
      <Acts item={call} only={({ operation }) => !ELSEWHERE.includes(operation)} given={({ operation }) => given(operation)} />
    </>
  );
}
