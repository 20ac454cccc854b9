import type { Prepare } from '@junkan/kit/views/statements.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import { instantOf } from '../settings/place.ts';
import type { State } from '../settings/settings.ts';
import { type Happened, roleOf } from './row.ts';

/** Rows that are read for one page, at most: muted notices and those of another role are skipped. */
const MAX_LOOKED_AT = 2_000;
const AT_ONCE = 200;
/** Unread notices are counted up to here. */
const MAX_COUNTED = 99;

/** A result of a person's search: it is not a row, and is sorted among the rows by its place. */
export type Matched = Happened & { readonly data: string };
type Asked = { readonly actor: Actor; readonly settings: State; readonly matched: readonly Matched[] };
type Notice = Happened & { readonly at: string; readonly data: string; readonly isRead: boolean };

/** Behind every place. */
const END = '~';
const NEWEST_FIRST = `
  SELECT place, roles, happened, data FROM notice WHERE organisation = ? AND place < ? AND place > ? ORDER BY place DESC LIMIT ?`;

type Page = { readonly unread: boolean; readonly limit: number; readonly cursor: string };
type TellsOf = { readonly notices: readonly Notice[]; readonly next: string };

/** A person's notices, the newest first, after a place, with the place after which the next page begins; '' = there is none. */
export function noticesOf(prepare: Prepare, asked: Asked, page: Page): TellsOf {
  const rows = rowsOf(prepare, asked, page);
  const { settings, matched } = asked;
  const [from, before] = [page.unread ? settings.readTo : '', page.cursor === '' ? END : page.cursor];
  // If more rows follow, results after them belong to a later page.
  const isHere = ({ place }: Happened): boolean => place > from && place < before && (rows.next === '' || place > rows.next);
  const found = matched.filter((each) => isHere(each) && !isMuted(each, settings)).map((each) => shown(each, each.data, settings));
  const all = [...rows.notices, ...found].sort((one, other) => (one.place < other.place ? 1 : -1));
  const notices = all.slice(0, page.limit);
  return { notices, next: all.length > page.limit ? (notices.at(-1)?.place ?? '') : rows.next };
}

function rowsOf(prepare: Prepare, { actor, settings }: Asked, { unread, limit, cursor }: Page): TellsOf {
  const notices: Notice[] = [];
  const from = unread ? settings.readTo : '';
  let before = cursor === '' ? END : cursor;
  for (let looked = 0; looked < MAX_LOOKED_AT; looked += AT_ONCE) {
    const found = prepare(NEWEST_FIRST).all(actor.organisation, before, from, AT_ONCE);
    for (const row of found) {
      before = String(row['place']);
      const notice = noticeFor(row, actor, settings);
      if (notice) notices.push(notice);
      if (notices.length === limit) return { notices, next: before };
    }
    if (found.length < AT_ONCE) return { notices, next: '' };
  }
  return { notices, next: before };
}

/** How many were not read. */
export function unreadOf(prepare: Prepare, asked: Asked): { readonly count: number; readonly more: boolean } {
  const { notices, next } = noticesOf(prepare, asked, { unread: true, limit: MAX_COUNTED + 1, cursor: '' });
  return { count: Math.min(notices.length, MAX_COUNTED), more: notices.length > MAX_COUNTED || next !== '' };
}

const isMuted = ({ kind, project }: Happened, { mutedKinds, mutedProjects }: State): boolean =>
  mutedKinds.includes(kind) || mutedProjects.includes(project);
const shown = (what: Happened, data: string, { readTo }: State): Notice => ({
  ...what,
  at: instantOf(what.place) ?? '',
  data,
  isRead: what.place <= readTo,
});

function noticeFor(row: Record<string, unknown>, actor: Actor, settings: State): Notice | undefined {
  const roles = JSON.parse(String(row['roles'])) as readonly string[];
  const what = JSON.parse(String(row['happened'])) as Happened;
  const held: readonly string[] = [...actor.roles, roleOf(actor.person)];
  const isTheirs = roles.length === 0 || roles.some((role) => held.includes(role));
  if (!isTheirs || what.actor === actor.person || isMuted(what, settings)) return undefined;
  return shown(what, String(row['data']), settings);
}
