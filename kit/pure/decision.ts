/** What a decider answers: the events that the command causes, or the fact for which it is refused. */
export type Decision<Event, Rejection> = { ok: true; events: readonly Event[] } | { ok: false; rejection: Rejection };

/** The command asks for what is so already: accepted, with nothing to record. */
export const alreadyApplied: { ok: true; events: readonly never[] } = { ok: true, events: [] };

export const accept = <Event>(...events: readonly Event[]): { ok: true; events: readonly Event[] } => ({ ok: true, events });

export const refuse = <Rejection>(rejection: Rejection): { ok: false; rejection: Rejection } => ({ ok: false, rejection });

/** One kind of stream: how its state folds from events, and which events a command causes. `foldVersion` names what it folds to, for snapshots. */
export type Decider<State, Command, Event, Rejection> = {
  readonly aggregate: string;
  readonly foldVersion: string;
  readonly initial: State;
  readonly decide: (command: Command, state: State) => Decision<Event, Rejection>;
  readonly evolve: (state: State, event: Event) => State;
};
