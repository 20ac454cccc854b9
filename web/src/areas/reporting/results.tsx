import type { FormEvent } from 'react';
import { notAvailable as notAvailableText } from '#messages/milestones';
import * as m from '#messages/reporting';
import { Faults } from '../../acts/Faults.tsx';
import { useCommand } from '../../api/commands.ts';
import { AnswerTable } from './answer-table.tsx';
import { answersOf, type Fault, fieldsOf, savedOf, YES } from './answers.ts';
import { Contested } from './contested.tsx';
import { Indicator } from './indicator.tsx';
import type { Planned } from './planned.ts';
import type { Reporting } from './report.queries.ts';
import { SaveRow, useSaving } from './save.tsx';
import { useSection } from './section.ts';

/** Each planned indicator with the value that was reached, or why there is none. */
export function Results({ reporting }: { readonly reporting: Reporting }) {
  const { id, draft, names, planned, isLocked, indicatorName } = reporting;
  const { version, indicators, saved } = draft.results;
  const before = savedOf(indicators, planned);
  const section = useSection(`report/${draft.id}/results`, before);
  const command = useCommand('saveDraftResults', { id }, section.draft);
  const saving = useSaving(reporting);
  if (isLocked) return <AnswerTable reporting={reporting} />;
  if (planned.length === 0) return <p className="quiet">{m.nothingPlanned()}</p>;
  if (!section.isReady) return null;
  const answers = answersOf(section.values, planned, indicators);
  const isContested = ({ code }: Planned): boolean => section.isContested(Object.values(fieldsOf(code)));
  const contested = planned.filter(isContested);
  const faults = saving.isTried
    ? {
        ...Object.fromEntries(contested.map(({ code }) => [fieldsOf(code).value, m.chooseFirst({ field: indicatorName(code) })])),
        ...Object.fromEntries(
          Object.entries(answers.faults).map(([field, fault]) => [field, faultText(fault, indicatorName(codeOf(field)))]),
        ),
      }
    : {};
  const send = (event: FormEvent): void => {
    event.preventDefault();
    saving.tried();
    if (command.isPending || contested.length > 0 || Object.keys(answers.faults).length > 0) return;
    command.mutate({ body: { version, indicators: [...answers.indicators] } }, saving.after);
  };
  return (
    <form className="act-form" onSubmit={send} noValidate aria-label={m.results()}>
      <p>{m.resultsHint()}</p>
      <Faults title={m.results()} faults={faults} isNew={saving.isTried} isPage />
      {planned.map((indicator) => {
        const { code } = indicator;
        const fields = Object.values(fieldsOf(code));
        return (
          <Indicator key={code} indicator={indicator} reporting={reporting} section={section} faults={faults}>
            <Contested {...{ section, fields, saved, names }} theirs={answerText(before, code)} mine={answerText(section.values, code)} />
          </Indicator>
        );
      })}
      <SaveRow {...{ reporting, saved, command }} operation="saveDraftResults" isTyped={section.isTyped} />
    </form>
  );
}

const codeOf = (field: string): string => field.slice(0, field.lastIndexOf('/'));

const faultText = (fault: Fault, indicator: string): string =>
  fault === 'value' ? m.valueFault({ indicator }) : m.becauseFault({ indicator });

/** What the fields of one indicator say, in one line. */
function answerText(values: Readonly<Record<string, string>>, code: string): string {
  const { value, notAvailable, because } = fieldsOf(code);
  return values[notAvailable] === YES ? `${notAvailableText()}: ${values[because] ?? ''}` : (values[value] ?? '');
}
