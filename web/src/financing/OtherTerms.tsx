import type { Values } from '../forms/drafts.ts';
import type { OwnFields } from '../opened/Act.tsx';
import { FinancingFields } from './FinancingFields.tsx';
import { type Financing, financingFaults, financingOf, valuesOf } from './values.ts';

/** Requested terms: as written, as the API expects them, and what is wrong with them. */
export type Asked = Omit<OwnFields, 'show'> & {
  readonly values: Values;
  readonly financing: ReturnType<typeof financingOf>['financing'];
};

type Props = {
  readonly before: Financing | undefined;
  readonly asked: Asked | undefined;
  readonly faults: Readonly<Record<string, string>>;
  onAsked(asked: Asked): void;
};

const NOTHING: Values = {};

/** Other financial terms than those that were offered, which they begin with. */
export function OtherTerms({ before, asked, faults, onAsked }: Props) {
  const values = asked?.values ?? (before ? valuesOf(before) : NOTHING);
  return <FinancingFields values={values} faults={faults} onChange={(name, value) => onAsked(askedIn({ ...values, [name]: value }))} />;
}

function askedIn(values: Values): Asked {
  const { financing, faults } = financingOf(values);
  return {
    values,
    financing,
    isReadable: Object.keys(faults).length === 0,
    faultsOf: (told) => financingFaults(values, faults, told),
  };
}
