import { Fragment } from 'react';
import * as c from '#messages/calls';
import type { Schemas } from '../../../base/api/client.ts';
import { useCodeNames } from '../../../base/api/lists.ts';
import { decimalText, inLocale } from '../../../base/parts/locale.ts';

type Props = { readonly questions: Schemas['ProjectCall']['questions']; readonly answers: Schemas['CallAnswer']['answers'] };

/** What a project says to the questions of a call. */
export function Said({ questions, answers }: Props) {
  const unitName = useCodeNames(
    'units',
    questions.some(({ unit }) => unit),
  );
  if (questions.length === 0) return null;
  return (
    <section className="part" aria-labelledby="h-said">
      <h2 id="h-said">{c.itSays()}</h2>
      <dl className="facts answers">
        {questions.map(({ id, text, kind, unit }) => {
          const { value = '', note = '' } = answers.find(({ question }) => question === id) ?? {};
          return (
            <Fragment key={id}>
              <dt dir="auto">{inLocale(text)}</dt>
              <dd dir="auto">
                {saidIn({ kind, unit: unit ? unitName(unit) : '', value, note }) || <span className="quiet">{c.notAnswered()}</span>}
              </dd>
            </Fragment>
          );
        })}
      </dl>
    </section>
  );
}

function saidIn({ kind, unit, value, note }: Readonly<Record<'kind' | 'unit' | 'value' | 'note', string>>): string {
  if (kind === 'text') return note;
  return kind === 'number' && value ? [decimalText(value), unit].filter(Boolean).join(' ') : value;
}
