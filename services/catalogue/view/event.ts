import type { ViewEvent } from '@junkan/kit/views/view.ts';

type Messages = Readonly<Record<string, { fromJSON(object: unknown): object }>>;

/** One of the events whose messages these are, with the fields of its message. */
export type EventOf<Of extends Messages> = {
  [Type in keyof Of & string]: { readonly type: Type } & ReturnType<Of[Type]['fromJSON']>;
}[keyof Of & string];

/** @throws for a type that is not among these messages: a newer writer, or a broken feed. */
export function decoded<Of extends Messages>(messages: Of, { type, data, stream, version }: ViewEvent): EventOf<Of> {
  const message = Object.hasOwn(messages, type) ? messages[type] : undefined;
  if (!message) throw new Error(`${type} (${stream}@${version}) is unknown to the catalogue`);
  return { type, ...message.fromJSON(data) } as EventOf<Of>;
}

/** @throws where the first event of a stream is not the one that begins it. */
export function begun<State>(state: State | undefined, { type, stream, version }: ViewEvent): State {
  if (state === undefined) throw new Error(`${type} (${stream}@${version}) came before the event that begins its stream`);
  return state;
}

export const added = (all: readonly string[], one: string): readonly string[] => (all.includes(one) ? all : [...all, one]);

type Matter = { readonly matter: string; readonly role: string; readonly organisation: string; readonly occurrence: string };

/** A reminder or an escalation, as items list it. */
export const reminderOf = (kind: 'RemindOf' | 'EscalateTo', { matter, occurrence, role, organisation }: Matter): string =>
  [kind, matter, occurrence, role, organisation].join('/');
