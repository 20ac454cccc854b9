import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { notifications } from '#messages';
import * as m from '#messages/account';
import { Newer } from '../../acts/Newer.tsx';
import { Refused } from '../../acts/Refused.tsx';
import type { Schemas } from '../../api/client.ts';
import { noticesQuery, useOwn } from '../../api/own.ts';
import { dayOfMoment } from '../../parts/locale.ts';
import { Muted } from './muted.tsx';
import { NoticeRow } from './notice.tsx';

const route = getRouteApi('/members/notifications');

/** What has happened that concerns whoever looks, the newest first, day by day. */
export function Notifications() {
  const { unread: isUnread = false } = route.useSearch();
  return (
    <>
      <title>{`${notifications()} · Junkan`}</title>
      <div className="head">
        <div>
          <h1>{notifications()}</h1>
        </div>
      </div>
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
          <ol className="trail">
            {all.map((notice) => (
              <NoticeRow key={notice.place} notice={notice} names={names} />
            ))}
          </ol>
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
