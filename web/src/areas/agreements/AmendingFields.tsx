import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Field as Described } from '#forms';
import * as t from '#messages/agreement-text';
import { newTargets } from '#messages/parts';
import { decimalOf } from '../../acts/amounts.ts';
import type { BodyOf, Schemas } from '../../base/api/client.ts';
import { itemQuery } from '../../base/api/items.ts';
import { useCodeNames } from '../../base/api/lists.ts';
import { dayText, decimalText } from '../../base/parts/locale.ts';
import { moneyText } from '../../base/parts/Money.tsx';
import { type Asked, OtherTerms } from '../../financing/OtherTerms.tsx';
import { bodyOf } from '../../forms/body.ts';
import type { Values } from '../../forms/drafts.ts';
import { faultsOf } from '../../forms/Faults.tsx';
import { Field } from '../../forms/Field.tsx';
import type { OwnFields } from '../../opened/Act.tsx';
import { type Planned, plannedFor } from '../../reports/planned.ts';
import { ofSponsor } from '../../terms/words.ts';
import type { Amending } from './amendment.ts';

type Agreement = Schemas['Agreement'];
type Change = NonNullable<BodyOf<'proposeMeasure'>['changes']>[number];

const NOTHING: Values = {};
const fieldsOf = (tranche: number, may: readonly Part[]): readonly Described[] => [
  ...(may.includes('dates') ? [{ name: `${tranche}.dueOn`, kind: 'date', required: false } as const] : []),
  ...(may.includes('amounts') ? [{ name: `${tranche}.amount`, kind: 'money', required: false } as const] : []),
];

type Props = {
  readonly agreement: Agreement;
  readonly faults: Readonly<Record<string, string>>;
  /** Its category; empty where none is chosen. */
  readonly amendment: string;
  onChange(amending: Amending): void;
  /** Called with whether there are promised results that could be amended. */
  onPromised(isPromised: boolean): void;
};

/** New dates and amounts by milestone, new terms of one offer, and new targets: as far as the category may change them. */
export function AmendingFields({ agreement, faults, amendment, onChange, onPromised }: Props) {
  const may = partsOf(amendment);
  const promised = usePromised(agreement);
  const [values, setValues] = useState(NOTHING);
  const [offer, setOffer] = useState('');
  const [asked, setAsked] = useState<Asked>();
  const [results, setResults] = useState<Amending>();
  const currency = agreement.shares[0]?.amount.currency ?? '';
  const tell = (written: Values, chosen: string, terms: Asked | undefined, targets = results): void => {
    setValues(written);
    setOffer(chosen);
    setAsked(terms);
    setResults(targets);
    const financing = may.includes('financing') && terms ? { offer: chosen, terms } : undefined;
    onChange(together(amendingIn(agreement, written, may, financing), targets));
  };
  useEffect(() => onPromised(promised.length > 0), [promised.length]);
  // What the category does not let be changed is not sent either.
  useEffect(() => tell(values, offer, asked, may.includes('results') ? results : undefined), [may.join()]);
  return (
    <>
      {may.includes('dates') ? (
        <Tranches
          agreement={agreement}
          values={values}
          faults={faults}
          currency={currency}
          may={may}
          onChange={(name, value) => tell({ ...values, [name]: value }, offer, asked)}
        />
      ) : null}
      {may.includes('financing') ? (
        <Terms
          agreement={agreement}
          offer={offer}
          asked={asked}
          faults={faults}
          onOffer={(chosen) => tell(values, chosen, undefined)}
          onAsked={(terms) => tell(values, offer, terms)}
        />
      ) : null}
      {may.includes('results') && promised.length > 0 ? (
        <Results of={promised} faults={faults} onChange={(targets) => tell(values, offer, asked, targets)} />
      ) : null}
    </>
  );
}

/** With new targets, where any are given. */
const together = (one: Amending, other: Amending | undefined): Amending =>
  other
    ? {
        body: { ...one.body, ...other.body },
        isReadable: one.isReadable && other.isReadable,
        faultsOf: (told) => ({ ...one.faultsOf(told), ...other.faultsOf(told) }),
      }
    : one;

type Financing = { readonly offer: string; readonly terms: Asked };

function amendingIn(agreement: Agreement, values: Values, may: readonly Part[], asked: Financing | undefined): Amending {
  const { changes, isReadable, faults } = changesIn(values, agreement, may);
  return {
    body: {
      ...(changes.length > 0 ? { changes } : {}),
      ...(asked ? { financing: [{ offer: asked.offer, financing: asked.terms.financing }] } : {}),
    },
    isReadable: isReadable && asked?.terms.isReadable !== false,
    faultsOf: (told) => ({ ...faults(told), ...asked?.terms.faultsOf(told) }),
  };
}

/** The changes as the API takes them, and what is wrong with them by field. */
function changesIn(values: Values, { tranches, shares }: Agreement, may: readonly Part[]) {
  const currency = shares[0]?.amount.currency ?? '';
  const all = tranches.map(({ number }) => {
    const fields = fieldsOf(number, may);
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
  readonly may: readonly Part[];
  onChange(name: string, value: string): void;
};

function Tranches({ agreement, values, faults, currency, may, onChange }: TrancheProps) {
  return (
    <details className="more">
      <summary>{may.includes('amounts') ? t.datesAndAmounts() : t.newDueOn()}</summary>
      {agreement.tranches.map(({ number, title, dueOn, monthsAfterEffective, amount }) => (
        <fieldset key={number}>
          <legend>
            {number}. <span dir="auto">{title}</span>
          </legend>
          <div className="fields">
            {fieldsOf(number, may).map((field) => (
              <Field
                key={field.name}
                field={field}
                values={values}
                currency={currency}
                onChange={onChange}
                fault={faults[field.name]}
                label={field.kind === 'date' ? t.newDueOn() : t.newAmount()}
                hint={t.targetNow({
                  target:
                    field.kind === 'date' ? (dueOn ? dayText(dueOn) : t.afterMonths({ months: monthsAfterEffective })) : moneyText(amount),
                })}
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
      <summary>{t.termsOfAnOffer()}</summary>
      <div className="field">
        <label>
          {t.whoseTerms()}
          <select className="in" name="offer" value={offer} onChange={({ currentTarget }) => onOffer(currentTarget.value)}>
            <option value="">{t.termsStay()}</option>
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

type Of = { readonly tranche: number; readonly title: string; readonly planned: readonly Planned[] };
type AmendingResultsProps = {
  readonly of: readonly Of[];
  readonly faults: Readonly<Record<string, string>>;
  onChange(amending: Amending): void;
};

/** Names a field of the form: codes may hold any character. */
const fieldOf = (tranche: number, index: number): Described => ({ name: `results.${tranche}.${index}`, kind: 'other', required: false });

/** What the reports on milestones have to tell; nothing until it is known. */
function usePromised(agreement: Agreement): readonly Of[] {
  const { data: project } = useQuery(itemQuery('getProject', agreement.project));
  return project ? promisedIn(agreement, project) : [];
}

/** What indicators of milestones are to reach from now on; a field that is left empty leaves its target. */
function Results({ of: all, faults, onChange }: AmendingResultsProps) {
  const [indicatorName, unitName] = [useCodeNames('indicators'), useCodeNames('units')];
  const [values, setValues] = useState<Values>({});
  const tell = (name: string, value: string): void => {
    const written = { ...values, [name]: value };
    setValues(written);
    onChange(resultsIn(all, written));
  };
  return (
    <details className="more">
      <summary>{newTargets()}</summary>
      {all.map(({ tranche, title, planned }) => (
        <fieldset key={tranche}>
          <legend>
            {tranche}. <span dir="auto">{title}</span>
          </legend>
          <div className="fields">
            {planned.map(({ code, target = '', unit = '' }, index) => {
              const field = fieldOf(tranche, index);
              const hint = t.targetNow({ target: target ? `${decimalText(target)} ${unitName(unit)}` : '–' });
              return (
                <Field
                  key={code}
                  field={field}
                  values={values}
                  hint={hint}
                  onChange={tell}
                  fault={faults[field.name]}
                  label={t.newTargetOf({ indicator: indicatorName(code) })}
                />
              );
            })}
          </div>
        </fieldset>
      ))}
    </details>
  );
}

/** What the report on each milestone has to tell, with the targets that hold now. */
const promisedIn = ({ tranches, results }: Agreement, { proposal }: Schemas['Project']): readonly Of[] =>
  tranches
    .map(({ number: tranche, title }) => {
      const amended = results.filter((each) => each.tranche === tranche);
      const codes = new Set(proposal.plannedIndicators.map(({ code }) => code));
      return { tranche, title, planned: plannedFor(proposal, tranche, amended).filter(({ code }) => codes.has(code)) };
    })
    .filter(({ planned }) => planned.length > 0);

/** The new targets as the API takes them, and what is wrong with them by field. */
function resultsIn(all: readonly Of[], values: Values): Amending {
  const asked = all.flatMap(({ tranche, planned }) =>
    planned.map(({ code }, index) => ({ tranche, code, field: fieldOf(tranche, index) })),
  );
  const { body } = bodyOf(
    asked.map(({ field }) => field),
    values,
  );
  const sent = asked
    .filter(({ field }) => body[field.name] !== undefined)
    .map((each) => ({ ...each, target: decimalOf(String(body[each.field.name])) }));
  const results = sent.flatMap(({ tranche, code, target }) => (target === undefined ? [] : [{ tranche, code, target }]));
  const malformed = sent.filter(({ target }) => target === undefined).map(({ field }) => [field.name, 'malformed'] as const);
  const told: OwnFields['faultsOf'] = (answer) => {
    // The API tells the place of a target in the list; the form knows it by its milestone and indicator.
    const places = ['tranche', 'code', 'target'].flatMap((part) => results.map((_, index) => `${index}.${part}`));
    const placed = places.map((name): Described => ({ name, kind: 'other', required: false }));
    const found = Object.entries(faultsOf({ fields: placed, found: {}, within: 'results', ...answer }));
    const own = faultsOf({ fields: sent.map(({ field }) => field), found: Object.fromEntries(malformed), ...answer, error: undefined });
    const named = found.map(([name, words]) => [sent[Number(name.split('.')[0])]?.field.name ?? name, words]);
    return { ...Object.fromEntries(named), ...own };
  };
  return { body: results.length > 0 ? { results } : {}, isReadable: malformed.length === 0, faultsOf: told };
}

type Part = 'amounts' | 'dates' | 'financing' | 'results';
type Category = NonNullable<NonNullable<BodyOf<'proposeMeasure'>>['amendment']>;

const ALL: readonly Part[] = ['amounts', 'dates', 'financing', 'results'];
/** What an amendment of each category may change apart from text; the API refuses other changes. */
const OF_CATEGORY: Readonly<Record<Category, readonly Part[]>> = {
  error: [],
  'budget-up-to-20': ['amounts', 'dates'],
  'budget-over-20': ['amounts', 'dates'],
  'no-cost-extension': ['dates'],
  terms: ALL,
  results: ['amounts', 'dates', 'results'],
  other: ['amounts', 'dates'],
};
const isCategory = (code: string): code is Category => Object.hasOwn(OF_CATEGORY, code);

/** Where no category is chosen yet, it follows from what changes: all may. */
const partsOf = (category: string): readonly Part[] => (isCategory(category) ? OF_CATEGORY[category] : ALL);
