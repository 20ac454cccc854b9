import * as m from '#messages/rules';
import type { Schemas } from '../../base/api/client.ts';
import type { Values } from '../../forms/drafts.ts';
import { Field } from '../../forms/Field.tsx';
import { DAY, otherOf } from './limit-names.ts';

type Standing = readonly Schemas['Money'][];
type Entered = { readonly values: Values; onChange(name: string, value: string): void };
type Props = Entered & {
  readonly standing: Standing;
  /** Of a day; absent for an organisation that sends no files. */
  readonly ofDays: Standing | undefined;
};

const field = (name: string) => ({ name, kind: 'money' as const, required: false });

/** What two persons approve above: a field for each currency, of one matter and of a day. */
export const LimitFields = ({ standing, ofDays, ...entered }: Props) => (
  <>
    <Currencies {...entered} standing={standing} of="" label={m.limitIn} hint={m.amountHint()} />
    {ofDays ? (
      <fieldset>
        <legend>{m.ofDays()}</legend>
        <Currencies {...entered} standing={ofDays} of={DAY} label={m.dayLimitIn} hint={m.dayHint()} />
      </fieldset>
    ) : null}
  </>
);

type CurrenciesProps = Entered & {
  readonly standing: Standing;
  readonly of: '' | typeof DAY;
  readonly label: (said: { currency: string }) => string;
  readonly hint: string;
};

const Currencies = ({ standing, of, label, hint, values, onChange }: CurrenciesProps) => (
  <>
    {standing.map(({ currency }) => (
      <Field
        key={currency}
        field={field(`${of}${currency}`)}
        values={values}
        label={label({ currency })}
        hint={hint}
        currency={currency}
        onChange={onChange}
      />
    ))}
    <Field field={field(otherOf(of))} values={values} label={m.another()} hint="" onChange={onChange} />
  </>
);
