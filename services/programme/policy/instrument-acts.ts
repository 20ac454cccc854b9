import { actsOf } from '@junkan/kit/pure/acts.ts';
import type { Instant } from '@junkan/kit/pure/dates.ts';
import { type Command, decide, type Existing, newest, type Rejection } from './instrument.ts';

export type InstrumentFacts = { readonly now: Instant };
const { acts, whole } = actsOf<{ force: Existing; command: Command; rejection: Rejection; facts: InstrumentFacts }>();

/** What is done to an entry of the library. */
export const instrumentActs = acts({
  decide,
  hiding: ['PolicyInstrumentIsUnknown'],
  acts: [
    whole((state, { now }) => {
      const content = state.draft?.content ?? newest(state)?.content;
      if (!content) throw new Error('an entry has neither a draft nor a version');
      return {
        reviseInstrument: {
          type: 'ReviseInstrument',
          content: { ...content, costs: `${content.costs}.` },
          hash: '-',
          typeIsKnown: true,
          unknownCodes: [],
          unknownEvidence: [],
          cityIs: 'city',
          now,
        },
        publishInstrument: { type: 'PublishInstrument', now },
        supersedeInstrument: { type: 'SupersedeInstrument', successor: '', isSuccessorThere: false, now },
      };
    }),
  ],
});
