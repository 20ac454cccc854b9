import type { ReactNode } from 'react';
import type { Field as Described } from '#forms';
import * as a from '#messages/call-answer';
import * as c from '#messages/calls';
import { fieldMissing } from '#messages/forms';
import { decimalOf } from '../../acts/amounts.ts';
import { labelOf } from '../../acts/words.ts';
import type { BodyOf, Schemas } from '../../base/api/client.ts';
import { useCodeNames } from '../../base/api/lists.ts';
import { inLocale } from '../../base/parts/locale.ts';
import { moneyText } from '../../base/parts/Money.tsx';
import { bodyOf } from '../../forms/body.ts';
import type { Draft, Values } from '../../forms/drafts.ts';
import { Field } from '../../forms/Field.tsx';
import { TaskForm } from '../../forms/TaskForm.tsx';
import type { Call } from './shared/said.ts';

type Question = Call['questions'][number];
type Written = Pick<BodyOf<'answerCall'>, 'amount' | 'answers'>;

const MOST_LETTERS = 40_000;
const AMOUNT = { name: 'amount', kind: 'money', required: true } as const;
const nameOf = ({ id }: Question): string => `answer.${id}`;

/** Words of scripts without spaces are counted as their language counts them, as the API does. */
const wordsIn = (text: string): number =>
  [...new Intl.Segmenter('en', { granularity: 'word' }).segment(text)].filter(({ isWordLike }) => isWordLike).length;

/** With what the form begins: what is said already, or nothing. */
export const valuesOf = ({ available, questions }: Call, said?: Pick<Schemas['CallAnswer'], 'amount' | 'answers'>): Values => ({
  amount: said?.amount.amount ?? '',
  'amount.currency': available.currency,
  ...Object.fromEntries(
    questions.map((question) => {
      const { value = '', note = '' } = said?.answers.find((each) => each.question === question.id) ?? {};
      return [nameOf(question), question.kind === 'text' ? note : value];
    }),
  ),
});

/** A question as a field of its kind. */
function fieldOf(question: Question): Described {
  const { kind, required, choices } = question;
  const name = nameOf(question);
  switch (kind) {
    case 'text':
      return { name, kind: 'lines', required, max: MOST_LETTERS };
    case 'choice':
      return { name, kind: 'choice', required, choices };
    case 'number':
      return { name, kind: 'line', required, max: 40 };
  }
}

function faultIn(question: Question, written: string): string | undefined {
  const { text, required, kind, mostWords } = question;
  if (written.trim() === '') return required ? fieldMissing({ field: inLocale(text) }) : undefined;
  if (kind === 'number') return decimalOf(written) === undefined ? a.noNumber({ field: inLocale(text) }) : undefined;
  const words = kind === 'text' ? wordsIn(written) : 0;
  return words > mostWords ? a.tooManyWords({ field: inLocale(text), words, most: mostWords }) : undefined;
}

/** What is said, as the API takes it, and by field what is wrong with it, in words. */
function writtenIn({ questions, available, least, greatest }: Call, values: Values) {
  const { body, faults: found } = bodyOf([AMOUNT], { ...values, 'amount.currency': available.currency });
  const faults = {
    ...(found['amount'] ? { amount: a.sumIsMissing({ least: moneyText(least), greatest: moneyText(greatest) }) } : {}),
    ...Object.fromEntries(
      questions.flatMap((question) => {
        const fault = faultIn(question, values[nameOf(question)] ?? '');
        return fault ? [[nameOf(question), fault]] : [];
      }),
    ),
  };
  const answers = questions.flatMap((question) => {
    const said = (values[nameOf(question)] ?? '').trim();
    if (said === '') return [];
    const of = { question: question.id };
    return [
      question.kind === 'text' ? { ...of, note: said } : { ...of, value: question.kind === 'number' ? (decimalOf(said) ?? said) : said },
    ];
  });
  return { written: { amount: body['amount'], answers } as unknown as Written, faults };
}

type Props = {
  readonly operation: 'answerCall' | 'reviseAnswer';
  readonly call: Call;
  readonly draft: Draft;
  readonly command: { readonly error: unknown; readonly isPending: boolean };
  readonly says: string;
  /** What is asked before the sum. */
  readonly first?: ReactNode;
  /** What is missing of it. */
  readonly lacking?: Readonly<Record<string, string>>;
  /** What speaks against it, by rule. */
  readonly rules: ReactNode;
  readonly send: (written: Written) => void;
};

/** The questions of a call as fields of their kind, and the sum that the project asks for. */
export function AnswerForm({ operation, call, draft, command, says, first = null, lacking = {}, rules, send }: Props) {
  const { questions, available, least, greatest } = call;
  const unitName = useCodeNames(
    'units',
    questions.some(({ unit }) => unit),
  );
  const { values, change } = draft;
  if (!values) return null;
  const { written, faults: own } = writtenIn(call, values);
  const faults = { ...lacking, ...own };
  const hintOf = (question: Question): string => {
    if (question.kind === 'text') return a.wordsOf({ words: wordsIn(values[nameOf(question)] ?? ''), most: question.mostWords });
    return question.unit ? c.inUnit({ unit: unitName(question.unit) }) : '';
  };
  return (
    <TaskForm
      title={labelOf(operation)}
      kind="task-form wide-form"
      command={command}
      faults={faults}
      isReady={Object.keys(faults).length === 0}
      above={<p>{says}</p>}
      send={() => send(written)}
    >
      {(shown) => (
        <div className="fields">
          {first}
          <Field
            field={AMOUNT}
            label={c.asksFor()}
            hint={a.sumHint({ least: moneyText(least), greatest: moneyText(greatest) })}
            currency={available.currency}
            values={values}
            fault={shown['amount']}
            onChange={change}
          />
          {questions.map((question) => (
            <Field
              key={question.id}
              field={fieldOf(question)}
              label={inLocale(question.text)}
              hint={hintOf(question)}
              choiceText={(choice) => choice}
              values={values}
              fault={shown[nameOf(question)]}
              onChange={change}
            />
          ))}
          {rules}
        </div>
      )}
    </TaskForm>
  );
}
