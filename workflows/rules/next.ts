import type { Instant } from '@junkan/kit/pure/dates.ts';

/** What a workflow does next: steps to take now, or when to observe again ('' = only when woken), or that it has ended. */
export type Next<Step> = { readonly steps: readonly Step[]; readonly wakeAt: Instant | ''; readonly ended: boolean };

export const act = <Step>(...steps: readonly Step[]): Next<Step> => ({ steps, wakeAt: '', ended: false });
export const rest = <Step>(wakeAt: Instant | '' = ''): Next<Step> => ({ steps: [], wakeAt, ended: false });
export const end = <Step>(): Next<Step> => ({ steps: [], wakeAt: '', ended: true });

/** A reminder or an escalation, which is sent once for each occurrence of its matter. */
export type Notice = {
  readonly do: 'RemindOf' | 'EscalateTo';
  readonly matter: string;
  readonly occurrence: string;
  readonly role: string;
  readonly organisation: string;
};
export type Planned = { readonly at: Instant; readonly notice: Notice };

/** Two organisations with one role are two notices. */
export const noticeKey = ({ do: what, matter, occurrence, role, organisation }: Notice): string =>
  [what, matter, occurrence, role, organisation].join('/');

/** The notices that are due, or idle until the next one (or until `otherwise`, if that is earlier). */
export function notify<Step>(
  now: Instant,
  sent: ReadonlySet<string>,
  planned: readonly Planned[],
  otherwise: Instant | '' = '',
): Next<Step | Notice> {
  const waiting = planned.filter(({ notice }) => !sent.has(noticeKey(notice)));
  const come = waiting.filter(({ at }) => at <= now);
  if (come.length > 0) return act(...come.map(({ notice }) => notice));
  const moments = [...waiting.map(({ at }) => at), otherwise].filter((at) => at !== '').sort();
  return rest(moments[0] ?? '');
}
