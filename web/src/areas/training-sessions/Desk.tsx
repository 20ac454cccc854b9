import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { say_recordAttendance } from '#messages/act-forms-programme-learning';
import * as m from '#messages/learning';
import { Acts } from '../../acts/Acts.tsx';
import { labelOf, personName } from '../../acts/words.ts';
import { itemQuery, mayDo } from '../../base/api/items.ts';
import { useCommand } from '../../forms/commands.ts';
import { useDraft } from '../../forms/drafts.ts';
import { TaskForm } from '../../forms/TaskForm.tsx';
import { type Enrolment, type Session, withSeat } from './session.ts';

type Props = { readonly session: Session };

/** What the trainer does: say who was there, and propose certificates for those who have passed. */
export const Desk = ({ session }: Props) => (
  <section className="part" aria-labelledby="h-desk">
    <h2 id="h-desk">{m.trainersDesk()}</h2>
    {mayDo(session, 'recordAttendance') ? <AttendanceForm key={session.version} session={session} /> : null}
    {mayDo(session, 'proposeCertificates') ? <Proposing key={`${session.version}-proposing`} session={session} /> : null}
  </section>
);

const WHOLE = /^\d{1,3}$/;

/** The hours of everybody who has a seat, and whether the exercise was passed. */
function AttendanceForm({ session }: Props) {
  const { id, version, hours, names = {} } = session;
  const persons = withSeat(session);
  const draft = useDraft(`recordAttendance/${id}`, Object.fromEntries(persons.flatMap((each, at) => told(each, at, hours))));
  const command = useCommand('recordAttendance', { id }, draft);
  const { values, change } = draft;
  if (!values || persons.length === 0) return null;
  const isReadable = (at: number): boolean => WHOLE.test(values[`hours.${at}`] ?? '') && Number(values[`hours.${at}`]) <= hours;
  const lacks = persons.flatMap((_, at) => (isReadable(at) ? [] : [`hours.${at}`]));
  const attendance = persons.map(({ person }, at) => ({
    person,
    hours: Number(values[`hours.${at}`]),
    passed: values[`passed.${at}`] === 'yes',
  }));
  return (
    <TaskForm
      title={labelOf('recordAttendance')}
      kind="act-form"
      command={command}
      faults={Object.fromEntries(lacks.map((name) => [name, m.hoursAreWhole({ hours })]))}
      isReady={lacks.length === 0}
      above={<p>{say_recordAttendance()}</p>}
      send={() => command.mutate({ body: { attendance }, version })}
    >
      {(faults) => (
        <ul className="plain">
          {persons.map(({ person }, at) => (
            <li key={person} className="row end">
              <label className={`field${faults[`hours.${at}`] ? ' bad' : ''}`}>
                <span className="label">{m.hoursOf({ person: personName(names, person) })}</span>
                <input
                  className="in num short"
                  name={`hours.${at}`}
                  inputMode="numeric"
                  autoComplete="off"
                  aria-invalid={faults[`hours.${at}`] ? true : undefined}
                  value={values[`hours.${at}`] ?? ''}
                  onChange={({ currentTarget: { value } }) => change(`hours.${at}`, value)}
                />
              </label>
              <label className="check">
                <input
                  type="checkbox"
                  name={`passed.${at}`}
                  checked={values[`passed.${at}`] === 'yes'}
                  onChange={({ currentTarget: { checked } }) => change(`passed.${at}`, checked ? 'yes' : '')}
                />
                <span>{m.hasPassed({ person: personName(names, person) })}</span>
              </label>
            </li>
          ))}
        </ul>
      )}
    </TaskForm>
  );
}

/** As it was recorded before; where nothing is yet, that they were there all the time. */
const told = ({ status, hours, passed }: Enrolment, at: number, all: number): readonly [string, string][] => {
  const isTold = status === 'attended' || status === 'absent';
  return [
    [`hours.${at}`, String(isTold ? hours : all)],
    [`passed.${at}`, !isTold || passed ? 'yes' : ''],
  ];
};

/** Those who have passed are chosen from the first; the trainer may leave some out. */
function Proposing({ session }: Props) {
  const { hours, names = {} } = session;
  const { data: training } = useSuspenseQuery(itemQuery('getTraining', session.training));
  const { attendancePercent, exercise } = training.content;
  const passed = withSeat(session).filter(
    (each) => each.status === 'attended' && each.hours * 100 >= attendancePercent * hours && (!exercise || each.passed),
  );
  const [left, setLeft] = useState<readonly string[]>([]);
  const holders = passed.map(({ person }) => person).filter((person) => !left.includes(person));
  const summary =
    passed.length === 0 ? (
      <p>{m.nobodyHasPassed()}</p>
    ) : (
      <fieldset className="field">
        <legend>{m.forWhom()}</legend>
        {passed.map(({ person }) => (
          <label key={person} className="check">
            <input
              type="checkbox"
              checked={!left.includes(person)}
              onChange={({ currentTarget: { checked } }) =>
                setLeft((before) => (checked ? before.filter((each) => each !== person) : [...before, person]))
              }
            />
            <span>{personName(names, person)}</span>
          </label>
        ))}
      </fieldset>
    );
  return (
    <Acts item={session} only={({ operation }) => operation === 'proposeCertificates'} given={() => ({ body: { holders }, summary })} />
  );
}
