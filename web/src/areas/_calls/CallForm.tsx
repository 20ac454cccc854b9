import type { ReactNode } from 'react';
import * as form from '#messages/call-form';
import { labelOf } from '../../acts/words.ts';
import { useCodes } from '../../base/api/lists.ts';
import { byName, languageName } from '../../base/parts/locale.ts';
import { Boxes } from '../../forms/Boxes.tsx';
import type { Draft } from '../../forms/drafts.ts';
import { Field } from '../../forms/Field.tsx';
import { Rows } from '../../forms/Rows.tsx';
import { TaskForm } from '../../forms/TaskForm.tsx';
import { CriteriaFields } from '../../judging/CriteriaFields.tsx';
import { useDeclarations } from '../../judging/declarations.ts';
import { languagesWith } from '../../parts/languages.ts';
import { CountriesField } from '../../places/Countries.tsx';
import { Questions } from './Questions.tsx';
import { type Content, CURRENCY, contentIn, labelOfField, languagesIn, MOST_TEXTS, PLAIN, SUMS, TEXT } from './written.ts';

type Props = {
  readonly operation: 'draftCall' | 'reviseCall';
  readonly draft: Draft;
  readonly command: { readonly error: unknown; readonly isPending: boolean };
  readonly says: string;
  /** What is asked first, and what is missing of it. */
  readonly first?: (faults: Readonly<Record<string, string>>) => ReactNode;
  readonly lacking?: Readonly<Record<string, string>>;
  readonly send: (content: Content) => void;
};

const HINTS: Readonly<Record<string, () => string>> = {
  available: form.availableHint,
  least: form.leastHint,
  greatest: form.greatestHint,
  closesOn: form.closesHint,
  judgingUntil: form.judgingHint,
  minimumReadiness: form.readinessHint,
};

/** What a call asks, of whom, by when, and how much there is. */
export function CallForm({ operation, draft, command, says, first, lacking = {}, send }: Props) {
  const { values, change } = draft;
  const declarations = useDeclarations();
  const themes = useCodes('themes')
    .map(({ code, name }) => [code, name] as const)
    .toSorted(byName);
  if (!values) return null;
  const { content, faults: own } = contentIn(values);
  const faults = { ...lacking, ...own };
  const currency = (values['currency'] ?? '').toUpperCase();
  return (
    <TaskForm
      title={labelOf(operation)}
      kind="task-form wide-form"
      command={command}
      faults={faults}
      isReady={Object.keys(faults).length === 0}
      above={<p>{says}</p>}
      send={() => send(content)}
    >
      {(shown) => {
        const given = { values, faults: shown, onChange: change };
        const plain = (field: (typeof PLAIN)[number] | typeof CURRENCY | (typeof SUMS)[number]) => (
          <Field
            key={field.name}
            field={field}
            label={labelOfField(field.name)}
            hint={HINTS[field.name]?.() ?? ''}
            values={values}
            fault={shown[field.name]}
            {...(field.kind === 'money' && { currency: currency || '–' })}
            onChange={change}
          />
        );
        return (
          <div className="fields">
            {first?.(shown)}
            <Rows
              {...given}
              name="texts"
              legend={form.texts()}
              rowName={(number) => form.textOne({ number })}
              more={form.anotherLanguage()}
              fewer={form.oneLanguageFewer()}
              columns={TEXT.map((column) =>
                column.name === 'language'
                  ? {
                      ...column,
                      kind: 'choice' as const,
                      choices: languagesWith(languagesIn(values)),
                      choiceText: languageName,
                      label: labelOfField(column.name),
                    }
                  : { ...column, label: labelOfField(column.name) },
              )}
              least={1}
              most={MOST_TEXTS}
            />
            <CountriesField name="countries" hint={form.countriesHint()} values={values} fault={shown['countries']} onChange={change} />
            <Boxes name="themes" legend={form.themes()} choices={themes} value={values['themes'] ?? ''} onChange={change} />
            {[CURRENCY, ...SUMS, ...PLAIN].map(plain)}
            <Field
              field={{ name: 'declaration', kind: 'choice', required: false, choices: declarations.map(([id]) => id) }}
              label={form.standing()}
              hint={form.standingHint()}
              choiceText={(id) => new Map(declarations).get(id) ?? id}
              values={values}
              onChange={change}
            />
            <Questions {...given} />
            <CriteriaFields legend={form.criteria()} hint={form.criteriaHint()} {...given} />
          </div>
        );
      }}
    </TaskForm>
  );
}
