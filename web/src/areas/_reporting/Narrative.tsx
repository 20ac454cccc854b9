import type { FormEvent } from 'react';
import { FORMS } from '#forms';
import * as m from '#messages/reporting';
import { numberText } from '../../base/parts/locale.ts';
import { useCommand } from '../../forms/commands.ts';
import { Field } from '../../forms/Field.tsx';
import { Contested, SaveRow, useSaving, useSection } from './Section.tsx';
import type { Reporting } from './shared/queries.ts';

const NOTE = 'note';
const FIELD = (FORMS['saveDraftNarrative'] ?? []).find(({ name }) => name === NOTE);

/** The account of what was done, in the words of those who did it. */
export function Narrative({ reporting }: { readonly reporting: Reporting }) {
  const { id, draft, names, isLocked } = reporting;
  const { version, note = '', saved } = draft.narrative;
  const section = useSection(`report/${draft.id}/narrative`, { [NOTE]: note });
  const command = useCommand('saveDraftNarrative', { id }, section.draft);
  const saving = useSaving(reporting);
  if (isLocked) return note === '' ? <p className="quiet">{m.noNarrative()}</p> : <blockquote dir="auto">{note}</blockquote>;
  if (!section.isReady || !FIELD) return null;
  const isOpen = section.isContested([NOTE]);
  const text = section.textOf(NOTE);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    saving.tried();
    if (!command.isPending && !isOpen) command.mutate({ body: { version, note: text } }, saving.after);
  };
  return (
    <form className="act-form" onSubmit={send} noValidate aria-label={m.inWords()}>
      <Contested section={section} fields={[NOTE]} saved={saved} names={names} theirs={note} mine={text} />
      <Field
        field={FIELD}
        values={section.values}
        label={m.narrativeTask()}
        hint={m.narrativeHint({ count: text.length, max: numberText(FIELD.max ?? 0) })}
        fault={saving.isTried && isOpen ? m.chooseFirst({ field: m.narrativeTask() }) : undefined}
        onChange={section.change}
      />
      <SaveRow reporting={reporting} saved={saved} command={command} operation="saveDraftNarrative" isTyped={section.isTyped} />
    </form>
  );
}
