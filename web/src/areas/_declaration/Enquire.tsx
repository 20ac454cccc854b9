import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type Field as Described, FORMS } from '#forms';
import { LOCALES } from '#messages';
import * as m from '#messages/enquire';
import { fieldLabel, useRefused } from '../../acts/words.ts';
import { api, type BodyOf } from '../../base/api/client.ts';
import { languageName, locale } from '../../base/parts/locale.ts';
import { Say } from '../../base/parts/Say.tsx';
import { bodyOf } from '../../forms/body.ts';
import type { Values } from '../../forms/drafts.ts';
import { faultsOf } from '../../forms/Faults.tsx';
import { Field } from '../../forms/Field.tsx';
import { TaskForm } from '../../forms/TaskForm.tsx';

/** The language of the answer is one that the secretariat writes in. */
const asAsked = (field: Described): Described => (field.name === 'language' ? { ...field, kind: 'choice', choices: LOCALES } : field);
const FIELDS = (FORMS['sendEnquiry'] ?? []).map(asAsked);

/** What is asked of who writes is called otherwise than where the secretariat reads it. */
const LABELS: Readonly<Record<string, () => string>> = {
  name: m.yourName,
  contactRole: m.yourRole,
  note: m.yourMessage,
  language: m.answerIn,
};
const labelOf = (name: string): string => LABELS[name]?.() ?? fieldLabel(name);

/** The form by which anybody writes to the secretariat for a city, without sign-in. Nothing of it is kept in the browser. */
export function Enquire() {
  const [values, setValues] = useState<Values>({ language: locale });
  const sending = useMutation({
    networkMode: 'always',
    retry: false,
    mutationFn: (body: BodyOf<'sendEnquiry'>) => api.operations.sendEnquiry({}, body),
  });
  const { error, refusalText } = useRefused(sending.error);
  const { body, faults: found } = bodyOf(FIELDS, values);
  if (sending.isSuccess)
    return (
      <Say kind="good" isNews>
        <p>{m.thanks()}</p>
      </Say>
    );
  return (
    <TaskForm
      title={m.send()}
      kind="task-form"
      command={sending}
      faults={faultsOf({ fields: FIELDS, found, error, refusalText, labelOf })}
      isReady={Object.keys(found).length === 0}
      above={
        <>
          <h2>{m.title()}</h2>
          <p>{m.about()}</p>
        </>
      }
      send={() => sending.mutate(body as BodyOf<'sendEnquiry'>)}
    >
      {(faults) => (
        <div className="fields">
          {FIELDS.map((field) => (
            <Field
              key={field.name}
              field={field}
              label={labelOf(field.name)}
              hint=""
              values={values}
              fault={faults[field.name]}
              {...(field.name === 'language' ? { choiceText: languageName } : {})}
              onChange={(name, value) => setValues((before) => ({ ...before, [name]: value }))}
            />
          ))}
        </div>
      )}
    </TaskForm>
  );
}
