import { accept, alreadyApplied, type Decision, refuse } from '@junkan/kit/pure/decision.ts';
import { type Actor, type NotAllowed, notAllowed, type Role } from '@junkan/proto/actor.ts';
import type { MatterEscalated, ReminderSent } from '@junkan/proto/junkan/project/v1/facts.ts';

/** What waits for whom. `occurrence` distinguishes one waiting of this matter from the next. */
export type Matter = { readonly matter: string; readonly role: Role; readonly organisation: string; readonly occurrence: string };

export type Command = ({ type: 'RemindOf'; by: Actor } & Matter) | ({ type: 'EscalateTo'; by: Actor } & Matter);
export type Event = (ReminderSent & { role: Role }) | (MatterEscalated & { role: Role });

/** The reminders and escalations that a stream has recorded: `RemindOf/<matter>/<occurrence>/<role>/<organisation>`, or `EscalateTo/…`. */
export type Reminded = ReadonlySet<string>;
export const nothingReminded: Reminded = new Set();

/** For each occurrence of the matter each party is reminded once, and the matter is escalated once to each next role. */
export function decideReminding(command: Command, reminded: Reminded): Decision<Event, NotAllowed> {
  const refusal = notAllowed(command.by, ['system.workflow']);
  if (refusal) return refuse(refusal);
  const { matter, role, organisation, occurrence } = command;
  const event: Event = { type: command.type === 'RemindOf' ? 'ReminderSent' : 'MatterEscalated', matter, role, organisation, occurrence };
  return reminded.has(entryOf(event)) ? alreadyApplied : accept(event);
}

export const withReminder = (reminded: Reminded, event: Event): Reminded => new Set([...reminded, entryOf(event)]);

const entryOf = ({ type, matter, occurrence, role, organisation }: Event): string =>
  [type === 'ReminderSent' ? 'RemindOf' : 'EscalateTo', matter, occurrence, role, organisation].join('/');
