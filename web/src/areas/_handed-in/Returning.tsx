import { messages as says } from '#messages/act-forms-programme-reports';
import * as m from '#messages/handed-in';
import { labelOf } from '../../acts/words.ts';
import type { Draft } from '../../forms/drafts.ts';
import { Field } from '../../forms/Field.tsx';
import { TaskForm } from '../../forms/TaskForm.tsx';
import type { Remark } from './Returned.tsx';

type Props<Section> = {
  readonly operation: string;
  readonly sections: readonly Section[];
  readonly nameOf: (section: Section) => string;
  readonly draft: Draft;
  readonly command: { readonly error: unknown; readonly isPending: boolean };
  readonly send: (remarks: readonly Remark<Section>[]) => void;
};

const MAX = 4000;

/** Returns what was handed in, with a remark on each section that is to be put right. */
export function Returning<Section extends string>({ operation, sections, nameOf, draft, command, send }: Props<Section>) {
  const { values } = draft;
  if (!values) return null;
  const remarks = sections.flatMap((section) => {
    const reason = (values[section] ?? '').trim();
    return reason === '' ? [] : [{ section, reason }];
  });
  const title = labelOf(operation);
  return (
    <details className="more">
      <summary>{title}</summary>
      <TaskForm
        title={title}
        kind="act-form"
        command={command}
        faults={remarks.length === 0 && sections[0] ? { [sections[0]]: m.oneRemark() } : {}}
        isReady={remarks.length > 0}
        above={<p>{says[`say_${operation}`]?.({})}</p>}
        send={() => send(remarks)}
      >
        {(faults) => (
          <div className="fields">
            {sections.map((section) => (
              <Field
                key={section}
                field={{ name: section, kind: 'lines', required: false, max: MAX }}
                values={values}
                label={nameOf(section)}
                hint=""
                fault={faults[section]}
                onChange={draft.change}
              />
            ))}
          </div>
        )}
      </TaskForm>
    </details>
  );
}
