import type { Instant } from '../pure/dates.ts';
import type { Decider } from '../pure/decision.ts';
import type { Wait } from '../pure/waits.ts';
import type { EventCodec } from './codec.ts';

/** A state with the version of its stream that it was folded from. */
export type Folded<State> = { readonly state: State; readonly version: number };

/** How a stream of one kind is read. */
export type Folding<State, Event> = Pick<Decider<State, never, Event, never>, 'aggregate' | 'foldVersion' | 'initial' | 'evolve'> & {
  readonly codec: EventCodec<Event>;
};

/** A fold that another service may use, with the item as its owner answers it. */
export type PublishedFold<State, Event, Message> = Folding<State, Event> & {
  /** Nothing before the event that begins the stream. Words that can be erased are references. */
  readonly messageOf: (id: string, folded: Folded<State>) => Message | undefined;
  /** Whom the item waits for, if its owner declares it. `at`: since when. */
  readonly waitsOf?: (id: string, state: State, at: Instant) => Wait[];
  /** The item as proto3 JSON. */
  readonly toJson: (message: Message) => unknown;
};
