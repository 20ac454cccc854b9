import type { AgreementEvent } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import { party } from './spoken.ts';

const TYPES = ['PaymentHeld', 'HoldReleased'] as const;
type Of = Extract<AgreementEvent, { readonly type: (typeof TYPES)[number] }>;
type Sentences = { readonly [Type in Of['type']]: (data: Extract<Of, { readonly type: Type }>['data']) => string };

/** Money that goes no further until somebody else lets it. */
export const HOLDS: Sentences = {
  PaymentHeld: ({ hold, tranche, sponsor, reason }) =>
    `${tranche === 0 ? `What was retained of ${party(sponsor)}` : `The part of ${party(sponsor)} in tranche ${tranche}`} is on hold: ${reason} (hold ${hold}).`,
  HoldReleased: ({ hold, reason }) => `Hold ${hold} was released: ${reason}.`,
};
