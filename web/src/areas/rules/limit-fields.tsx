import * as m from '#messages/rules';
import { Field } from '../../acts/Field.tsx';
import type { Schemas } from '../../api/client.ts';
import type { Values } from '../../api/drafts.ts';

type Money = Schemas['Money'];
type FieldsProps = { readonly standing: readonly Money[]; readonly values: Values; onChange(name: string, value: string): void };

const field = (name: string) => ({ name, kind: 'money' as const, required: false });

/** The limits that stand, each of which can be changed or left out, and one in another currency. */
export function LimitFields({ standing, values, onChange }: FieldsProps) {
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
      <Field field={field('amount')} values={values} label={m.another()} hint={m.currencyHint()} onChange={onChange} />
    </>
  );
}
