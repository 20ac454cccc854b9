import { useQuery, useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { z } from 'zod/mini';
import { notifications } from '#messages';
import * as m from '#messages/account';

import { shortId } from '../../acts/facts.ts';
import { Refused } from '../../acts/Refused.tsx';
import type { Schemas } from '../../base/api/client.ts';
import { noticesQuery, settingsQuery, useOwn } from '../../base/api/own.ts';
import { Icon } from '../../base/parts/Icon.tsx';
import { ItemLink } from '../../base/parts/ItemLink.tsx';
import { dayOfMoment, timeText } from '../../base/parts/locale.ts';
import { PageHead } from '../../base/parts/PageHead.tsx';
import { Newer } from '../../lists/Pages.tsx';

/** What the address of the notifications says; what it says otherwise is left out. */
export const search = z.object({ unread: z.catch(z.optional(z.literal(true)), undefined) });

// Accounts change rarely.
const ToldAccount = lazy(async () => ({ default: (await import('../../opened/ToldAccount.tsx')).ToldAccount }));

const route = getRouteApi('/members/notifications');

/** What has happened that concerns the reader, the newest first, day by day. */
export function Page() {
  const { unread: isUnread = false } = route.useSearch();
  return (
    <>
      <PageHead title={notifications()} />
      <nav className="seg" aria-label={notifications()}>
        <Link to="/notifications" activeOptions={{ exact: true, includeSearch: true }}>
          {m.all()}
        </Link>
        <Link to="/notifications" search={{ unread: true }} activeOptions={{ exact: true, includeSearch: true }}>
          {m.unreadOnly()}
        </Link>
      </nav>
      <Notices isUnread={isUnread} />
      <Muted />
    </>
  );
}

function Notices({ isUnread }: { readonly isUnread: boolean }) {
  const { data, dataUpdatedAt, hasNextPage, fetchNextPage, isFetchingNextPage } = useSuspenseInfiniteQuery(noticesQuery(isUnread));
  const reading = useOwn('readNotices');
  const notices = data.pages.flatMap((page) => page.notices);
  const names: Schemas['Names'] = Object.assign({}, ...data.pages.map((page) => page.names ?? {}));
  const [newest] = notices;
  const unread = data.pages[0]?.unread;
  return (
    <>
      <div className="row far">
        <p role="status">
          {notices.length === 0
            ? isUnread
              ? m.nothingUnread()
              : m.nothingHappened()
            : (unread?.more ? m.unreadMore : m.unreadCount)({ count: unread?.count ?? 0 })}
        </p>
        <Newer of="notices" since={dataUpdatedAt} />
        {newest && (unread?.count ?? 0) > 0 ? (
          <button
            className="btn small"
            type="button"
            aria-disabled={reading.isPending}
            onClick={() => reading.isPending || reading.mutate({ body: { upTo: newest.place } })}
          >
            {m.markAllRead()}
          </button>
        ) : null}
      </div>
      {reading.error ? <Refused error={reading.error} /> : null}
      {[...Map.groupBy(notices, ({ at }) => dayOfMoment(at))].map(([day, all]) => (
        <section className="part" key={day} aria-label={day}>
          <h2>{day}</h2>
          {[...Map.groupBy(all, ({ project = '' }) => project)].map(([project, own]) => (
            <Group key={project} project={project} notices={own} names={names} />
          ))}
        </section>
      ))}
      {hasNextPage ? (
        <button className="btn" type="button" aria-disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {m.older()}
        </button>
      ) : null}
    </>
  );
}

type GroupProps = { readonly project: string; readonly notices: readonly Schemas['Notice'][]; readonly names: Schemas['Names'] };

/** What happened to one project in a day, or to what is of none; the notices of a project can be muted. */
function Group({ project, notices, names }: GroupProps) {
  const muting = useMuting();
  return (
    <>
      {project ? (
        <div className="head">
          <h3>
            <ItemLink id={project}>{names[project]?.text ?? m.theProject()}</ItemLink>
          </h3>
          <button className="btn bare small" type="button" aria-disabled={muting.isPending} onClick={() => muting.add({ project })}>
            {m.muteProject()}
          </button>
        </div>
      ) : null}
      <ol className="trail notices">
        {notices.map((notice) => (
          <NoticeRow key={notice.place} notice={notice} />
        ))}
      </ol>
    </>
  );
}

/** What happened, and when; and how to mute its kind. */
function NoticeRow({ notice: { kind, event, item, at, read, summary } }: { readonly notice: Schemas['Notice'] }) {
  const muting = useMuting();
  return (
    <li>
      <span className={`dot ${read ? '' : 'info'}`}>
        <Icon name={read ? 'open' : 'part'} />
      </span>
      <div>
        {read ? null : <span className="vh">{m.isNew()} </span>}
        <ItemLink id={item}>{summary}</ItemLink>
        {event === 'BankAccountRetired' ? (
          <Suspense fallback={null}>
            <ToldAccount id={item} />
          </Suspense>
        ) : null}
      </div>
      <time className="amt" dateTime={at}>
        {timeText(at)}
      </time>
      <details className="more">
        <summary aria-label={m.mute()}>…</summary>
        <button className="btn small" type="button" aria-disabled={muting.isPending} onClick={() => muting.add({ kind })}>
          {m.muteKind({ kind })}
        </button>
      </details>
    </li>
  );
}

/** Muted notices, and how to unmute them. */
function Muted() {
  const { kinds, projects, names, isPending, error, drop } = useMuting();
  if (kinds.length + projects.length === 0) return null;
  return (
    <section className="part" aria-labelledby="h-muted">
      <h2 id="h-muted">{m.muted()}</h2>
      {error ? <Refused error={error} /> : null}
      <ul className="row">
        {kinds.map((kind) => (
          <li key={kind}>
            <button className="btn small" type="button" aria-disabled={isPending} onClick={() => drop({ kind })}>
              {m.tellAgain({ what: m.kind({ kind }) })}
            </button>
          </li>
        ))}
        {projects.map((project) => (
          <li key={project}>
            <button className="btn small" type="button" aria-disabled={isPending} onClick={() => drop({ project })}>
              {m.tellAgain({ what: names[project]?.text ?? shortId(project) })}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

type Kind = Schemas['Notice']['kind'];
type Of = { readonly kind?: Kind; readonly project?: string };

/** Mutes and unmutes kinds and projects. */
function useMuting() {
  const { data: settings } = useQuery(settingsQuery);
  const { mutate, isPending, error } = useOwn('muteNotices');
  const change = (kinds: readonly Kind[], projects: readonly string[]): void => {
    if (settings && !isPending) mutate({ body: { kinds: [...new Set(kinds)], projects: [...new Set(projects)] } });
  };
  const { mutedKinds: kinds = [], mutedProjects: projects = [], names = {} } = settings ?? {};
  return {
    kinds,
    projects,
    names,
    isPending,
    error,
    add: ({ kind, project }: Of) => change(kind ? [...kinds, kind] : kinds, project ? [...projects, project] : projects),
    drop: (of: Of) =>
      change(
        kinds.filter((kind) => kind !== of.kind),
        projects.filter((project) => project !== of.project),
      ),
  };
}
