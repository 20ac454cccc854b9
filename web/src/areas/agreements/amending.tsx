import { useState } from 'react';
import type { Field as Described } from '#forms';
import * as m from '#messages/agreements';
import type { Given, OwnFields } from '../../acts/Act.tsx';
import { bodyOf } from '../../acts/body.ts';
import { faultsOf } from '../../acts/Faults.tsx';
import { Field } from '../../acts/Field.tsx';
import type { BodyOf, Schemas } from '../../api/client.ts';
import type { Values } from '../../api/drafts.ts';
import { type Asked, OtherTerms } from '../../financing/OtherTerms.tsx';
import { ofSponsor } from './terms.ts';

type Agreement = Schemas['Agreement'];
type Change = NonNullable<BodyOf<'proposeMeasure'>['changes']>[number];

const NOTHING: Values = {};
const fieldsOf = (tranche: number): readonly Described[] => [
  { name: `${tranche}.dueOn`, kind: 'date', required: false },
  { name: `${tranche}.amount`, kind: 'money', required: false },
];

/** What an amendment changes of tranches and of the terms of an offer: fields beside those of the form. */
export function useAmending(agreement: Agreement): Given {
  const [values, setValues] = useState(NOTHING);
  const [offer, setOffer] = useState('');
  const [asked, setAsked] = useState<Asked>();
  const currency = agreement.shares[0]?.amount.currency ?? '';
  const { changes, isReadable, faults } = changesIn(values, agreement, currency);
  const own: OwnFields = {
    isReadable: isReadable && asked?.isReadable !== false,
    faultsOf: (told) => ({ ...faults(told), ...asked?.faultsOf(told) }),
    show: (found) => (
      <>
        <Tranches
          agreement={agreement}
          values={values}
          faults={found}
          currency={currency}
          onChange={(name, value) => setValues((before) => ({ ...before, [name]: value }))}
        />
        <Terms
          agreement={agreement}
          offer={offer}
          asked={asked}
          faults={found}
          onOffer={(chosen) => {
            setOffer(chosen);
            setAsked(undefined);
          }}
          onAsked={setAsked}
        />
      </>
    ),
  };
  const financing = asked && offer !== '' ? [{ offer, financing: asked.financing }] : [];
  return {
    ...(currency === '' ? {} : { currency }),
    body: { ...(changes.length > 0 ? { changes } : {}), ...(financing.length > 0 ? { financing } : {}) },
    own,
  };
}

/** The changes as the API takes them, and what is wrong with them by field. */
function changesIn(values: Values, { tranches }: Agreement, currency: string) {
  const all = tranches.map(({ number }) => {
    const fields = fieldsOf(number);
    return { number, fields, ...bodyOf(fields, { ...values, [`${number}.amount.currency`]: currency }) };
  });
  const sent = all.filter(({ body }) => Object.keys(body).length > 0);
  const changes = sent.map(({ number, body }): Change => {
    const [dueOn, amount] = [body[`${number}.dueOn`], body[`${number}.amount`]];
    return { tranche: number, ...(dueOn ? { dueOn } : {}), ...(amount ? { amount } : {}) } as Change;
  });
  const faults: OwnFields['faultsOf'] = (told) => {
    // The API tells the place of a change in the list; the form knows it by its tranche.
    const placed = sent.flatMap(({ fields }, index) => fields.map((field) => ({ ...field, name: `${index}.${field.name.split('.')[1]}` })));
    const found = faultsOf({ fields: placed, found: {}, within: 'changes', ...told });
    return Object.fromEntries([
      ...Object.entries(found).map(([name, words]) => {
        const [index = '', part = ''] = name.split('.');
        return [`${sent[Number(index)]?.number}.${part}`, words];
      }),
      ...all.flatMap((each) => Object.entries(faultsOf({ fields: each.fields, found: each.faults, ...told, error: undefined }))),
    ]);
  };
  return { changes, isReadable: all.every((each) => Object.keys(each.faults).length === 0), faults };
}

type TrancheProps = {
  readonly agreement: Agreement;
  readonly values: Values;
  readonly faults: Readonly<Record<string, string>>;
  readonly currency: string;
  onChange(name: string, value: string): void;
};

function Tranches({ agreement, values, faults, currency, onChange }: TrancheProps) {
  return (
    <details className="more">
      <summary>{m.datesAndAmounts()}</summary>
      {agreement.tranches.map(({ number, title }) => (
        <fieldset key={number}>
          <legend>
            {number}. <span dir="auto">{title}</span>
          </legend>
          <div className="fields">
            {fieldsOf(number).map((field, index) => (
              <Field
                key={field.name}
                {...{ field, values, currency, onChange }}
                fault={faults[field.name]}
                label={index === 0 ? m.newDueOn() : m.newAmount()}
                hint=""
              />
            ))}
          </div>
        </fieldset>
      ))}
    </details>
  );
}

type TermsProps = {
  readonly agreement: Agreement;
  readonly offer: string;
  readonly asked: Asked | undefined;
  readonly faults: Readonly<Record<string, string>>;
  onOffer(offer: string): void;
  onAsked(asked: Asked): void;
};

function Terms({ agreement, offer, asked, faults, onOffer, onAsked }: TermsProps) {
  const offers = ofSponsor(agreement);
  const chosen = offers.find((each) => each.offer === offer);
  return (
    <details className="more">
      <summary>{m.termsOfAnOffer()}</summary>
      <div className="field">
        <label>
          {m.whoseTerms()}
          <select className="in" name="offer" value={offer} onChange={({ currentTarget }) => onOffer(currentTarget.value)}>
            <option value="">{m.termsStay()}</option>
            {offers.map((each) => (
              <option key={each.offer} value={each.offer}>
                {each.name}
              </option>
            ))}
          </select>
        </label>
      </div>
      {chosen ? <OtherTerms before={chosen.financing} asked={asked} faults={faults} onAsked={onAsked} /> : null}
    </details>
  );
}
