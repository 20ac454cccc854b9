import { actsOf } from '@junkan/kit/pure/acts.ts';
import type { Instant } from '@junkan/kit/pure/dates.ts';
import { SECRETARIAT } from '@junkan/proto/actor.ts';
import { type Command, decide, type Registered, type Rejection } from './proposer.ts';

/** `now`: when it would be done. */
type ProposerFacts = { readonly now: Instant };
type Force = Registered & { readonly id: string };
const { acts, whole } = actsOf<{ force: Force; command: Command; rejection: Rejection; facts: ProposerFacts }>();

/** What is done to the details of a city or agency, by the proposal that was made last. */
export const proposerActs = acts({
  decide,
  hiding: ['ProposerIsUnknown'],
  acts: [
    whole(({ id: proposer, name, countries, changes }, { now }) => {
      const decided = { proposer, proposal: changes.length, now };
      return {
        // No rule objects to another name.
        proposeProposerChange: { type: 'ProposeProposerChange', proposer, name: `${name}…`, countries, now },
        confirmProposerChange: { type: 'ConfirmProposerChange', ...decided },
        refuseProposerChange: { type: 'RefuseProposerChange', ...decided },
      };
    }).waiting(({ changes }) => [
      {
        kind: 'change-to-confirm',
        asks: 'refuseProposerChange',
        ends: ['confirmProposerChange', 'refuseProposerChange'],
        bars: 'confirmProposerChange',
        against: [changes.at(-1)?.proposedBy ?? ''],
        silence: 'nothing',
      },
    ]),
  ],
  organisations: () => [SECRETARIAT],
  readers: ({ id }) => [id],
  alone: (_, now) => ({ now }),
});
