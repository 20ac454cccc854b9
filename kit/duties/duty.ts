import type { CalendarDate } from '../pure/dates.ts';

// A duty: what one side owes another by a day, which reminders it gets before and after that day, and what may be decided where nothing comes.

/** A step of the ladder, by when it comes. `opens`: what a person may decide from then on. */
export type Rung<Name extends string, Act extends string> = { readonly name: Name; readonly opens?: Act } & (
  | {
      readonly by: 'days-before';
      /** Calendar days before the due day. */
      readonly days: number;
      /** Also where it is the turn of the other side. */
      readonly always?: true;
    }
  | {
      readonly by: 'turn';
      /** On the day after so many full days of its turn since the due day, and never before those of its kind above it in the table. */
      readonly days: number;
      /** Nor so soon after a return. */
      readonly daysSinceReturn?: number;
    }
  | {
      readonly by: 'turn-after-act';
      readonly days: number;
      readonly act: Act;
      /** Calendar days since the act. */
      readonly daysSinceAct: number;
    }
  | {
      readonly by: 'months-after-act';
      readonly act: Act;
      readonly months: number;
      readonly lessDays?: number;
    }
);

export type DutyPolicy<Name extends string, Act extends string> = {
  readonly rungs: readonly Rung<Name, Act>[];
  /** How many days the other side has for what was handed in, and the rung that comes on the day after the last of them. */
  readonly review?: { readonly days: number; readonly late: Name };
  /** The longest extension; 0 = there is none. */
  readonly extensionDays: number;
};

/** What happened, on a calendar date of who owes. `days` of an extension: from the due day on. */
export type DutyFact<Act extends string> =
  | { readonly type: 'submitted' | 'returned' | 'accepted'; readonly on: CalendarDate }
  | { readonly type: 'extended'; readonly on: CalendarDate; readonly days: number }
  | { readonly type: 'decided'; readonly on: CalendarDate; readonly act: Act };

export type Duty<Act extends string> = {
  readonly dueOn: CalendarDate;
  /** In the order in which they happened. */
  readonly facts: readonly DutyFact<Act>[];
};
