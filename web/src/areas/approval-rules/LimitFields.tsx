import * as m from '#messages/rules';
import type { Schemas } from '../../base/api/client.ts';
import type { Values } from '../../forms/drafts.ts';
import { Field } from '../../forms/Field.tsx';

type Props = {
  readonly standing: readonly Schemas['Money'][];
  readonly values: Values;
  /** The name of the field of a limit in a currency that has none yet. */
  readonly other: string;
  onChange(name: string, value: string): void;
};

const field = (name: string) => ({ name, kind: 'money' as const, required: false });

/** What two persons approve above: a field for each currency. */
export function LimitFields({ standing, values, other, onChange }: Props) {
  return (
    <>
      {standing.map(({ currency }) => (
        <Field
          key={currency}
          field={field(currency)}
          values={values}
          label={m.limitIn({ currency })}
          hint={m.amountHint()}
          currency={currency}
          onChange={onChange}
        />
      ))}
      <Field field={field(other)} values={values} label={m.another()} hint={m.currencyHint()} onChange={onChange} />
    </>
  );
}
