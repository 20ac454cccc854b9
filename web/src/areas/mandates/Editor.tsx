import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, lazy, useState } from 'react';
import * as forms from '#messages/forms';
import * as m from '#messages/mandates';
import { Refused } from '../../acts/Refused.tsx';
import { fieldLabel, useRefused } from '../../acts/words.ts';
import { type AnswerOf, api, type BodyOf } from '../../base/api/client.ts';
import { keys } from '../../base/api/keys.ts';
import { useCodeNames, useCodes } from '../../base/api/lists.ts';
import type { ListName } from '../../base/api/types.ts';
import { Awaiting, useSettled } from '../../base/parts/Awaiting.tsx';
import { locale } from '../../base/parts/locale.ts';
import { useCommand } from '../../forms/commands.ts';
import { type Draft, useDraft, type Values } from '../../forms/drafts.ts';
import { Faults, faultsOf } from '../../forms/Faults.tsx';
import { Field } from '../../forms/Field.tsx';
import { fieldHint } from '../../forms/hints.ts';
import { CountriesField, codesIn, sorted } from '../../places/Countries.tsx';
import { ALL, CODES, COUNTRIES, CURRENCY, matchedTerms, READINESS, TICKETS, TITLE, termsOf } from './fields.ts';
import { type Terms, TermsFacts } from './Terms.tsx';

// The review before publication is loaded when the form is filled in.
const Review = lazy(async () => ({ default: (await import('./Review.tsx')).Review }));

type Props = {
  readonly sponsor: string;
  /** The mandate whose terms it begins with. */
  readonly from?: { readonly id: string; readonly title: string };
  readonly initial: Values;
};

/** A new mandate, which is reviewed before it is published. */
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
  /** What was reviewed before publication, and whether it is still current. */
  review(terms: Terms): React.ReactNode;
};

/** The terms of a mandate, which are reviewed before they are published. */
export function TermsEditor({ operation, title, against, draft, command, ...does }: TermsProps) {
  const { error, refusalText } = useRefused(command.error);
  const [tries, setTries] = useState(0);
  const isTried = tries > 0;
  const [isReviewed, setReviewed] = useState(false);
  if (!draft.values) return null;
  const { terms, faults: found } = termsOf(draft.values);
  const faults = isTried ? faultsOf({ fields: ALL, found, error, refusalText, within: 'terms' }) : {};
  const review = (event: FormEvent): void => {
    event.preventDefault();
    setTries((before) => before + 1);
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
        <Faults title={title} faults={faults} tries={tries} isPage />
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

type CodesFieldProps = {
  readonly name: string;
  readonly values: Values;
  readonly fault?: string | undefined;
  onChange(name: string, value: string): void;
};

/** Codes of a list of the installation, each to be chosen. */
function CodesField({ name, list, values, onChange }: CodesFieldProps & { readonly list: ListName }) {
  const known = useCodes(list).map(({ code }) => code);
  const chosen = codesIn(values, name);
  const nameOf = useCodeNames(list);
  const codes = new Set([...known, ...chosen]);
  const all = [...codes].map((code) => ({ code, name: nameOf(code) })).sort((one, other) => one.name.localeCompare(other.name, locale));
  const toggle = (code: string): void =>
    onChange(name, sorted(chosen.includes(code) ? chosen.filter((each) => each !== code) : [...chosen, code]));
  return (
    <fieldset className="field codes">
      <legend>{forms.optional({ label: fieldLabel(name) })}</legend>
      <span className="hint">{fieldHint(name)}</span>
      <details className="more" open={chosen.length > 0}>
        <summary>{m.chosenOf({ chosen: chosen.length, all: all.length })}</summary>
        <div className="checks">
          {all.map(({ code, name: called }) => (
            <label key={code} className="check">
              <input type="checkbox" checked={chosen.includes(code)} onChange={() => toggle(code)} />
              <span>{called}</span>
            </label>
          ))}
        </div>
      </details>
    </fieldset>
  );
}

type Asked = BodyOf<'whatIf'>;

/** So long after the last key it is asked. */
const SETTLED_MS = 300;

const whatIfQuery = (asked: Asked) =>
  queryOptions({
    queryKey: keys.list('what-if', asked),
    // Until another answer comes, the present one is shown; while the reader types, answers to earlier input are ignored.
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api.operations.whatIf({}, asked, { signal }),
  });

type WhatIfProps = {
  readonly terms: Asked['terms'] | undefined;
  readonly against: { readonly id: string; readonly title: string } | undefined;
};

/** What a mandate of the typed terms would match, compared with what is matched now. */
function WhatIf({ terms, against }: WhatIfProps) {
  const settled = useSettled(JSON.stringify(terms), SETTLED_MS);
  const isAsked = terms !== undefined && settled !== undefined;
  const asked = { terms: isAsked ? JSON.parse(settled) : terms, ...(against ? { mandate: against.id } : {}) } as Asked;
  const { data } = useQuery({ ...whatIfQuery(asked), enabled: isAsked });
  return (
    <aside className="why" aria-labelledby="h-what-if">
      <h2 id="h-what-if">{m.whatIf()}</h2>
      <p className="quiet">
        <small>{against ? m.whatIfAgainst({ mandate: against.title }) : m.whatIfOwn()}</small>
      </p>
      {data && isAsked ? <Effect effect={data} isOne={against !== undefined} /> : <p>{m.whatIfWaits()}</p>}
    </aside>
  );
}

function Effect({ effect, isOne }: { readonly effect: AnswerOf<'whatIf'>; readonly isOne: boolean }) {
  const { fitting, gained, lost, gainedProjects, lostProjects } = effect;
  return (
    <>
      <p role="status">
        <b>{m.whatIfFits({ fitting })}</b>
      </p>
      <h3>{m.gained({ count: gained })}</h3>
      <Named projects={gainedProjects} all={gained} />
      {isOne ? (
        <>
          <h3>{m.lost({ count: lost })}</h3>
          <Named projects={lostProjects} all={lost} />
        </>
      ) : null}
    </>
  );
}

type NamedProps = { readonly projects: AnswerOf<'whatIf'>['gainedProjects']; readonly all: number };

const Named = ({ projects, all }: NamedProps) => (
  <>
    <ul>
      {projects.map(({ project, title }) => (
        <li key={project}>
          <Link to="/projects/$id" params={{ id: project }}>
            {title}
          </Link>
        </li>
      ))}
    </ul>
    {all > projects.length ? <p className="quiet">{m.andMore({ count: all - projects.length })}</p> : null}
  </>
);
