import type { ReactNode } from 'react';
import type { Field as Described } from '#forms';
import { messages as says } from '#messages/act-forms-programme-policy';
import { fieldMissing } from '#messages/forms';
import * as m from '#messages/policies';
import * as form from '#messages/policy-form';
import { fieldLabel, labelOf } from '../../acts/words.ts';
import { useCodes } from '../../base/api/lists.ts';
import { useSession } from '../../base/api/session.ts';
import { byName, languageName } from '../../base/parts/locale.ts';
import { Boxes } from '../../forms/Boxes.tsx';
import type { Draft, Values } from '../../forms/drafts.ts';
import { Field } from '../../forms/Field.tsx';
import { Rows } from '../../forms/Rows.tsx';
import { TaskForm } from '../../forms/TaskForm.tsx';
import { languagesWith } from '../../parts/languages.ts';
import { SourceFile } from './SourceFile.tsx';
import { type Content, contentIn, MOST, PLAIN, SOURCE, TEXT } from './written.ts';

type Props = {
  readonly operation: 'draftInstrument' | 'reviseInstrument';
  /** What it says now, where it is there. */
  readonly before?: Content;
  readonly draft: Draft;
  readonly command: { readonly error: unknown; readonly isPending: boolean };
  /** Fields of the operation, next to the content, that say nothing yet. */
  readonly lacking?: readonly string[];
  /** What is asked first. */
  readonly first?: (faults: Readonly<Record<string, string>>) => ReactNode;
  readonly send: (content: Content) => void;
};

const LABELS: Readonly<Record<string, () => string>> = {
  language: form.language,
  does: form.does,
  stage: m.stage,
  level: m.level,
  year: m.year,
  inForceFrom: m.inForceFrom,
  needs: m.needs,
  costs: m.costs,
  mistakes: m.mistakes,
  address: form.address,
  publisher: form.publisher,
  told: form.told,
  licence: form.licence,
};
const HINTS: Readonly<Record<string, () => string>> = { area: form.areaHint, inForceFrom: form.momentHint };

/** What a field of the form is called; of a row, its column. */
function nameOf(field: string): string {
  const name = field.split('.').at(-1) ?? field;
  return LABELS[name]?.() ?? fieldLabel(name);
}

/** What an entry of the library says: in which languages, what it is, from where that is known, and its wording. */
export function InstrumentForm({ operation, before, draft, command, lacking = [], first, send }: Props) {
  const { values, change } = draft;
  if (!values) return null;
  const { content, lacks } = contentIn(values, before);
  const missing = [...lacking, ...lacks];
  return (
    <TaskForm
      title={labelOf(operation)}
      kind="task-form wide-form"
      command={command}
      faults={Object.fromEntries(missing.map((name) => [name, fieldMissing({ field: nameOf(name) })]))}
      isReady={missing.length === 0}
      above={<p>{says[`say_${operation}`]?.({})}</p>}
      send={() => send(content)}
    >
      {(faults) => (
        <div className="fields">
          {first?.(faults)}
          <Many name="texts" columns={TEXT} faults={faults} values={values} onChange={change} />
          <Plain values={values} faults={faults} onChange={change} />
          <Many name="sources" columns={SOURCE} faults={faults} values={values} onChange={change} />
          <Field
            field={{ name: 'paragraphs', kind: 'lines', required: false }}
            label={m.wording()}
            hint={form.wordingHint()}
            values={values}
            onChange={change}
          />
        </div>
      )}
    </TaskForm>
  );
}

type PartProps = { readonly values: Values; readonly faults: Readonly<Record<string, string>>; readonly onChange: Draft['change'] };

const WORDS = {
  texts: { legend: form.texts, rowName: form.textOne, more: form.anotherText, fewer: form.oneTextFewer },
  sources: { legend: m.sources, rowName: form.sourceOne, more: form.anotherSource, fewer: form.oneSourceFewer },
} as const;

/** Texts, or sources: as many as there are. */
function Many({ name, columns, ...given }: PartProps & { readonly name: keyof typeof WORDS; readonly columns: readonly Described[] }) {
  const { legend, rowName, more, fewer } = WORDS[name];
  const choices = languagesWith(Object.entries(given.values).flatMap(([key, value]) => (key.endsWith('.language') ? [value] : [])));
  return (
    <Rows
      {...given}
      name={name}
      legend={legend()}
      rowName={(number) => rowName({ number })}
      more={more()}
      fewer={fewer()}
      columns={columns.map((column) => ({ ...column, label: nameOf(column.name), ...ownOf(column, choices) }))}
      {...(name === 'sources' && {
        below: (number: number) => <SourceFile number={number} values={given.values} onChange={given.onChange} />,
      })}
      least={1}
      most={MOST}
    />
  );
}

/** What differs in a column from others. */
function ownOf({ name }: Described, languages: readonly string[]) {
  if (name === 'language') return { kind: 'choice' as const, choices: languages, choiceText: languageName };
  return name === 'licence' ? { choiceText: (code: string) => m.licenceIs({ code }), hint: form.licenceHint() } : {};
}

type Choices = Readonly<Record<string, { readonly codes?: readonly string[]; readonly textOf: (code: string) => string }>>;

/** What it is, and for whom: what has a name is chosen by it. */
function Plain({ values, faults, onChange }: PartProps) {
  const session = useSession();
  const [types, themes, streams] = [useCodes('instrument-types'), useCodes('themes'), useCodes('waste-streams')].map((list) =>
    list.map(({ code, name }) => [code, name] as const).toSorted(byName),
  );
  const typeNames = new Map(types);
  const choices: Choices = {
    type: { codes: [...typeNames.keys()], textOf: (code) => typeNames.get(code) ?? code },
    fiveR: { textOf: (code) => m.fiveRIs({ code }) },
    stage: { textOf: (code) => m.stageIs({ code }) },
    // A city enters what is its own.
    level: { ...(session?.roles.includes('proposer.officer') && { codes: ['city'] }), textOf: (code) => m.levelIs({ code }) },
  };
  const fieldOf = (field: Described) => {
    const { codes = field.choices ?? [], textOf } = choices[field.name] ?? {};
    const described: Described = textOf ? { ...field, kind: 'choice', choices: codes } : field;
    return (
      <Field
        key={field.name}
        field={described}
        label={nameOf(field.name)}
        hint={HINTS[field.name]?.() ?? ''}
        values={values}
        fault={faults[field.name]}
        {...(textOf && { choiceText: textOf })}
        onChange={onChange}
      />
    );
  };
  const isBefore = ({ name }: Described): boolean => name === 'type' || name === 'fiveR';
  return (
    <>
      {PLAIN.filter(isBefore).map(fieldOf)}
      <Boxes name="themes" legend={m.themes()} choices={themes ?? []} value={values['themes'] ?? ''} onChange={onChange} />
      <Boxes
        name="streams"
        legend={fieldLabel('wasteStreams')}
        choices={streams ?? []}
        value={values['streams'] ?? ''}
        onChange={onChange}
      />
      {PLAIN.filter((field) => !isBefore(field)).map(fieldOf)}
    </>
  );
}
