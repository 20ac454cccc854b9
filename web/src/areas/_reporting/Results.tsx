import type { FormEvent, ReactNode } from 'react';
import { notAvailable as notAvailableText } from '#messages/milestones';
import * as m from '#messages/reporting';
import { decimalOf } from '../../acts/amounts.ts';
import type { Schemas } from '../../base/api/client.ts';
import { Facts } from '../../base/parts/Facts.tsx';
import { Icon } from '../../base/parts/Icon.tsx';
import { decimalText } from '../../base/parts/locale.ts';
import { useCommand } from '../../forms/commands.ts';
import type { Values } from '../../forms/drafts.ts';
import { Faults } from '../../forms/Faults.tsx';
import { Field } from '../../forms/Field.tsx';
import type { Planned } from '../../reports/planned.ts';
import { ResultTable } from '../../reports/ResultTable.tsx';
import { Contested, SaveRow, type Section, useSaving, useSection } from './Section.tsx';
import type { Reporting } from './shared/queries.ts';

/** Each planned indicator with the value that was reached, or why there is none. */
export function Results({ reporting }: { readonly reporting: Reporting }) {
  const { id, draft, names, planned, isLocked, indicatorName } = reporting;
  const { version, indicators, saved } = draft.results;
  const before = savedOf(indicators, planned);
  const section = useSection(`report/${draft.id}/results`, before);
  const command = useCommand('saveDraftResults', { id }, section.draft);
  const saving = useSaving(reporting);
  if (isLocked) return <ResultTable label={m.results()} planned={planned} values={indicators} />;
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
      <Faults title={m.results()} faults={faults} tries={saving.tries} isPage />
      {planned.map((indicator) => {
        const { code } = indicator;
        const fields = Object.values(fieldsOf(code));
        return (
          <Indicator key={code} indicator={indicator} reporting={reporting} section={section} faults={faults}>
            <Contested
              section={section}
              fields={fields}
              saved={saved}
              names={names}
              theirs={answerText(before, code)}
              mine={answerText(section.values, code)}
            />
          </Indicator>
        );
      })}
      <SaveRow reporting={reporting} saved={saved} command={command} operation="saveDraftResults" isTyped={section.isTyped} />
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

const MAX_BECAUSE = 1_000;

type Props = {
  readonly indicator: Planned;
  readonly reporting: Reporting;
  readonly section: Section;
  readonly faults: Readonly<Record<string, string>>;
  readonly children: ReactNode;
};

/** The fields of one indicator, with what was planned of it. */
function Indicator({ indicator, reporting: { indicatorName, unitName }, section, faults, children }: Props) {
  const { code, unit = '', baseline = '', target = '', method = '' } = indicator;
  const fields = fieldsOf(code);
  const isMissing = section.textOf(fields.notAvailable) === YES;
  const fault = faults[fields.value];
  const inUnit = (text: string): string => (text === '' ? '' : `${decimalText(text)} ${unitName(unit)}`);
  return (
    <fieldset className="indicator" id={code}>
      <legend>{indicatorName(code)}</legend>
      <Facts
        of={[
          [m.baseline(), inUnit(baseline)],
          [m.target(), inUnit(target)],
          [m.method(), method],
        ]}
      />
      {children}
      <div className={`field${fault ? ' bad' : ''}`}>
        <label htmlFor={fields.value}>{m.valueReached()}</label>
        {fault ? (
          <span className="fault" id={`${fields.value}-fault`}>
            <Icon name="late" size={15} />
            {fault}
          </span>
        ) : null}
        <span className="unit">
          <input
            className="in num short"
            id={fields.value}
            name={fields.value}
            inputMode="decimal"
            autoComplete="off"
            disabled={isMissing}
            value={isMissing ? '' : section.textOf(fields.value)}
            aria-invalid={fault ? true : undefined}
            aria-describedby={fault ? `${fields.value}-fault` : undefined}
            onChange={({ currentTarget: { value } }) => section.change(fields.value, value)}
          />
          <b>{unitName(unit)}</b>
        </span>
      </div>
      <label className="check">
        <input
          type="checkbox"
          checked={isMissing}
          onChange={({ currentTarget: { checked } }) => section.change(fields.notAvailable, checked ? YES : '')}
        />
        <span>{m.noValue()}</span>
      </label>
      {isMissing ? (
        <Field
          field={{ name: fields.because, kind: 'lines', required: true, max: MAX_BECAUSE }}
          values={section.values}
          label={m.because()}
          hint=""
          fault={faults[fields.because]}
          onChange={section.change}
        />
      ) : null}
    </fieldset>
  );
}

type Value = Schemas['IndicatorValue'];
/** The fields in which one indicator is answered. */
const fieldsOf = (code: string) => ({ value: `${code}/value`, notAvailable: `${code}/not-available`, because: `${code}/because` }) as const;
const YES = 'yes';

/** What is saved of the results, field by field. */
const savedOf = (indicators: readonly Value[], planned: readonly Planned[]): Values =>
  Object.fromEntries(
    planned.flatMap(({ code }) => {
      const given = indicators.find((value) => value.code === code);
      const { value, notAvailable, because } = fieldsOf(code);
      return [
        [value, given?.value ?? ''],
        [notAvailable, given?.notAvailable ? YES : ''],
        [because, given?.because ?? ''],
      ];
    }),
  );

type Fault = 'value' | 'because';
type Answers = { readonly indicators: readonly Value[]; readonly faults: Readonly<Record<string, Fault>> };

/** What the fields answer; by field, what does not. What is empty is not answered yet, and what else was reported stays. */
function answersOf(values: Values, planned: readonly Planned[], before: readonly Value[]): Answers {
  const faults: Record<string, Fault> = {};
  const answered = planned.flatMap(({ code, unit = '' }): Value[] => {
    const fields = fieldsOf(code);
    const [written = '', because = ''] = [values[fields.value]?.trim(), values[fields.because]?.trim()];
    if (values[fields.notAvailable] === YES) {
      if (because === '') faults[fields.because] = 'because';
      return [{ code, notAvailable: true, because }];
    }
    if (written === '') return [];
    const value = decimalOf(written);
    if (value === undefined) faults[fields.value] = 'value';
    return value === undefined ? [] : [{ code, value, unit, notAvailable: false }];
  });
  const others = before.filter((value) => planned.every(({ code }) => code !== value.code));
  return { indicators: [...answered, ...others], faults };
}
