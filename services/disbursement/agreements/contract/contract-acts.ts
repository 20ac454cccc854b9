import { unfundedPartsOf } from '@junkan/kit/finance/shares.ts';
import { type Money, total } from '@junkan/kit/pure/money.ts';
import type { Attempts } from '@junkan/kit/pure/permissions.ts';
import type { WaitFor } from '@junkan/kit/pure/waits.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import type { Command } from '../agreement-faces.ts';
import type { AgreementFacts } from '../agreement-facts.ts';
import type { Existing } from '../agreement-state.ts';
import type { Agreement } from '../parts.ts';
import { partiesOf } from '../readers.ts';
import { currencyOf, type Share } from './terms.ts';

/** What each party does with a draft. */
export function onContract({ contentHash }: Existing, { agreement, now, preparedBy }: AgreementFacts, party: Actor['organisation']) {
  return {
    signAgreement: { type: 'SignAgreement', agreement, party, contentHash, preparedBy, now },
    declineSignature: { type: 'DeclineSignature', party },
  } as const satisfies Attempts<Command>;
}

/** What a sponsor binds itself to: its money, or where it gives none, what it guarantees or gives in kind. */
const boundBy = (share: Share | undefined): Money | undefined =>
  share && share.amount.amount === 0n
    ? total(
        unfundedPartsOf(share).map(({ amount }) => amount),
        share.amount.currency,
      )
    : share?.amount;

/** A draft waits for the signature of each party. */
export function contractWaits(state: Existing): WaitFor<Agreement>[] {
  if (state.status !== 'draft') return [];
  const { proposer, shares, signatures, signingDue: due } = state;
  const all = total(
    shares.map(({ amount }) => amount),
    currencyOf(state),
  );
  return partiesOf(state).map((party) => ({
    kind: 'signature',
    of: {},
    as: (facts) => onContract(state, facts, party),
    ends: ['signAgreement', 'declineSignature'],
    due,
    amount: party === proposer ? all : boundBy(shares.find(({ sponsor }) => sponsor === party)),
    against: signatures.map(({ by }) => by),
    silence: 'escalates',
  }));
}
