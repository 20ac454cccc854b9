import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Field as Described } from '#forms';
import * as t from '#messages/agreement-text';
import { newTargets } from '#messages/parts';
import type { OwnFields } from '../../acts/Act.tsx';
import { bodyOf } from '../../acts/body.ts';
import { faultsOf } from '../../acts/Faults.tsx';
import { Field } from '../../acts/Field.tsx';
import type { Schemas } from '../../api/client.ts';
import type { Values } from '../../api/drafts.ts';
import { itemQuery } from '../../api/items.ts';
import { useCodeNames } from '../../api/lists.ts';
import { decimalOf } from '../../parts/amounts.ts';
import { decimalText } from '../../parts/locale.ts';
import { type Planned, plannedFor } from '../../parts/planned.ts';
import type { Amending } from './amendment.ts';

type Agreement = Schemas['Agreement'];
export type Of = { readonly tranche: number; readonly title: string; readonly planned: readonly Planned[] };
type Props = {
  readonly of: readonly Of[];
  readonly faults: Readonly<Record<string, string>>;
  onChange(amending: Amending): void;
};

/** Names a field of the form: codes may hold any character. */
const fieldOf = (tranche: number, index: number): Described => ({ name: `results.${tranche}.${index}`, kind: 'other', required: false });

/** What the reports on milestones have to tell; nothing until it is known. */
export function usePromised(agreement: Agreement): readonly Of[] {
  const { data: project } = useQuery(itemQuery('getProject', agreement.project));
  return project ? promisedIn(agreement, project) : [];
}

/** What indicators of milestones are to reach from now on; a field that is left empty leaves its target. */
export function Results({ of: all, faults, onChange }: Props) {
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
                  {...{ field, values, hint }}
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
