import { messages as says } from '#messages/act-forms-programme-learning';
import * as m from '#messages/learning';
import { fieldLabel, labelOf } from '../acts/words.ts';
import type { Schemas } from '../base/api/client.ts';
import { languageName } from '../base/parts/locale.ts';
import { bodyOf } from '../forms/body.ts';
import type { Draft, Values } from '../forms/drafts.ts';
import { Field } from '../forms/Field.tsx';
import { countOf, Rows, rowFields } from '../forms/Rows.tsx';
import { TaskForm } from '../forms/TaskForm.tsx';
import { PickOne } from '../parts/PickOne.tsx';

type Plan = Schemas['SessionPlan'];
export type Planned = { readonly plan: Plan; readonly trainer: string };

const MEETING = [
  { name: 'from', kind: 'instant', required: true },
  { name: 'to', kind: 'instant', required: true },
] as const;
const FIELDS = [
  { name: 'where', kind: 'line', required: false, max: 300 },
  { name: 'seats', kind: 'number', required: true, bounds: [1, 1000] },
  { name: 'enrolsFrom', kind: 'instant', required: true },
  { name: 'trainer', kind: 'line', required: true, max: 200 },
] as const;
const LABELS: Readonly<Record<string, () => string>> = { where: m.where, seats: m.seats, enrolsFrom: m.enrolsFrom, trainer: m.trainer };
const HINTS: Readonly<Record<string, () => string>> = { where: m.whereHint, trainer: m.trainerHint };
const MODES = ['online', 'place', 'hybrid'] as const;
const MOST_MEETINGS = 60;

/** As an input of a day and a time takes it, in the reader's own zone. */
function localOf(instant: string): string {
  const at = new Date(instant);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** With what the form begins: as it is planned, or as is usual. */
export const valuesOf = (planned?: Planned): Values => ({
  mode: planned?.plan.mode ?? 'online',
  language: planned?.plan.language ?? '',
  where: planned?.plan.where ?? '',
  seats: planned ? String(planned.plan.seats) : '',
  enrolsFrom: planned ? localOf(planned.plan.enrolsFrom) : '',
  trainer: planned?.trainer ?? '',
  keepsSeats: planned && !planned.plan.keepsSeats ? '' : 'yes',
  'meetings.count': String(planned?.plan.meetings.length ?? 1),
  ...Object.fromEntries(
    (planned?.plan.meetings ?? []).flatMap(({ from, to }, at) => [
      [`meetings.${at}.from`, localOf(from)],
      [`meetings.${at}.to`, localOf(to)],
    ]),
  ),
});

type Props = {
  readonly operation: 'scheduleSession' | 'changeSession';
  /** In which languages the training is given. */
  readonly languages: readonly string[];
  readonly draft: Draft;
  readonly command: { readonly error: unknown; readonly isPending: boolean };
  readonly send: (planned: Planned) => void;
};

function plannedIn(values: Values, languages: readonly string[]) {
  const count = countOf('meetings', values, 1);
  const meetings = Array.from({ length: count }, (_, row) => bodyOf(rowFields('meetings', row, MEETING), values));
  const { body, faults } = bodyOf(FIELDS, values);
  const { trainer = '', where = '', ...rest } = body as { trainer?: string; where?: string };
  const language = languages.find((code) => code === values['language']) ?? languages[0] ?? 'en';
  const plan = {
    meetings: meetings.map(({ body: one }, row) => ({ from: one[`meetings.${row}.from`], to: one[`meetings.${row}.to`] })),
    mode: values['mode'],
    language,
    where,
    keepsSeats: values['keepsSeats'] === 'yes',
    ...rest,
  } as unknown as Plan;
  const lacks = [...meetings.flatMap((one) => Object.keys(one.faults)), ...Object.keys(faults)];
  return { planned: { plan, trainer }, lacks };
}

/** When, where, for how many and by whom a session is held. */
export function PlanForm({ operation, languages, draft, command, send }: Props) {
  const { values, change } = draft;
  if (!values) return null;
  const { planned, lacks } = plannedIn(values, languages);
  const nameOf = (field: string): string => LABELS[field]?.() ?? fieldLabel(field.split('.').at(-1) ?? field);
  return (
    <TaskForm
      title={labelOf(operation)}
      kind="task-form wide-form"
      command={command}
      faults={Object.fromEntries(lacks.map((name) => [name, m.lacks({ field: nameOf(name) })]))}
      isReady={lacks.length === 0}
      above={<p>{says[`say_${operation}`]?.({})}</p>}
      send={() => send(planned)}
    >
      {(faults) => (
        <div className="fields">
          <Rows
            name="meetings"
            legend={m.meetings()}
            rowName={(number) => m.meetingOne({ number })}
            more={m.anotherMeeting()}
            fewer={m.oneMeetingFewer()}
            columns={MEETING}
            values={values}
            faults={faults}
            least={1}
            most={MOST_MEETINGS}
            onChange={change}
          />
          <PickOne
            name="mode"
            label={m.mode()}
            hint=""
            value={values['mode'] ?? 'online'}
            choices={MODES.map((code) => [code, m.modeIs({ mode: code })] as const)}
            onChange={change}
          />
          <PickOne
            name="language"
            label={m.language()}
            hint=""
            value={planned.plan.language}
            choices={languages.map((code) => [code, languageName(code)] as const)}
            onChange={change}
          />
          {FIELDS.map((field) => (
            <Field
              key={field.name}
              field={field as never}
              label={nameOf(field.name)}
              values={values}
              fault={faults[field.name]}
              hint={HINTS[field.name]?.() ?? ''}
              onChange={change}
            />
          ))}
          <label className="check">
            <input
              type="checkbox"
              name="keepsSeats"
              checked={values['keepsSeats'] === 'yes'}
              onChange={({ currentTarget: { checked } }) => change('keepsSeats', checked ? 'yes' : '')}
            />
            <span>{m.keepsSeats()}</span>
          </label>
        </div>
      )}
    </TaskForm>
  );
}
