import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import * as m from '#messages';
import { keys } from '../api/keys.ts';
import { unreadQuery } from '../api/own.ts';
import { useSession } from '../api/session.ts';
import { Icon } from '../parts/Icon.tsx';

/** Notices follow what happens by moments. */
const AFTER_MS = 1_500;

/** Leads to what whoever is signed in is told, with how much of it was not read. */
export function Bell() {
  const queries = useQueryClient();
  const told = useSession()?.unread;
  const { data: unread } = useQuery({ ...unreadQuery, ...(told ? { initialData: told } : {}) });
  const { data: news = [] } = useQuery<readonly number[]>({ queryKey: keys.newer, enabled: false, queryFn: () => [] });
  const newest = news.at(-1);
  useEffect(() => {
    if (newest === undefined) return undefined;
    const timer = setTimeout(() => void queries.invalidateQueries({ queryKey: keys.own('unread') }), AFTER_MS);
    return () => clearTimeout(timer);
  }, [newest, queries]);
  const count = unread?.count ?? 0;
  return (
    <Link className="tool" to="/notifications">
      <Icon name="bell" size={18} />
      <span className="vh">{m.notifications()}</span>
      {count > 0 ? (
        <span className="count">
          <span className="vh">, </span>
          {unread?.more ? m.countMore({ count }) : count}
          <span className="vh"> {m.unread()}</span>
        </span>
      ) : null}
    </Link>
  );
}
