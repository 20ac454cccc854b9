import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import * as m from '#messages';
import * as own from '#messages/start';
import { task as taskText } from '#messages/waiting';
import { api, type Schemas } from '../../base/api/client.ts';
import { keys } from '../../base/api/keys.ts';
import { locale, numberText, weekdayText } from '../../base/parts/locale.ts';
import { moneyText } from '../../base/parts/Money.tsx';
import { type Column, Table } from '../../base/parts/Table.tsx';
import { daysBetween, nextDays, weekdayOf } from '../../pictures/days.ts';
import { OwnMoney } from './OwnMoney.tsx';

type Overview = Schemas['Overview'];

const overviewQuery = {
  queryKey: keys.list('work', { overview: 'ours' }),
  queryFn: ({ signal }: { readonly signal: AbortSignal }): Promise<Overview> => api.operations.getOverview({ waits: 'ours' }, { signal }),
};

/** What of the reader's organisation is due in the next days, how long what waits for it has waited, and its money: each figure opens to its rows. `organisation`: the reader's. */
export function Overview({ organisation }: { readonly organisation: string }) {
  const { data } = useQuery(overviewQuery);
  if (!data) return null;
  return (
    <>
      <section className="part" aria-labelledby="h-days">
        <h2 id="h-days">{own.nextDays()}</h2>
        <Days of={data} />
      </section>
      {data.queue.length === 0 ? null : (
        <section className="part" aria-labelledby="h-waited">
          <h2 id="h-waited">{own.waited()}</h2>
          <Queue of={data} />
        </section>
      )}
      <OwnMoney of={data} organisation={organisation} />
    </>
  );
}

const WEEKDAYS = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
const DAYS = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', timeZone: 'UTC' });
const dateOf = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** Thirty days, in weeks on narrow pages; a day on which something is due leads to it. */
function Days({ of: { day: today, days } }: { readonly of: Overview }) {
  const due = new Map(days.map((each) => [each.day, each]));
  return (
    <>
      <ol className="cal">
        {nextDays(today).map((day, at) => {
          const of = due.get(day);
          const shown = (
            <>
              <small aria-hidden={of !== undefined}>{WEEKDAYS.format(dateOf(day))}</small>
              <b aria-hidden={of !== undefined}>
                {at === 0 || day.endsWith('-01') ? DAYS.format(dateOf(day)) : numberText(Number(day.slice(-2)))}
              </b>
              {of ? <Mark isMine={of.mine > 0} /> : null}
            </>
          );
          const place = `${at === 0 ? `today from-${weekdayOf(day)}` : ''} ${weekdayOf(day) > WORKDAYS ? 'we' : ''}`;
          return (
            <li key={day} className={place}>
              {of ? (
                <Link to="/desk" search={{ waits: 'ours', on: day }}>
                  {shown}
                  <span className="vh">{own.dueOn({ day: weekdayText(day), count: of.count, mine: numberText(of.mine) })}</span>
                </Link>
              ) : (
                <span>{shown}</span>
              )}
            </li>
          );
        })}
      </ol>
      {days.length === 0 ? (
        <p className="quiet">{own.nothingDue()}</p>
      ) : (
        <ul className="key">
          <li>
            <Mark isMine /> {own.yours()}
          </li>
          <li>
            <Mark isMine={false} /> {own.others()}
          </li>
        </ul>
      )}
    </>
  );
}

const WORKDAYS = 5;

const Mark = ({ isMine }: { readonly isMine: boolean }) => (
  <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
    {isMine ? <circle className="c-you" cx="6" cy="6" r="4.5" /> : <path className="c-oth" d="M6 1.2 10.8 6 6 10.8 1.2 6z" />}
  </svg>
);

type Waiting = Overview['queue'][number];

/** By kind and age; what has waited longest is the strongest. */
function Queue({ of: { day: today, queue } }: { readonly of: Overview }) {
  const ages = queue[0]?.since ?? [];
  const age = ({ from, to }: Waiting['since'][number]): string => {
    const least = numberText(to ? daysBetween(to, today) : 0);
    return from ? own.daysTo({ from: least, to: numberText(daysBetween(from, today)) }) : own.daysMore({ from: least });
  };
  return (
    <Table
      label={own.waited()}
      rows={queue}
      keyOf={({ kind }) => kind}
      columns={[
        {
          title: m.what(),
          cell: ({ kind }) => (
            <Link to="/desk" search={{ waits: 'ours', kind }}>
              {taskText({ kind })}
            </Link>
          ),
        },
        ...ages.map(
          (bounds, at): Column<Waiting> => ({
            title: age(bounds),
            isFigure: true,
            isCounted: true,
            cell: ({ kind, since }) => <Since kind={kind} of={since[at]} at={at} />,
          }),
        ),
        { title: m.late(), isFigure: true, isCounted: true, cell: ({ overdue }) => (overdue > 0 ? numberText(overdue) : <Zero />) },
        {
          title: m.amount(),
          isFigure: true,
          cell: ({ amounts }) =>
            amounts.length === 0 ? null : amounts.map((amount) => <div key={amount.currency}>{moneyText(amount)}</div>),
        },
      ]}
    />
  );
}

/** It is left out where there is no room for columns. */
const Zero = () => <span className="quiet zero">{numberText(0)}</span>;

type SinceProps = { readonly kind: string; readonly of: Waiting['since'][number] | undefined; readonly at: number };

function Since({ kind, of, at }: SinceProps) {
  const { from, to, count = 0 } = of ?? {};
  if (count === 0) return <Zero />;
  return (
    <Link
      className={`age a${at}`}
      to="/desk"
      search={{ waits: 'ours', kind, ...(from ? { sinceFrom: from } : {}), ...(to ? { sinceTo: to } : {}) }}
    >
      {numberText(count)}
    </Link>
  );
}
