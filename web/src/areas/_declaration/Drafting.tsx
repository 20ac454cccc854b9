import { useId, useState } from 'react';
import { LOCALES } from '#messages';
import * as m from '#messages/drafting';
import { useSession } from '../../base/api/session.ts';
import { languageName, list } from '../../base/parts/locale.ts';
import { Say } from '../../base/parts/Say.tsx';
import type { Draft } from '../../forms/drafts.ts';
import { TaskForm } from '../../forms/TaskForm.tsx';
import { FileField } from '../../parts/FileField.tsx';
import {
  type Drafted,
  draftedIn,
  draftedOf,
  EMPTY,
  FIVE_R,
  keptOf,
  lacksOf,
  languagesIn,
  NUMBER_NAMES,
  type Read,
  type RuleOf,
  type Wordings,
  withLanguage,
  withoutLanguage,
  withWords,
  wordsIn,
} from './drafted.ts';

type Props = {
  readonly title: string;
  readonly draft: Draft;
  readonly command: { readonly error: unknown; readonly isPending: boolean };
  readonly send: (text: Drafted) => void;
};

/** The text of a declaration and its rule; from a file, or written here. Nothing is sent before it is read here. */
export function Drafting({ title, draft, command, send }: Props) {
  const session = useSession();
  if (!session?.roles.includes('secretariat.officer')) return <Say kind="">{m.officersDraft()}</Say>;
  if (!draft.values) return null;
  const text = draftedOf(draft.values['text'] ?? keptOf(EMPTY));
  const change = (to: Drafted): void => draft.change('text', keptOf(to));
  const lacks = lacksOf(text);
  return (
    <TaskForm
      title={title}
      kind="task-form wide-form"
      command={command}
      faults={Object.fromEntries(lacks.map((name) => [name, m.lacks({ field: labelOfInput(name) })]))}
      isReady={lacks.length === 0}
      above={<FromFile onRead={change} />}
      send={() => send(text)}
    >
      {(faults) => (
        <>
          <Texts text={text} faults={faults} onChange={change} />
          <Commitments text={text} faults={faults} onChange={change} />
          {text.rule ? <Numbers rule={text.rule} onChange={(rule) => change({ ...text, rule })} /> : null}
        </>
      )}
    </TaskForm>
  );
}

/** What an input is called, by its name. */
function labelOfInput(name: string): string {
  const [kind = '', at = '', language] = name.split('/');
  if (kind === 'code') return m.codeOf({ number: Number(at) + 1 });
  if (kind === 'commitment') return m.commitmentIn({ number: Number(at) + 1, language: languageName(language ?? 'en') });
  return kind === 'title' ? m.titleIn({ language: languageName(at) }) : m.preambleIn({ language: languageName(at) });
}

function FromFile({ onRead }: { readonly onRead: (text: Drafted) => void }) {
  const [read, setRead] = useState<Read | 'none'>();
  const choose = async (file: File): Promise<void> => {
    const found = draftedIn(await file.text());
    setRead(found ?? 'none');
    if (found) onRead(found.text);
  };
  return (
    <FileField label={m.fromFile()} hint={m.fromFileHint()} accept=".json,application/json" onChosen={(file) => void choose(file)}>
      <p role="status">
        {read === 'none' ? m.noDeclarationInFile() : null}
        {read && read !== 'none' ? m.readFromFile({ count: read.text.commitments.length }) : null}{' '}
        {read && read !== 'none' && read.leftOut.length > 0 ? m.leftOut({ languages: list(read.leftOut.map(languageName)) }) : null}
      </p>
    </FileField>
  );
}

type Part = {
  readonly text: Drafted;
  readonly faults: Readonly<Record<string, string>>;
  readonly onChange: (text: Drafted) => void;
};

type InProps = {
  readonly name: string;
  readonly wordings: Wordings;
  readonly language: string;
  readonly faults: Part['faults'];
  readonly isLong?: boolean;
  readonly onChange: (wordings: Wordings) => void;
};

/** One text in one language. */
function Wording({ name, wordings, language, faults, isLong = false, onChange }: InProps) {
  const id = useId();
  const at = `${name}/${language}`;
  const fault = faults[at];
  const common = {
    id,
    name: at,
    lang: language,
    dir: 'auto',
    className: 'in',
    value: wordsIn(wordings, language),
    'aria-invalid': fault ? true : undefined,
    'aria-describedby': fault ? `${id}-fault` : undefined,
    onChange: ({ currentTarget }: { readonly currentTarget: { readonly value: string } }) =>
      onChange(withWords(wordings, language, currentTarget.value)),
  };
  return (
    <div className={`field${fault ? ' bad' : ''}`}>
      <label htmlFor={id}>{labelOfInput(at)}</label>
      {fault ? (
        <span className="fault" id={`${id}-fault`}>
          {fault}
        </span>
      ) : null}
      {isLong ? <textarea rows={4} {...common} /> : <input {...common} />}
    </div>
  );
}

function Texts({ text, faults, onChange }: Part) {
  const id = useId();
  const languages = languagesIn(text);
  const others = LOCALES.filter((language) => !languages.includes(language));
  return (
    <fieldset className="fields">
      <legend>
        <h2>{m.theText()}</h2>
      </legend>
      <div className="row">
        {languages.map((language) => (
          <span key={language} className="chip">
            {languageName(language)}
            {languages.length > 1 ? (
              <button
                type="button"
                aria-label={m.removeLanguage({ language: languageName(language) })}
                onClick={() => onChange(withoutLanguage(text, language))}
              >
                ×
              </button>
            ) : null}
          </span>
        ))}
      </div>
      {others.length > 0 ? (
        <div className="field">
          <label htmlFor={id}>{m.addLanguage()}</label>
          <select
            className="in"
            id={id}
            value=""
            onChange={({ currentTarget: { value } }) => (value ? onChange(withLanguage(text, value)) : undefined)}
          >
            <option value="">–</option>
            {others.map((language) => (
              <option key={language} value={language} lang={language}>
                {languageName(language)}
              </option>
            ))}
          </select>
        </div>
      ) : null}
      {languages.map((language) => (
        <Wording
          key={language}
          name="title"
          wordings={text.title}
          language={language}
          faults={faults}
          onChange={(title) => onChange({ ...text, title })}
        />
      ))}
      {languages.map((language) => (
        <Wording
          key={language}
          name="preamble"
          wordings={text.preamble}
          language={language}
          faults={faults}
          isLong
          onChange={(preamble) => onChange({ ...text, preamble })}
        />
      ))}
      <Plain label={m.marked()} hint={m.markedHint()} value={text.marked ?? ''} onChange={(marked) => onChange(markedAs(text, marked))} />
    </fieldset>
  );
}

/** What is no official wording says so; nothing is said where it is. */
function markedAs({ marked: _, ...text }: Drafted, marked: string): Drafted {
  return marked === '' ? text : { ...text, marked };
}

type PlainProps = {
  readonly label: string;
  readonly hint?: string;
  readonly name?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
};

function Plain({ label, hint, name, value, onChange }: PlainProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint ? (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
      <input
        className="in"
        id={id}
        name={name}
        value={value}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
    </div>
  );
}

function Commitments({ text, faults, onChange }: Part) {
  const { commitments } = text;
  const languages = languagesIn(text);
  const set = (index: number, with_: Partial<Drafted['commitments'][number]>): void =>
    onChange({ ...text, commitments: commitments.map((each, at) => (at === index ? { ...each, ...with_ } : each)) });
  const add = (): void =>
    onChange({
      ...text,
      commitments: [
        ...commitments,
        { code: `C${commitments.length + 1}`, fiveR: 'rethink', text: languages.map((language) => ({ language, text: '' })) },
      ],
    });
  return (
    <fieldset className="fields">
      <legend>
        <h2>{m.commitments()}</h2>
      </legend>
      {commitments.map((commitment, index) => (
        <fieldset key={index} className="fields commitment">
          <legend>
            <h3>{m.commitment({ number: index + 1 })}</h3>
          </legend>
          <Plain
            label={m.codeOf({ number: index + 1 })}
            name={`code/${index}`}
            value={commitment.code}
            onChange={(code) => set(index, { code })}
          />
          <FiveR value={commitment.fiveR} onChange={(fiveR) => set(index, { fiveR })} />
          {languages.map((language) => (
            <Wording
              key={language}
              name={`commitment/${index}`}
              wordings={commitment.text}
              language={language}
              faults={faults}
              onChange={(words) => set(index, { text: words })}
            />
          ))}
          {commitments.length > 1 ? (
            <button
              className="btn small"
              type="button"
              onClick={() => onChange({ ...text, commitments: commitments.filter((_, at) => at !== index) })}
            >
              {m.removeCommitment({ number: index + 1 })}
            </button>
          ) : null}
        </fieldset>
      ))}
      <p>
        <button className="btn" type="button" onClick={add}>
          {m.addCommitment()}
        </button>
      </p>
    </fieldset>
  );
}

type FiveROf = Drafted['commitments'][number]['fiveR'];

function FiveR({ value, onChange }: { readonly value: FiveROf; readonly onChange: (code: FiveROf) => void }) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{m.fiveR()}</label>
      <select
        className="in"
        id={id}
        value={value}
        onChange={({ currentTarget }) => onChange(FIVE_R.find((code) => code === currentTarget.value) ?? value)}
      >
        {FIVE_R.map((code) => (
          <option key={code} value={code}>
            {m.fiveRIs({ code })}
          </option>
        ))}
      </select>
    </div>
  );
}

const numbersIn = (written: string): number[] =>
  written
    .split(/[^\d]+/)
    .filter(Boolean)
    .map(Number);

function Numbers({ rule, onChange }: { readonly rule: RuleOf; readonly onChange: (rule: RuleOf) => void }) {
  return (
    <details className="more">
      <summary>{m.theRule()}</summary>
      <p className="quiet">{m.theRuleShips()}</p>
      <div className="fields numbers">
        {NUMBER_NAMES.map((name) => (
          <Plain
            key={name}
            name={name}
            label={m.ruleNumber({ name })}
            value={String(rule[name] ?? '')}
            onChange={(value) => onChange({ ...rule, [name]: numbersIn(value)[0] ?? 0 })}
          />
        ))}
        <Listed
          label={m.reminders()}
          value={(rule.reminders ?? []).join(', ')}
          onChange={(value) => onChange({ ...rule, reminders: numbersIn(value) })}
        />
        <Listed
          label={m.align()}
          value={(rule.align ?? []).join(', ')}
          onChange={(value) => onChange({ ...rule, align: value.match(/\d{2}-\d{2}/g) ?? [] })}
        />
      </div>
    </details>
  );
}

/** A list that is read once it is written, so that it can be typed. */
function Listed({ label, value, onChange }: PlainProps) {
  const [written, write] = useState(value);
  return (
    <Plain
      label={label}
      value={written}
      onChange={(next) => {
        write(next);
        onChange(next);
      }}
    />
  );
}
