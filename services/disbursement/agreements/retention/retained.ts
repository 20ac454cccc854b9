import { ROLES } from '@junkan/proto/junkan/disbursement/v1/roles.ts';
import { isInForce } from '../agreement-state.ts';
import { on, part } from '../parts.ts';
import { isOver } from '../payments/payment.ts';
import { dutiesBefore } from '../payments/payment-duties.ts';
import { isPaying, moneyGoesOn } from '../payments/payment-gate.ts';
import { heldOf, isPaidUp, isRelease, sponsorsHeld } from './retention.ts';
import type { GivenBack } from './retention-commands.ts';
import { decideRelease, lastRetained } from './retention-release.ts';

/** What is kept of each sponsor's payments until all is settled. */
export const givenBack = part<GivenBack>()({
  initial: [],
  decide: { RequestRelease: (command, state) => moneyGoesOn(ROLES.RequestRelease, command, state, decideRelease) },
  evolve: {},
  listens: {
    AgreementTerminated: (_, { retained }, agreement) => (retained === 'due' ? [] : agreement.shares.map(({ sponsor }) => sponsor)),
  },
  acts: [
    on(
      sponsorsHeld,
      (sponsor) => ({ sponsor }),
      (sponsor, { agreement, now, releaseOf }) => ({
        requestRelease: { type: 'RequestRelease', agreement, sponsor, payment: releaseOf(sponsor), now },
      }),
    ).waiting((sponsor, agreement) => {
      const isAsked = [...agreement.payments.values()].some((each) => each.sponsor === sponsor && isRelease(each) && !isOver(each));
      const last = lastRetained(agreement, sponsor);
      if (isAsked || !last || !isPaying(agreement)) return [];
      return [
        {
          kind: 'retention-to-release',
          ends: ['requestRelease'],
          despite: ['OutsideThePeriodOfTheBudget'],
          amount: heldOf(agreement, sponsor),
          pays: { tranche: 0, advance: 0, partPayment: 0 },
          against: dutiesBefore(last).map(([, person]) => person),
          silence: 'nothing',
        },
      ];
    }),
  ],
  message: (_, agreement) => ({
    retained: isInForce(agreement) ? sponsorsHeld(agreement).map((sponsor) => ({ sponsor, amount: heldOf(agreement, sponsor) })) : [],
    paidUp: isInForce(agreement) ? agreement.cells.filter((cell) => isPaidUp(agreement, cell)).map(({ payment }) => payment) : [],
  }),
});
