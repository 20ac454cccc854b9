import { type FormEvent, useState } from 'react';
import { FORMS } from '#forms';
import { cancel, notConfirmedYet } from '#messages/forms';
import * as m from '#messages/fundings';
import { Refused } from '../../acts/Refused.tsx';
import { fieldLabel, labelOf, useRefused } from '../../acts/words.ts';
import type { BodyOf, Schemas } from '../../base/api/client.ts';
import { dayText } from '../../base/parts/locale.ts';
import { moneyText } from '../../base/parts/Money.tsx';
import { Say } from '../../base/parts/Say.tsx';
import { FinancingFields } from '../../financing/FinancingFields.tsx';
import { financingFaults, financingOf } from '../../financing/values.ts';
import { bodyOf } from '../../forms/body.ts';
import { useCommand } from '../../forms/commands.ts';
import { useDraft, type Values } from '../../forms/drafts.ts';
import { Faults, faultsOf } from '../../forms/Faults.tsx';
import { Field } from '../../forms/Field.tsx';
import { meaningOf } from '../../opened/words.ts';
import { PickOne } from '../../parts/PickOne.tsx';
import { usePanel } from '../../parts/panel.ts';
import { Taking } from '../../terms/Taken.tsx';
import type { Funding } from './offers.ts';

type Props = {
  readonly funding: Funding;
  readonly mandates: readonly Schemas['Mandate'][];
  readonly envelopes: readonly Schemas['Envelope'][];
  readonly wanted: string;
  onMade(): void;
  onCancel(): void;
};

/** What is written; of mandate and budget there are choices. */
const WRITTEN = (FORMS['proposeOffer'] ?? []).filter(({ kind }) => kind !== 'id' && kind !== 'other');
const TITLE = labelOf('proposeOffer');

/** The amount of an offer, its mandate and its budget, each with its bounds. */
export function OfferForm({ funding, mandates, envelopes, wanted, onMade, onCancel }: Props) {
  const { id, target, names } = funding;
  const { currency } = target;
  const [tries, setTries] = useState(0);
  const isTried = tries > 0;
  const first = mandates.find((each) => each.id === wanted) ?? mandates[0];
  const initial = { mandate: first?.id ?? '', envelope: envelopes[0]?.id ?? '', 'amount.currency': currency };
  const draft = useDraft(`proposeOffer/${id}`, initial);
  const command = useCommand('proposeOffer', { id }, draft);
  const { error, refusalText } = useRefused(command.error);
  const { panel, close, onKeyDown } = usePanel<HTMLFormElement>(draft.values !== undefined, onCancel);
  if (!draft.values) return null;
  const { values } = draft;
  // What was chosen earlier may be gone by now.
  const mandate = mandates.find((each) => each.id === values['mandate']) ?? first;
  const envelope = envelopes.find((each) => each.id === values['envelope']) ?? envelopes[0];
  if (!mandate || !envelope) return null;
  const filled = bodyOf(WRITTEN, values);
  const terms = financingOf(values);
  const told = { error, refusalText };
  const faults = isTried
    ? { ...faultsOf({ fields: WRITTEN, found: filled.faults, ...told }), ...financingFaults(values, terms.faults, told) }
    : {};
  const send = (event: FormEvent): void => {
    event.preventDefault();
    setTries((before) => before + 1);
    if (command.isPending || Object.keys({ ...filled.faults, ...terms.faults }).length > 0) return;
    const { financing } = terms;
    const body = { ...filled.body, financing, mandate: mandate.id, envelope: envelope.id } as unknown as BodyOf<'proposeOffer'>;
    command.mutateAsync({ body }).then(onMade, () => undefined);
  };
  return (
    <form className="act-form" ref={panel} onKeyDown={onKeyDown} onSubmit={send} noValidate aria-labelledby="h-make">
      <h2 id="h-make" tabIndex={-1}>
        {TITLE}
      </h2>
      <p>{meaningOf('proposeOffer')}</p>
      <Faults title={TITLE} faults={faults} tries={tries} />
      <Fields
        funding={funding}
        mandates={mandates}
        envelopes={envelopes}
        mandate={mandate}
        envelope={envelope}
        values={values}
        faults={faults}
        onChange={draft.change}
      />
      <FinancingFields values={values} faults={faults} onChange={draft.change} />
      {filled.body['amount'] ? (
        <p>
          {m.offerReview({
            amount: moneyText(filled.body['amount'] as Schemas['Money']),
            mandate: mandate.terms.title,
            left: moneyText(envelope.left),
          })}
        </p>
      ) : null}
      {filled.body['amount'] ? <Taking envelope={envelope.id} amount={filled.body['amount'] as Schemas['Money']} /> : null}
      {error ? <Refused error={error} names={names} /> : null}
      {command.isPending ? (
        <Say kind="info" isNews>
          <p>{notConfirmedYet()}</p>
        </Say>
      ) : null}
      <div className="row">
        <button className="btn first" type="submit" aria-disabled={command.isPending}>
          {TITLE}
        </button>
        <button className="btn" type="button" onClick={close}>
          {cancel()}
        </button>
      </div>
    </form>
  );
}

type FieldsProps = Pick<Props, 'funding' | 'mandates' | 'envelopes'> & {
  readonly mandate: Schemas['Mandate'];
  readonly envelope: Schemas['Envelope'];
  readonly values: Values;
  readonly faults: Readonly<Record<string, string>>;
  readonly onChange: (name: string, value: string) => void;
};

function Fields({ funding, mandates, envelopes, mandate, envelope, values, faults, onChange }: FieldsProps) {
  const { gap, target, deadline } = funding;
  const bounds = { from: moneyText(mandate.terms.ticketMinimum), to: moneyText(mandate.terms.ticketMaximum) };
  const hints: Readonly<Record<string, string>> = {
    amount: gap ? m.amountBounds({ ...bounds, gap: moneyText(gap) }) : m.ticketBounds({ ...bounds, target: moneyText(target) }),
    validUntil: m.untilHint({ day: dayText(deadline) }),
  };
  return (
    <div className="fields">
      <PickOne
        name="mandate"
        label={fieldLabel('mandate')}
        hint={m.mandateHint()}
        value={mandate.id}
        choices={mandates.map((each) => [each.id, each.terms.title])}
        onChange={onChange}
      />
      <PickOne
        name="envelope"
        label={fieldLabel('envelope')}
        hint={m.envelopeHint()}
        value={envelope.id}
        choices={envelopes.map((each) => [each.id, m.envelopeIs({ left: moneyText(each.left), total: moneyText(each.total) })])}
        onChange={onChange}
      />
      {WRITTEN.map((field) => (
        <Field
          key={field.name}
          field={field}
          values={values}
          fault={faults[field.name]}
          currency={target.currency}
          {...(hints[field.name] === undefined ? {} : { hint: hints[field.name] })}
          onChange={onChange}
        />
      ))}
    </div>
  );
}
