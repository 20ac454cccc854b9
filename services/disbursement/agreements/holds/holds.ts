import type { InForce } from '../agreement-state.ts';
import { corruptHistory } from '../corrupt-history.ts';
import { on, part } from '../parts.ts';
import { lineIn } from '../payments/of-statement.ts';
import { isOver, type Payment } from '../payments/payment.ts';
import { dutiesBefore } from '../payments/payment-duties.ts';
import { isPaying } from '../payments/payment-gate.ts';
import { isPaidUp, OF_ALL_TRANCHES, sponsorsHeld } from '../retention/retention.ts';
import { type Holds, isOnPart, type Part } from './hold.ts';
import { decideHold } from './hold-decide.ts';

const NOT_RELEASED = { status: 'standing', releaseReason: '', releaseNote: '', releasedBy: '', releasedAt: '' } as const;

/** One person holds the money of a part; another releases it. */
export const holds = part<Holds>()({
  initial: [],
  decide: { HoldPayment: decideHold, ReleaseHold: decideHold, EndHolds: decideHold },
  evolve: {
    PaymentHeld: (before, { type: _, hold: number, at: heldAt, by: heldBy, statement = '', statementEntry = 0, ...held }) => [
      ...before,
      { number, ...held, statement, statementEntry, heldAt, heldBy, ...NOT_RELEASED },
    ],
    HoldReleased: (before, event) => {
      const { hold: number, reason: releaseReason, note: releaseNote, at: releasedAt, by: releasedBy } = event;
      const held = before[number - 1];
      if (held?.status !== 'standing') throw corruptHistory(event, held?.status ?? 'never held');
      return before.with(number - 1, { ...held, status: 'released', releaseReason, releaseNote, releasedBy, releasedAt });
    },
  },
  message: (own) => ({ holds: own.map(({ milestone: _, ...hold }) => hold) }),
  acts: [
    on(holdable, named, (of, { now }) => ({
      holdPayment: { type: 'HoldPayment', ...of, milestone: '', reason: 'other', releaseDays: 0, now },
    })),
    on(
      ({ holds: all }) => all,
      ({ number: hold }) => ({ hold }),
      ({ number: hold, ...held }, { now, isUndecided }) => {
        const line = lineIn(held);
        const undecided = line && isUndecided(line) ? line : undefined;
        return { releaseHold: { type: 'ReleaseHold', hold, reason: 'cleared', undecided, now } };
      },
    ).waiting((hold, agreement) => {
      const cell = agreement.cells.find((each) => isOnPart(each, hold));
      const orders = ordersOn(hold, agreement);
      // A hold on what was paid meanwhile, or is no longer owed, waits for nobody.
      const isDone = cell ? isPaidUp(agreement, cell) : orders.some(({ status }) => status === 'settled');
      if (isDone || hold.status === 'released' || agreement.status === 'ended') return [];
      const open = orders.filter((order) => !isOver(order));
      return [
        {
          kind: 'hold-to-release',
          ends: ['releaseHold'],
          despite: ['LineIsUndecided'],
          due: hold.releaseDue,
          amount: cell?.amount ?? open[0]?.amount,
          silence: cell && isPaying(agreement) ? 'reminder' : 'nothing',
          against: [hold.heldBy, ...open.flatMap((order) => [...dutiesBefore(order).map(([, person]) => person), order.requestedBy])],
        },
      ];
    }),
  ],
});

/** The parts of tranches that have money in them, and what is retained of each sponsor. */
function holdable(state: InForce): Part[] {
  return [
    ...state.cells.filter(({ amount }) => amount.amount > 0n).map(({ tranche, sponsor }) => ({ tranche, sponsor })),
    ...sponsorsHeld(state).map((sponsor) => ({ tranche: OF_ALL_TRANCHES, sponsor })),
  ];
}

/** What was retained of all tranches is of none. */
function named({ tranche, sponsor }: Part) {
  return tranche === OF_ALL_TRANCHES ? { sponsor } : { tranche, sponsor };
}

function ordersOn(part: Part, { payments }: InForce): Payment[] {
  return [...payments.values()].filter((order) => isOnPart(order, part));
}
