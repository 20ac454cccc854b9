import { type FormEvent, useState } from 'react';
import { messages as says } from '#messages/act-forms-programme-reports';
import * as m from '#messages/handed-in';
import { Refused } from '../../acts/Refused.tsx';
import { labelOf, useRefused } from '../../acts/words.ts';
import { Say } from '../../base/parts/Say.tsx';
import type { Draft } from '../../forms/drafts.ts';
import { Faults } from '../../forms/Faults.tsx';
import { Field } from '../../forms/Field.tsx';

type Remark<Section> = { readonly section: Section; readonly reason: string };

/** Why it came back, by section. */
export const Returned = <Section extends string>({
  remarks,
  nameOf,
}: {
  readonly remarks: readonly Remark<Section>[];
  readonly nameOf: (section: Section) => string;
}) =>
  remarks.length === 0 ? null : (
    <Say kind="wait">
      <p>
        <b>{m.wasReturned()}</b>
      </p>
      <ul className="plain">
        {remarks.map(({ section, reason }) => (
          <li key={section}>
            {nameOf(section)}
            <blockquote dir="auto">{reason}</blockquote>
          </li>
        ))}
      </ul>
    </Say>
  );

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
  const { error } = useRefused(command.error);
  const [isTried, setTried] = useState(false);
  const { values } = draft;
  if (!values) return null;
  const remarks = sections.flatMap((section) => {
    const reason = (values[section] ?? '').trim();
    return reason === '' ? [] : [{ section, reason }];
  });
  const faults: Readonly<Record<string, string>> = isTried && remarks.length === 0 && sections[0] ? { [sections[0]]: m.oneRemark() } : {};
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (remarks.length > 0 && !command.isPending) send(remarks);
  };
  const title = labelOf(operation);
  return (
    <details className="more">
      <summary>{title}</summary>
      <form className="act-form" onSubmit={submit} noValidate aria-label={title}>
        <p>{says[`say_${operation}`]?.({})}</p>
        <Faults title={title} faults={faults} isNew={isTried} />
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
        {error ? <Refused error={error} /> : null}
        <div className="row">
          <button className="btn first" type="submit" aria-disabled={command.isPending}>
            {title}
          </button>
        </div>
      </form>
    </details>
  );
}
