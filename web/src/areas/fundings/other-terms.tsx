import * as m from '#messages/fundings';
import type { Values } from '../../api/drafts.ts';
import { FinancingFields } from '../../financing/FinancingFields.tsx';
import { type Financing, financingOf, valuesOf } from '../../financing/values.ts';

/** Terms that are asked for: as they are written, and as the API takes them. */
export type Asked = { readonly values: Values; readonly financing: ReturnType<typeof financingOf>['financing'] };

type Props = { readonly before: Financing | undefined; readonly asked: Asked | undefined; onAsked(asked: Asked): void };

const NOTHING: Values = {};

/** Other financial terms than those that were offered, which they begin with. */
export function OtherTerms({ before, asked, onAsked }: Props) {
  const values = asked?.values ?? (before ? valuesOf(before) : NOTHING);
  const change = (name: string, value: string): void => {
    const changed = { ...values, [name]: value };
    onAsked({ values: changed, financing: financingOf(changed).financing });
  };
  return (
    <details>
      <summary>{m.otherTerms()}</summary>
      <FinancingFields values={values} faults={NOTHING} onChange={change} />
    </details>
  );
}
