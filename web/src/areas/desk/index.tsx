import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, Navigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { z } from 'zod/mini';
import * as m from '#messages';
import * as own from '#messages/desk';
import { task as taskText } from '#messages/waiting';
import { labelOf } from '../../acts/words.ts';
import { api } from '../../base/api/client.ts';
import { keys } from '../../base/api/keys.ts';
import { useSession } from '../../base/api/session.ts';
import { wholeOf } from '../../base/api/whole.ts';
import { Export } from '../../base/Export.tsx';
import { hasOwn } from '../../base/frame/Menu.tsx';
import { Loading } from '../../base/parts/Awaiting.tsx';
import { useKeys } from '../../base/parts/keys.ts';
import { numberText, weekdayText } from '../../base/parts/locale.ts';
import { Heading } from '../../base/parts/PageHead.tsx';
import { dayInAddress as day, textInAddress as text } from '../../base/parts/search.ts';
import { Choice } from '../../lists/controls.tsx';
import { KeepSearch } from '../../lists/Keep.tsx';
import { Newer, Pages } from '../../lists/Pages.tsx';
import { Near } from '../../parts/Near.tsx';
import { Tasks } from './Tasks.tsx';

/** What the address of the desk says; what it says otherwise is left out. */
export const search = z.object({
  waits: z.catch(z.optional(z.enum(['ours', 'others', 'late'])), undefined),
  kind: text,
  on: day,
  sinceFrom: day,
  sinceTo: day,
  cursor: text,
});

// Most desks have something on them.
const FirstSteps = lazy(async () => ({ default: (await import('./FirstSteps.tsx')).FirstSteps }));

const News = lazy(async () => ({ default: (await import('./News.tsx')).News }));

const Overview = lazy(async () => ({ default: (await import('./Overview.tsx')).Overview }));

type Waits = 'me' | 'ours' | 'others' | 'late';
/** `kind`: empty for all. `days`: when it is due, and when the wait began. */
type Asked = { readonly waits: Waits; readonly kind: string; readonly days: Days };
type Days = { readonly dueFrom?: string; readonly dueTo?: string; readonly sinceFrom?: string; readonly sinceTo?: string };

const PAGE = 50;
const ASKED = {
  me: { waits: 'me' },
  ours: { waits: 'ours' },
  others: { waits: 'others' },
  late: { waits: 'all', overdue: 'true' },
} as const;

/** All that waits: for files. */
const wholeWork = ({ waits, kind, days }: Asked) =>
  wholeOf('listWork', { ...ASKED[waits], ...days, ...(kind ? { kind } : {}), sort: 'due', with: 'names' }, ({ work }) => work);

/** What waits, what is due first at the top. */
const workQuery = ({ waits, kind, days }: Asked, cursor: string) =>
  queryOptions({
    queryKey: keys.list('work', { waits, kind, ...days, cursor }),
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      api.operations.listWork(
        { ...ASKED[waits], ...days, ...(kind ? { kind } : {}), limit: PAGE, sort: 'due', with: 'names', ...(cursor ? { cursor } : {}) },
        { signal },
      ),
  });

const route = getRouteApi('/members/desk');

const TABS: Readonly<Record<Waits, () => string>> = {
  me: m.waitsForYou,
  ours: own.ours,
  others: own.waitsForOthers,
  late: own.lateAnywhere,
};
const EMPTY: Readonly<Record<Waits, () => string>> = {
  me: own.nothingWaits,
  ours: own.nothingOurs,
  others: own.nothingWaitsOthers,
  late: own.nothingLate,
};

/** What waits for the reader, for whom else, and what is late; the operator of a clock, for whom nothing waits, has that instead. */
export function Page() {
  const session = useSession();
  return session && !hasOwn(session) ? <Navigate to="/clock" replace /> : <Desk />;
}

function Desk() {
  const { waits = 'me', kind = '', cursor = '', on, sinceFrom, sinceTo } = route.useSearch();
  const days = { ...(on ? { dueFrom: on, dueTo: on } : {}), ...(sinceFrom ? { sinceFrom } : {}), ...(sinceTo ? { sinceTo } : {}) };
  const session = useSession();
  return (
    <>
      <Heading title={m.desk()}>
        {session?.roles.includes('proposer.officer') ? (
          <Link className="btn" to="/projects/new">
            {labelOf('draftProject')}
          </Link>
        ) : null}
        <KeepSearch list="work" />
        <Export
          name="work"
          columns={async () => (await import('../../exports/work-columns.ts')).WORK_COLUMNS}
          page={wholeWork({ waits, kind, days })}
        />
      </Heading>
      <nav className="seg" aria-label={m.desk()}>
        {(['me', 'ours', 'others', 'late'] as const).map((each) => (
          <Link key={each} to="/desk" search={each === 'me' ? {} : { waits: each }} aria-current={each === waits ? 'page' : undefined}>
            {TABS[each]()}
          </Link>
        ))}
      </nav>
      {session?.organisation.startsWith('ptn_') ? <ToPartner id={session.organisation} /> : null}
      {Object.keys(days).length === 0 ? null : (
        <p className="row">
          {on ? own.dueOnly({ day: weekdayText(on) }) : own.aPart()}
          <Link to="/desk" search={waits === 'me' ? {} : { waits }}>
            {own.showAll()}
          </Link>
        </p>
      )}
      <div className="start">
        <div>
          <Waiting asked={{ waits, kind, days }} cursor={cursor} />
        </div>
        <Near>
          <News />
        </Near>
      </div>
      <Near>
        <Overview organisation={session?.organisation ?? ''} />
      </Near>
      <Shortcuts />
    </>
  );
}

/** A person of a partner has no menu of an organisation. */
const ToPartner = ({ id }: { readonly id: string }) => (
  <p>
    <Link to="/partners/$id" params={{ id }}>
      {own.toOwnPartner()}
    </Link>
  </p>
);

function Waiting({ asked, cursor }: { readonly asked: Asked; readonly cursor: string }) {
  const session = useSession();
  const { data, dataUpdatedAt } = useQuery({ ...workQuery(asked, cursor), throwOnError: true });
  if (!data) return <Loading />;
  const { work, names = {}, total, counts, nextCursor } = data;
  const { waits, kind, days } = asked;
  const isNew = waits === 'me' && kind === '' && cursor === '' && Object.keys(days).length === 0 && work.length === 0;
  const kinds = [...new Set([...Object.keys(counts), ...(kind ? [kind] : [])])];
  return (
    <>
      {kinds.length > 1 || kind ? (
        <search className="row" aria-label={m.filters()}>
          <Choice
            label={m.what()}
            name="kind"
            chosen={kind}
            of={kinds.map((code) => [code, m.choice({ name: taskText({ kind: code }), count: numberText(counts[code] ?? 0) })])}
          />
        </search>
      ) : null}
      <p className="row" role="status">
        {work.length === 0
          ? kind
            ? own.nothingOfKind()
            : EMPTY[waits]()
          : total.more
            ? m.tasksMore({ count: total.count })
            : m.tasks({ count: total.count })}
        <Newer of="work" since={dataUpdatedAt} />
      </p>
      {isNew && session?.organisation.startsWith('ptn_') ? <p>{own.ofPartner()}</p> : null}
      {isNew && session?.roles.some((role) => role.startsWith('proposer.')) ? (
        <Suspense fallback={null}>
          <FirstSteps organisation={session.organisation} roles={session.roles} />
        </Suspense>
      ) : null}
      <Tasks
        key={`${waits}/${kind}/${cursor}`}
        work={work}
        names={names}
        label={TABS[waits]()}
        today={(session?.now ?? '').slice(0, 10)}
        isAfter={cursor !== ''}
        isBefore={nextCursor !== undefined}
      />
      <Pages label={TABS[waits]()} cursor={cursor} next={nextCursor} />
    </>
  );
}

const OF_LIST = [
  [['j', 'k'], own.keyStep],
  [['x'], own.keyChoose],
  [['Shift+x'], own.keyRange],
  [['b'], own.keyTogether],
] as const;
const ANYWHERE = [
  [['/'], own.keyFind],
  [['g', 'd'], own.keyDesk],
  [['g', 'p'], own.keyPortfolio],
  [['?'], own.keyKeys],
] as const;

/** Which keys do what; `?` shows and hides it. */
function Shortcuts() {
  const [isOpen, setOpen] = useState(false);
  useKeys({ '?': () => setOpen(!isOpen) });
  return (
    <details className="shortcuts" open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        {own.keysTitle()} <kbd>?</kbd>
      </summary>
      <dl>
        {[...OF_LIST, ...ANYWHERE].map(([keys, label]) => (
          <div key={keys.join(' ')}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{label()}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
