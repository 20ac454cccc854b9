import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, lazy, useState } from 'react';
import * as m from '#messages/mandates';
import { Faults, faultsOf } from '../../acts/Faults.tsx';
import { Field } from '../../acts/Field.tsx';
import { Refused } from '../../acts/Refused.tsx';
import { useRefused } from '../../acts/words.ts';
import { useCommand } from '../../api/commands.ts';
import { type Draft, useDraft, type Values } from '../../api/drafts.ts';
import { Awaiting } from '../../parts/Awaiting.tsx';
import { CodesField, CountriesField } from './codes-field.tsx';
import { ALL, CODES, COUNTRIES, CURRENCY, matchedTerms, READINESS, TICKETS, TITLE, termsOf } from './fields.ts';
import { type Terms, TermsFacts } from './terms.tsx';
import { WhatIf } from './what-if.tsx';

// What is published is looked at once more when the form is filled in.
const Review = lazy(async () => ({ default: (await import('./review.tsx')).Review }));

type Props = {
  readonly sponsor: string;
  /** The mandate whose terms it begins with. */
  readonly from?: { readonly id: string; readonly title: string };
  readonly initial: Values;
};

/** A new mandate, which is looked at once more before it is published. */
export function Editor({ sponsor, from, initial }: Props) {
  const draft = useDraft(`publishMandate/${sponsor}/${from?.id ?? ''}`, initial);
  const command = useCommand('publishMandate', {}, draft);
  const navigate = useNavigate();
  const opens = ({ id }: { readonly id: string }): void => void navigate({ to: '/mandates/$id', params: { id } });
  return (
    <TermsEditor
      operation="publishMandate"
      title={m.newMandate()}
      against={from}
      draft={draft}
      command={command}
      publish={(terms, ends) => command.mutate({ body: { sponsor, terms } }, { onSuccess: opens, ...ends })}
      review={(terms) => <TermsFacts terms={terms} of="draft" />}
    />
  );
}

type TermsProps = {
  readonly operation: 'publishMandate' | 'reviseMandate';
  readonly title: string;
  /** The mandate with which the effect is compared. */
  readonly against: { readonly id: string; readonly title: string } | undefined;
  readonly draft: Draft;
  readonly command: { readonly error: unknown; readonly isPending: boolean };
  publish(terms: Terms, ends: { onError(): void }): void;
  /** What is looked at before it is published, and whether that is still what holds. */
  review(terms: Terms): React.ReactNode;
};

/** The terms of a mandate, which are looked at once more before they are published. */
export function TermsEditor({ operation, title, against, draft, command, ...does }: TermsProps) {
  const { error, refusalText } = useRefused(command.error);
  const [isTried, setTried] = useState(false);
  const [isReviewed, setReviewed] = useState(false);
  if (!draft.values) return null;
  const { terms, faults: found } = termsOf(draft.values);
  const faults = isTried ? faultsOf({ fields: ALL, found, error, refusalText, within: 'terms' }) : {};
  const review = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(found).length === 0) setReviewed(true);
  };
  const publish = (): void => {
    if (!command.isPending) does.publish(terms, { onError: () => setReviewed(false) });
  };
  if (isReviewed)
    return (
      <Awaiting>
        <Review operation={operation} isPending={command.isPending} onPublish={publish} onBack={() => setReviewed(false)}>
          {does.review(terms)}
        </Review>
      </Awaiting>
    );
  return (
    <div className="beside">
      <form onSubmit={review} noValidate>
        {error ? <Refused error={error} /> : null}
        <Faults title={title} faults={faults} isNew={isTried} isPage />
        <Fields values={draft.values} faults={faults} onChange={draft.change} />
        <div className="row end">
          <button className="btn first" type="submit">
            {m.review()}
          </button>
        </div>
      </form>
      <WhatIf terms={matchedTerms(draft.values)} against={against} />
    </div>
  );
}

type FieldsProps = {
  readonly values: Values;
  readonly faults: Readonly<Record<string, string>>;
  onChange(name: string, value: string): void;
};

function Fields({ values, faults, onChange }: FieldsProps) {
  const common = { values, onChange };
  const currency = (values['currency'] ?? '').toUpperCase();
  return (
    <div className="fields">
      <Field field={TITLE} fault={faults['title']} hint={m.hintTitle()} {...common} />
      <CountriesField name={COUNTRIES.name} fault={faults['countries']} {...common} />
      {CODES.map(([field, list]) => (
        <CodesField key={field.name} name={field.name} list={list} {...common} />
      ))}
      <Field field={CURRENCY} fault={faults['currency']} {...common} />
      {TICKETS.map((field) => (
        <Field key={field.name} field={field} fault={faults[field.name]} currency={currency || '–'} {...common} />
      ))}
      <Field field={READINESS} fault={faults['minimumReadiness']} {...common} />
    </div>
  );
}
