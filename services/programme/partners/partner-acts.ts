import { actsOf } from '@junkan/kit/pure/acts.ts';
import type { Instant } from '@junkan/kit/pure/dates.ts';
import { type Command, decide, type Existing, type Rejection } from './partner.ts';

export type PartnerFacts = { readonly now: Instant };
const { acts, whole } = actsOf<{ force: Existing; command: Command; rejection: Rejection; facts: PartnerFacts }>();

/** What is done to a partner organisation. */
export const partnerActs = acts({
  decide,
  hiding: ['PartnerIsUnknown'],
  acts: [
    whole((_, { now }) => ({
      namePartnerContact: { type: 'NamePartnerContact', contact: ' - ', now },
      closePartner: { type: 'ClosePartner', now },
    })),
  ],
});
