import { daysAfter, type Instant } from '@junkan/kit/pure/dates.ts';
import { act, end, type Next, type Notice, notify, type Planned, rest } from './next.ts';
import type { StatusOf } from './statuses.ts';
import type { Whole } from './whole.ts';

export type DueRung = { readonly obligation: string; readonly rung: string; readonly days: number; readonly due: string };
export type PendingTurn = { readonly obligation: string; readonly fact: string; readonly at: Instant; readonly source: string };

/** What the programme says of a signatory: the steps that have come, and when the next one does. */
export type SignatoryView = {
  readonly now: Instant;
  readonly status: StatusOf<'signatory'>;
  readonly attempt: number;
  readonly since: Instant;
  readonly due: readonly DueRung[];
  readonly turns: readonly PendingTurn[];
  readonly next: Instant | '';
  /** The version of the declaration that it is to be asked to affirm; 0 or absent: none. */
  readonly affirm?: number;
};
export type WholeSignatoryView = Whole<SignatoryView>;
export type SignatoryStep =
  | Notice
  | { readonly do: 'AskToAffirm'; readonly version: number }
  | ({ readonly do: 'ReachRung' } & DueRung)
  | ({ readonly do: 'ChangeTurn' } & PendingTurn);

/** How long the secretariat takes on the way in, before the approver is reminded. */
const JOINING = {
  interested: { matter: 'interest', days: 7 },
  signed: { matter: 'signature-check', days: 14 },
  checked: { matter: 'admission', days: 7 },
};

/**
 * From the first that is heard of a city to the end of its signature, for years: what was handed in is reported to the ladder before the steps of the day are. A
 * notice and a suspension are no steps: persons decide on them.
 */
export function nextOfSignatory(attempt: number, view: SignatoryView, sent: ReadonlySet<string>): Next<SignatoryStep> {
  const { status, now, due, turns, next, affirm = 0 } = view;
  if (view.attempt !== attempt) return end();
  switch (status) {
    case 'interested':
    case 'signed':
    case 'checked':
      return notify<SignatoryStep>(now, sent, [reminderOf(view, JOINING[status])]);
    case 'invited':
    case 'council-decided':
      return rest();
    case 'active':
    case 'suspended': {
      const [turn] = turns;
      if (turn) return act<SignatoryStep>({ do: 'ChangeTurn', ...turn });
      if (affirm > 0) return act<SignatoryStep>({ do: 'AskToAffirm', version: affirm });
      return due.length > 0 ? act<SignatoryStep>(...due.map((rung) => ({ do: 'ReachRung', ...rung }) as const)) : rest(next);
    }
    case 'declined':
    case 'stopped':
    case 'withdrawn':
    case 'lapsed':
      return end();
    case 'unrecognised':
      return rest();
  }
}

const reminderOf = ({ since }: SignatoryView, { matter, days }: { readonly matter: string; readonly days: number }): Planned => ({
  at: daysAfter(since, days),
  notice: { do: 'RemindOf', matter, occurrence: since, role: 'secretariat.approver', organisation: 'secretariat' },
});
