import { dateOf } from '@junkan/kit/pure/dates.ts';
import { NO_RULES } from '@junkan/kit/pure/limits.ts';
import { money, total } from '@junkan/kit/pure/money.ts';
import type { InForce } from '../agreement-state.ts';
import { currencyOf } from '../contract/terms.ts';
import { corruptHistory } from '../corrupt-history.ts';
import { rateOf } from '../exchange/bank-amount.ts';
import { ratesToTry } from '../exchange/candidate-rates.ts';
import { refundsOf } from '../exchange/exchange-of-refund.ts';
import { on, part } from '../parts.ts';
import { openPortions, pendingPortions, type Recovery, type Resolution, sumsOf, undoneIn } from './recovery.ts';
import type { Recoveries, RecoveryEvent } from './recovery-commands.ts';
import { decideRecovery } from './recovery-decide.ts';

const UNDECIDED = { decidedBy: '', decidedAt: '', reason: '' } as const;

/** Money that was paid and has to come back. */
export const recoveries = part<Recoveries>()({
  initial: [],
  decide: {
    ClaimRecovery: decideRecovery,
    AnswerRecovery: decideRecovery,
    ApproveRecovery: decideRecovery,
    RefuseRecovery: decideRecovery,
    ReportRefund: decideRecovery,
    ProposeResolution: decideRecovery,
    ProposeWriteOff: decideRecovery,
    ConfirmResolution: decideRecovery,
    RefuseResolution: decideRecovery,
    WithdrawRefund: decideRecovery,
    BookExchangeOfRefund: decideRecovery,
  },
  evolve: {
    RecoveryClaimed: (before, { type: _, recovery: number, by: claimedBy, at: claimedAt, advances = [], ...claimed }) => [
      ...before,
      {
        number,
        status: 'claimed',
        ...claimed,
        claimedBy,
        claimedAt,
        answer: '',
        answeredBy: '',
        answeredAt: '',
        ...UNDECIDED,
        resolutions: [],
        advances,
      },
    ],
    RecoveryAnswered: (before, { recovery, note: answer, by: answeredBy, at: answeredAt }) =>
      changed(before, recovery, () => ({ answer, answeredBy, answeredAt })),
    RecoveryApproved: (before, { recovery, by: decidedBy, at: decidedAt }) =>
      changed(before, recovery, () => ({ status: 'pending', decidedBy, decidedAt })),
    RecoveryRefused: (before, { recovery, note: reason, by: decidedBy, at: decidedAt }) =>
      changed(before, recovery, () => ({ status: 'refused', decidedBy, decidedAt, reason })),
    ResolutionProposed: (
      before,
      {
        type: _,
        recovery,
        resolution: number,
        by: proposedBy,
        at: proposedAt,
        statement = '',
        statementEntry = 0,
        document = '',
        undoes = 0,
        ...proposed
      },
    ) =>
      changed(before, recovery, ({ resolutions }) => ({
        resolutions: [
          ...resolutions,
          {
            number,
            ...proposed,
            statement,
            statementEntry,
            document,
            undoes,
            proposedBy,
            proposedAt,
            status: 'proposed',
            firstApproval: undefined,
            ...UNDECIDED,
          },
        ],
      })),
    ResolutionConfirmedOnce: (before, event) => {
      const { limit, rules, measured, by, at } = event;
      return resolutionChanged(before, event, { firstApproval: { by, at, limit, rules, measured } });
    },
    ResolutionConfirmed: (before, event) => {
      const { recovery, by: decidedBy, at: decidedAt } = event;
      const { undoes = 0, note: reason = '' } = before[recovery - 1]?.resolutions[event.resolution - 1] ?? {};
      const confirmed = resolutionChanged(before, event, { status: 'confirmed', decidedBy, decidedAt });
      return changed(confirmed, recovery, ({ resolutions, ...each }) => {
        const standing = resolutions.map(
          (one): Resolution => (one.number === undoes ? { ...one, status: 'refused', decidedBy, decidedAt, reason } : one),
        );
        const isResolved = pendingPortions({ ...each, resolutions: standing }).every(({ amount }) => amount.amount === 0n);
        return { resolutions: standing, status: isResolved ? 'resolved' : 'pending' };
      });
    },
    ResolutionRefused: (before, event) =>
      resolutionChanged(before, event, { status: 'refused', decidedBy: event.by, decidedAt: event.at, reason: event.note }),
  },
  begins: (agreement, { now }) => ({
    claimRecovery: { type: 'ClaimRecovery', kind: 'unspent', tranche: 0, amount: least(agreement), answerDays: 0, now } as const,
  }),
  acts: [
    on(
      ({ recoveries: all }) => all,
      ({ number: recovery }) => ({ recovery }),
      ({ number: recovery }, { agreement, now }, state) => ({
        answerRecovery: { type: 'AnswerRecovery', recovery, now },
        approveRecovery: { type: 'ApproveRecovery', agreement, recovery, now },
        refuseRecovery: { type: 'RefuseRecovery', recovery, now },
        reportRefund: {
          type: 'ReportRefund',
          recovery,
          present: undefined,
          amount: least(state),
          // A reference that no bank would use, so that nothing else has it.
          bankReference: `NONE ${agreement.slice('agr_'.length)}`,
          valueDate: dateOf(now),
          ground: { document: '-', receivedBy: '' },
          now,
        },
        proposeResolution: { type: 'ProposeResolution', recovery, kind: 'justified', amount: least(state), now },
      }),
    ).waiting((recovery) => {
      const { status, amount, answerDue: due, answeredAt, claimedBy, answeredBy } = recovery;
      const isHeard = answeredAt !== '';
      switch (status) {
        case 'claimed':
          return [
            ...(isHeard
              ? []
              : [
                  {
                    kind: 'recovery-to-answer',
                    ends: ['answerRecovery'],
                    to: ['proposer.officer'],
                    amount,
                    due,
                    silence: 'decided-unheard',
                  } as const,
                ]),
            {
              kind: 'recovery-to-decide',
              asks: 'refuseRecovery',
              // Until the proposer is heard, or its time is over, it can only be refused.
              ends: isHeard ? ['approveRecovery', 'refuseRecovery'] : ['refuseRecovery'],
              amount,
              against: [claimedBy, answeredBy],
              silence: 'nothing',
            },
          ];
        case 'pending':
          return [
            {
              kind: 'recovery-to-resolve',
              ends: ['reportRefund'],
              despite: ['ValueDateIsBeforeTheClaim'],
              amount: openOf(recovery),
              silence: 'nothing',
            },
          ];
        case 'refused':
        case 'resolved':
          return [];
      }
    }),
    on(
      ({ recoveries: all }) => all.flatMap(({ number: recovery, portions }) => portions.map(({ sponsor }) => ({ recovery, sponsor }))),
      (of) => of,
      ({ recovery, sponsor }, { now }, state) => ({
        proposeWriteOff: { type: 'ProposeWriteOff', recovery, sponsor, amount: least(state), now },
      }),
    ),
    on(
      ({ recoveries: all }) => all.flatMap((recovery) => recovery.resolutions.map((resolution) => ({ recovery, resolution }))),
      ({ recovery, resolution }) => ({ recovery: recovery.number, resolution: resolution.number }),
      ({ recovery: { number: recovery }, resolution: { number: resolution, valueDate: on } }, { agreement, now, ratesOf }, state) => {
        const rates = ratesToTry(state, { of: { recovery, resolution }, on, ratesOf });
        return {
          bookExchangeOfRefund: { type: 'BookExchangeOfRefund', agreement, recovery, resolution, rates, now },
          confirmResolution: {
            type: 'ConfirmResolution',
            agreement,
            recovery,
            resolution,
            rules: NO_RULES,
            rates,
            unsaidBy: undefined,
            present: undefined,
            now,
          },
          refuseResolution: { type: 'RefuseResolution', recovery, resolution, now },
        };
      },
    ).waiting(({ recovery, resolution }, agreement) => {
      const { claimedBy, answeredBy } = recovery;
      const { amount, proposedBy, firstApproval } = resolution;
      if (resolution.status === 'confirmed') return exchangeToBook(recovery.number, resolution.number, agreement);
      if (resolution.status !== 'proposed') return [];
      return [
        {
          kind: 'resolution-to-decide',
          ends: ['confirmResolution', 'refuseResolution'],
          amount,
          against: [proposedBy, claimedBy, answeredBy, firstApproval?.by ?? '', undoneIn(recovery, resolution)?.proposedBy ?? ''],
          again: 'PreparedByTheSamePerson',
          silence: 'nothing',
        },
      ];
    }),
  ],
  message: (own) => ({
    recoveries: own.map((recovery) => {
      const { 'written-off': writtenOff, ...sums } = sumsOf(recovery);
      const resolutions = recovery.resolutions.map((each) => ({ ...each, ...rateOf(each.amount, each.credited) }));
      return { ...recovery, ...sums, writtenOff, resolutions };
    }),
  }),
});

const least = (agreement: Parameters<typeof currencyOf>[0]) => money(1n, currencyOf(agreement));

/** One for each refund: what it waits for is the rates of its day, whosever budgets they are. */
function exchangeToBook(recovery: number, resolution: number, agreement: InForce) {
  const portions = refundsOf(agreement)
    .filter((each) => each.recovery === recovery && each.resolution === resolution && !each.booked)
    .flatMap((each) => each.portions.map(({ amount }) => amount));
  const amount = total(portions, portions[0]?.currency ?? '');
  const wait = { kind: 'exchange-to-book', ends: ['bookExchangeOfRefund'], amount, readers: [], silence: 'nothing' } as const;
  return portions.length > 0 ? [wait] : [];
}

/** What of it nobody says to be settled. */
const openOf = (recovery: Recovery) =>
  total(
    openPortions(recovery).map(({ amount }) => amount),
    recovery.amount.currency,
  );

const changed = (all: readonly Recovery[], number: number, change: (recovery: Recovery) => Partial<Recovery>): readonly Recovery[] =>
  all.map((each) => (each.number === number ? { ...each, ...change(each) } : each));

type Deciding = Extract<RecoveryEvent, { type: 'ResolutionConfirmedOnce' | 'ResolutionConfirmed' | 'ResolutionRefused' }>;
const resolutionChanged = (all: readonly Recovery[], event: Deciding, change: Partial<Resolution>): readonly Recovery[] =>
  changed(all, event.recovery, ({ resolutions }) => {
    const status = resolutions[event.resolution - 1]?.status;
    if (status !== 'proposed') throw corruptHistory(event, status ?? 'absent');
    return { resolutions: resolutions.map((each) => (each.number === event.resolution ? { ...each, ...change } : each)) };
  });
