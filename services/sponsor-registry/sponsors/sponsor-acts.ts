import { actsOf } from '@junkan/kit/pure/acts.ts';
import type { Instant } from '@junkan/kit/pure/dates.ts';
import { SECRETARIAT } from '@junkan/proto/actor.ts';
import { type Command, decide, type Registered, type Rejection } from './sponsor.ts';

/** `now`: when it would be done. */
type SponsorFacts = { readonly now: Instant };
type Force = Registered & { readonly id: string };
const { acts, whole } = actsOf<{ force: Force; command: Command; rejection: Rejection; facts: SponsorFacts }>();

/** What is done to the details of a sponsor, by the proposal that was made last. */
export const sponsorActs = acts({
  decide,
  hiding: ['SponsorIsUnknown'],
  acts: [
    whole(({ id: sponsor, name, changes }, { now }) => {
      const decided = { sponsor, proposal: changes.length, now };
      return {
        // No rule objects to another name.
        proposeSponsorChange: { type: 'ProposeSponsorChange', sponsor, name: `${name}…`, now },
        confirmSponsorChange: { type: 'ConfirmSponsorChange', ...decided },
        refuseSponsorChange: { type: 'RefuseSponsorChange', ...decided },
      };
    }).waiting(({ changes }) => [
      {
        kind: 'change-to-confirm',
        asks: 'refuseSponsorChange',
        ends: ['confirmSponsorChange', 'refuseSponsorChange'],
        bars: 'confirmSponsorChange',
        against: [changes.at(-1)?.proposedBy ?? ''],
        silence: 'nothing',
      },
    ]),
  ],
  organisations: () => [SECRETARIAT],
  readers: ({ id }) => [id],
  alone: (_, now) => ({ now }),
});
