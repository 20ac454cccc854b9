import { actsOf } from '@junkan/kit/pure/acts.ts';
import { type CalendarDate, dateOf, endOf, type Instant } from '@junkan/kit/pure/dates.ts';
import { total } from '@junkan/kit/pure/money.ts';
import { SECRETARIAT } from '@junkan/proto/actor.ts';
import {
  barredFromFailure,
  type Command,
  type Existing,
  failuresToConfirm,
  type Rejection,
  remaining,
  type Shown,
  type StandingFault,
} from './payment-file.ts';
import { decide, hasHad, wasHadInTime } from './payment-file-decide.ts';

/** `fault`: what prevents sending it now, if it was looked up. `shown`: a statement that shows a payment in it. */
export type PaymentFileFacts = {
  readonly now: Instant;
  readonly today: CalendarDate;
  readonly fault: StandingFault | undefined;
  readonly shown: Shown | undefined;
};
const { acts, whole } = actsOf<{ force: Existing; command: Command; rejection: Rejection; facts: PaymentFileFacts }>();

/** What is done to a file of payments: a second person approves it, it is sent to the bank, and the bank answers. */
export const paymentFileActs = acts({
  decide,
  hiding: ['PaymentFileIsUnknown'],
  acts: [
    whole((file, { now, today, fault, shown }) => {
      const { status } = file;
      // One that was cut off while it was sent is sent to its end.
      const sending =
        status === 'sending'
          ? ({ type: 'CompleteSending', now } as const)
          : ({ type: 'SendPaymentFile', fault, shown, today, now } as const);
      return {
        approvePaymentFile: { type: 'ApprovePaymentFile', fault, limited: undefined, today, now },
        refusePaymentFile: { type: 'RefusePaymentFile', shown, now },
        sendPaymentFile: sending,
        // Of one that it was not given yet.
        answerPaymentFile: { type: 'NoteAnswer', reference: '', answer: '', created: '', outcomes: [], untold: [], now },
        rejectRemainingTransfers: { type: 'RejectRemainingTransfers', outcomes: remaining(file), now },
        confirmFileFailures: {
          type: 'ConfirmFileFailures',
          confirmed: failuresToConfirm(file).map(({ number }) => number),
          concluded: [],
          now,
        },
      };
    }).waiting((file) => {
      const { status, sum: amount, currency, executionDate, madeBy, firstApproval, approvedBy, duties, refusalRequest } = file;
      const persons = duties.map(({ person }) => person);
      const first = firstApproval?.by ?? '';
      const failures = failuresToConfirm(file);
      const isOpen = status === 'made' || status === 'approved';
      const isRefused = isOpen && refusalRequest !== undefined;
      // After its day nobody sends what nobody had by then.
      const over = isOpen && !wasHadInTime(file) ? endOf(executionDate) : '';
      const until = over === '' ? {} : { due: over, dueOn: executionDate, until: over };
      const refused = { ends: ['refusePaymentFile'], again: 'PreparedByTheSamePerson', amount, silence: 'nothing' } as const;
      const moving = { amount, silence: 'nothing', ...until } as const;
      const toApprove = { kind: 'payment-file-to-approve', against: [madeBy, first, ...persons], ...moving } as const;
      const toSend = { kind: 'payment-file-to-send', against: [first, approvedBy, ...persons], ...moving } as const;
      return [
        ...(isRefused
          ? [{ kind: 'payment-file-to-refuse', against: [refusalRequest.by, ...hasHad(file)], ...refused } as const]
          : [
              ...(over === '' ? [] : [{ kind: 'payment-file-over', from: over, ...refused } as const]),
              { ...toApprove, ends: ['approvePaymentFile', 'refusePaymentFile'], again: 'PreparedByTheSamePerson' } as const,
              // It waits though somebody has to download it first.
              { ...toSend, ends: ['sendPaymentFile'], despite: ['PaymentFileIsNotDownloaded'] } as const,
            ]),
        ...(status === 'sent'
          ? [
              {
                kind: 'payment-file-to-be-answered',
                ends: ['answerPaymentFile', 'rejectRemainingTransfers'],
                amount,
                silence: 'nothing',
              } as const,
            ]
          : []),
        ...(failures.length > 0
          ? [
              {
                kind: 'payment-file-failures-to-confirm',
                ends: ['confirmFileFailures'],
                against: failures.flatMap((each) => barredFromFailure(each, file)),
                amount: total(
                  failures.map(({ amount: each }) => each),
                  currency,
                ),
                silence: 'nothing',
              } as const,
            ]
          : []),
      ];
    }),
  ],
  organisations: () => [SECRETARIAT],
  alone: (_, now) => ({ now, today: dateOf(now), fault: undefined, shown: undefined }),
});
