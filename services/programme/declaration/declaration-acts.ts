import { actsOf } from '@junkan/kit/pure/acts.ts';
import type { Instant } from '@junkan/kit/pure/dates.ts';
import { SECRETARIAT } from '@junkan/proto/actor.ts';
import { type Command, decide, draftOf, type Existing, type Rejection } from './declaration.ts';

export type DeclarationFacts = { readonly now: Instant };
const { acts, whole } = actsOf<{ force: Existing; command: Command; rejection: Rejection; facts: DeclarationFacts }>();

/** What is done to a declaration. */
export const declarationActs = acts({
  decide,
  hiding: ['DeclarationIsUnknown'],
  acts: [
    whole((state, { now }) => {
      const number = draftOf(state)?.number ?? 0;
      const [version] = state.versions;
      const said = version ? { text: version.text } : {};
      return {
        // What it says is never in the way of who may write it.
        draftVersion: { type: 'DraftVersion', ...said, now },
        withdrawDeclaration: { type: 'WithdrawDeclaration', now },
        publishDeclaration: { type: 'PublishDeclaration', number, texts: [], now },
        discardDraft: { type: 'DiscardDraft', number, now },
      };
    }).waiting((state) => [
      {
        kind: 'declaration-draft',
        ends: ['publishDeclaration', 'discardDraft'],
        against: [draftOf(state)?.draftedBy ?? ''],
        silence: 'nothing',
      },
    ]),
  ],
  organisations: () => [SECRETARIAT],
  alone: (_, now) => ({ now }),
});
