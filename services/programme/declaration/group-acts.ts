import { actsOf } from '@junkan/kit/pure/acts.ts';
import type { Instant } from '@junkan/kit/pure/dates.ts';
import { type Command, decide, type Existing, type Rejection } from './group.ts';

export type GroupFacts = { readonly now: Instant };
const { acts, whole } = actsOf<{ force: Existing; command: Command; rejection: Rejection; facts: GroupFacts }>();

/** What is done to a group. */
export const groupActs = acts({
  decide,
  hiding: ['GroupIsUnknown'],
  acts: [
    whole((_, { now }) => ({
      inviteToGroup: { type: 'InviteToGroup', signs: true, now },
      dissolveGroup: { type: 'DissolveGroup', now },
    })),
  ],
});
