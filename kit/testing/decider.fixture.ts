import { expect } from 'vitest';
import type { Decider } from '../pure/decision.ts';

type Named = { readonly type: string };
/** What an accepted command did. */
type Step<State, Command, Event> = {
  readonly command: Command;
  readonly before: State;
  readonly state: State;
  readonly events: readonly Event[];
};
type Walking<State, Command, Event> = {
  readonly from?: State;
  readonly each?: (step: Step<State, Command, Event>) => void;
  /** What it is to be asked for again. */
  readonly again?: (command: Command, state: State) => void;
};

export const nothing = { ok: true, events: [] };

/** A decider in the hands of its unit tests. */
export function driven<State, Command extends Named, Event extends Named>({
  decide,
  evolve,
  initial,
}: Pick<Decider<State, Command, Event, Named>, 'decide' | 'evolve' | 'initial'>) {
  /** What happens by a command that must be accepted. */
  const eventsOf = (command: Command, state: State): readonly Event[] => {
    const decision = decide(command, state);
    if (!decision.ok) throw new Error(`${command.type} is refused: ${decision.rejection.type}`);
    return decision.events;
  };
  const given = (...events: readonly Event[]): State => events.reduce(evolve, initial);
  /** What a state becomes by commands that must all be accepted. */
  const acceptedOn = (state: State, ...commands: readonly Command[]): State =>
    commands.reduce((before, command) => eventsOf(command, before).reduce(evolve, before), state);
  /** The events of an accepted command, or why it is refused. */
  const answerTo = (command: Command, state: State) => {
    const decision = decide(command, state);
    return decision.ok ? decision.events : decision.rejection;
  };
  /**
   * Carries out what is accepted of the commands, each of them twice: the second time nothing changes.
   * @returns what happened.
   */
  const walk = (
    commands: readonly Command[],
    { from = initial, each, again = (command, state) => expect(decide(command, state)).toEqual(nothing) }: Walking<State, Command, Event>,
  ): readonly Event[] => {
    let state = from;
    return commands.flatMap((command) => {
      const decision = decide(command, state);
      if (!decision.ok) return [];
      const before = state;
      state = decision.events.reduce(evolve, before);
      again(command, state);
      each?.({ command, before, state, events: decision.events });
      return decision.events;
    });
  };
  return { eventsOf, given, acceptedOn, answerTo, walk };
}
