import type { Actor } from '@junkan/kit/pure/actor.ts';
import { dateOf, type Instant, plusCalendarDays } from '@junkan/kit/pure/dates.ts';
import { type Attempts, type BodiesFor, type Permission, permissions } from '@junkan/kit/pure/permissions.ts';
import { type Command, decide, type Open, type Rejection } from './envelope.ts';

/** `now`: when it would be done. */
export type EnvelopeFacts = { readonly now: Instant };

/** What an actor may do with the period of an envelope, by the proposal that was made last. */
export const envelopePermissions = (state: Open, facts: EnvelopeFacts, bodies: EnvelopeBodies, by: Actor): Permission<Rejection>[] =>
  permissions<Command, Rejection>({
    attempts: [{ as: attempts(state, facts) }],
    bodies,
    decide: (command) => decide(command, state),
    hiding: ['EnvelopeIsNotOpen'],
    by,
  });

/** What the bodies of its operations say. */
export type EnvelopeBodies = BodiesFor<Command, ReturnType<typeof attempts>>;

function attempts({ ends, periodStart, periodEnd }: Open, { now }: EnvelopeFacts) {
  const proposal = ends.length;
  // The day after every bound: no rule refuses that.
  const [last = ''] = [periodStart, periodEnd, dateOf(now)].toSorted().toReversed();
  return {
    proposeEnvelopeEnd: { type: 'ProposeEnvelopeEnd', periodEnd: plusCalendarDays(last, 1), now },
    confirmEnvelopeEnd: { type: 'ConfirmEnvelopeEnd', proposal, now },
    refuseEnvelopeEnd: { type: 'RefuseEnvelopeEnd', proposal, now },
  } as const satisfies Attempts<Command>;
}
