import type { Actor } from '@junkan/kit/pure/actor.ts';
import type { Prepare } from '@junkan/kit/views/statements.ts';
import { instantOf } from '../domain/place.ts';
import type { State } from '../domain/settings.ts';
import type { Happened } from './row.ts';

/** Rows that are looked at for one page, at most: of what is muted or another role's nothing is told. */
const MAX_LOOKED_AT = 2_000;
const AT_ONCE = 200;
/** Unread notices are counted up to here. */
const MAX_COUNTED = 99;

type Asked = { readonly actor: Actor; readonly settings: State };
export type Told = Happened & { readonly at: string; readonly data: string; readonly isRead: boolean };

/** Behind every place. */
const END = '~';
const NEWEST_FIRST = `
  SELECT place, roles, happened, data FROM notice WHERE organisation = ? AND place < ? AND place > ? ORDER BY place DESC LIMIT ?`;

/** What a person is told, the newest first, behind a place, with the place behind which the next page begins; '' = there is none. */
export function noticesOf(
  prepare: Prepare,
  { actor, settings }: Asked,
  { unread, limit, cursor }: { readonly unread: boolean; readonly limit: number; readonly cursor: string },
): { readonly notices: readonly Told[]; readonly next: string } {
  const notices: Told[] = [];
  const from = unread ? settings.readTo : '';
  let before = cursor === '' ? END : cursor;
  for (let looked = 0; looked < MAX_LOOKED_AT; looked += AT_ONCE) {
    const found = prepare(NEWEST_FIRST).all(actor.organisation, before, from, AT_ONCE);
    for (const row of found) {
      before = String(row['place']);
      const told = toldTo(row, actor, settings);
      if (told) notices.push(told);
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

function toldTo(row: Record<string, unknown>, actor: Actor, { mutedKinds, mutedProjects, readTo }: State): Told | undefined {
  const roles = JSON.parse(String(row['roles'])) as readonly string[];
  const what = JSON.parse(String(row['happened'])) as Happened;
  const isTheirs = roles.length === 0 || roles.some((role) => actor.roles.some((held) => held === role));
  if (!isTheirs || what.actor === actor.person || mutedKinds.includes(what.kind) || mutedProjects.includes(what.project)) return undefined;
  return { ...what, at: instantOf(what.place) ?? '', data: String(row['data']), isRead: what.place <= readTo };
}
