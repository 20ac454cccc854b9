import * as m from '#messages/support-requests';
import { labelOf } from '../../acts/words.ts';
import type { Schemas } from '../../base/api/client.ts';
import { numberText } from '../../base/parts/locale.ts';
import { useCommand } from '../../forms/commands.ts';
import { useDraft } from '../../forms/drafts.ts';
import { TaskForm } from '../../forms/TaskForm.tsx';
import { paragraphsIn } from '../../policies/texts.ts';

/** The next version: every paragraph as it is now, to be rewritten, emptied where it goes, and a new one at the end. */
export function DraftForm({ request: { id, drafts } }: { readonly request: Schemas['SupportRequest'] }) {
  const newest = drafts.at(-1);
  const before = newest?.paragraphs ?? [];
  const base = newest?.number ?? 0;
  const keys = [...before.map(({ key }) => key), 0];
  const initial = Object.fromEntries(keys.map((key) => [`${key}`, before.find((each) => each.key === key)?.text ?? '']));
  const draft = useDraft(`offerDraft:${id}:${base}`, initial);
  const command = useCommand('offerDraft', { id }, draft);
  const { values, change } = draft;
  if (!values) return null;
  const paragraphs = keys.flatMap((key) => {
    const text = (values[`${key}`] ?? '').trim();
    if (key === 0) return paragraphsIn(text).map((each) => ({ key, text: each }));
    return text === '' ? [] : [{ key, text }];
  });
  const faults: Readonly<Record<string, string>> = paragraphs.length === 0 ? { paragraphs: m.empty() } : {};
  return (
    <TaskForm
      title={labelOf('offerDraft')}
      kind="task-form"
      command={command}
      faults={faults}
      isReady={paragraphs.length > 0}
      send={() => command.mutate({ body: { base, paragraphs } })}
    >
      {() =>
        keys.map((key, at) => (
          <label key={key} className="field">
            <span className="label">{key === 0 ? m.paragraphNew() : m.paragraphIs({ number: numberText(at + 1) })}</span>
            <textarea
              className="in"
              name={`paragraph-${key}`}
              rows={3}
              maxLength={4000}
              value={values[`${key}`] ?? ''}
              onChange={({ currentTarget: { value } }) => change(`${key}`, value)}
            />
          </label>
        ))
      }
    </TaskForm>
  );
}
