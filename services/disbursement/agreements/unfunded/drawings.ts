import { dateOf } from '@junkan/kit/pure/dates.ts';
import { money } from '@junkan/kit/pure/money.ts';
import type { InForce } from '../agreement-state.ts';
import { currencyOf } from '../contract/terms.ts';
import { corruptHistory } from '../corrupt-history.ts';
import { on, part } from '../parts.ts';
import type { Drawing, DrawingEvent, Drawings } from './drawing.ts';
import { decideDrawing } from './drawing-decide.ts';
import { leftOf, unfundedIn } from './unfunded-offers.ts';

const NOTHING_YET = {
  status: 'open',
  receivedOn: '',
  decidedBy: '',
  decidedAt: '',
  reason: '',
  bankReference: '',
  valueDate: '',
  document: '',
  reportedBy: '',
  reportedAt: '',
  confirmedBy: '',
  confirmedAt: '',
  objectedBy: '',
  objectedAt: '',
  statement: '',
  statementEntry: 0,
  mistake: undefined,
  reversals: 0,
  reversedBy: '',
} as const;

const UNOBJECTED = { objectedBy: '', objectedAt: '' } as const;

/** What is called of guarantees, and received in kind. */
export const drawings = part<Drawings>()({
  initial: [],
  decide: {
    CallGuarantee: decideDrawing,
    RecordReceipt: decideDrawing,
    AcceptDrawing: decideDrawing,
    RejectDrawing: decideDrawing,
    ReportClaimPaid: decideDrawing,
    ConfirmClaimPaid: decideDrawing,
    ObjectToClaim: decideDrawing,
    WithdrawClaim: decideDrawing,
    ReverseClaim: decideDrawing,
    ConfirmClaimReversal: decideDrawing,
  },
  evolve: {
    GuaranteeCalled: (before, { type: _, drawing: number, by: recordedBy, at: recordedAt, ...drawn }) => [
      ...before,
      { ...NOTHING_YET, number, kind: 'call', ...drawn, recordedBy, recordedAt },
    ],
    ReceiptRecorded: (before, { type: _, drawing: number, by: recordedBy, at: recordedAt, ...drawn }) => [
      ...before,
      { ...NOTHING_YET, number, kind: 'receipt', ...drawn, recordedBy, recordedAt },
    ],
    DrawingAccepted: (before, event) => after(before, event, 'open', { status: 'accepted', decidedBy: event.by, decidedAt: event.at }),
    DrawingRejected: (before, event) =>
      after(before, event, 'open', { status: 'rejected', reason: event.note, decidedBy: event.by, decidedAt: event.at }),
    ClaimReportedPaid: (before, event) => {
      const { bankReference, valueDate, document, statement = '', statementEntry = 0, by: reportedBy, at: reportedAt } = event;
      const ground = { document, statement, statementEntry };
      return after(before, event, 'accepted', { status: 'reported', bankReference, valueDate, ...ground, reportedBy, reportedAt });
    },
    ClaimPaid: (before, event) =>
      after(before, event, 'reported', { status: 'paid', reason: '', confirmedBy: event.by, confirmedAt: event.at, ...UNOBJECTED }),
    // That it was paid, or that this was a mistake.
    ClaimObjectedTo: (before, event) => {
      const { note: reason, by: objectedBy, at: objectedAt } = event;
      const from = before[event.drawing - 1]?.mistake ? 'paid' : 'reported';
      const status = from === 'paid' ? 'paid' : 'accepted';
      return after(before, event, from, { status, mistake: undefined, reason, objectedBy, objectedAt });
    },
    ClaimMistakeReported: (before, event) => {
      const { document, note, by, at } = event;
      return after(before, event, 'paid', { mistake: { document, note, by, at }, ...UNOBJECTED });
    },
    ClaimReversed: (before, event) => {
      const { mistake, reversals = 0 } = before[event.drawing - 1] ?? {};
      const undone = { mistake: undefined, reversals: reversals + 1, reversedBy: event.by, reason: mistake?.note ?? '' };
      return after(before, event, 'paid', { status: 'accepted', ...undone, confirmedBy: '', confirmedAt: '', ...UNOBJECTED });
    },
  },
  message: (own, agreement) => ({
    unfunded: unfundedIn(agreement).map((each) => ({ ...each, left: leftOf(own, each) })),
    drawings: own.map((each) => ({ ...each, evidence: [...each.evidence] })),
  }),
  acts: [
    on(offersOf('exposure'), ofOffer, ({ offer }, { now }, state) => ({
      callGuarantee: { type: 'CallGuarantee', offer, amount: least(state), evidence: [], unknownEvidence: [], now },
    })),
    on(offersOf('value'), ofOffer, ({ offer }, { now }, state) => ({
      recordReceipt: {
        type: 'RecordReceipt',
        offer,
        amount: least(state),
        receivedOn: dateOf(now),
        evidence: [],
        unknownEvidence: [],
        now,
      },
    })),
    on(
      ({ drawings: all }) => all,
      ({ number: drawing }) => ({ drawing }),
      ({ number: drawing }, { agreement, now }) => ({
        acceptDrawing: { type: 'AcceptDrawing', agreement, drawing, now },
        rejectDrawing: { type: 'RejectDrawing', drawing, now },
        reportClaimPaid: { type: 'ReportClaimPaid', drawing, bankReference: `NONE CLAIM ${drawing}`, valueDate: dateOf(now), now },
        confirmClaimPaid: { type: 'ConfirmClaimPaid', agreement, drawing, unsaidBy: undefined, now },
        objectToClaim: { type: 'ObjectToClaim', drawing, now },
        reverseClaim: { type: 'ReverseClaim', drawing, document: '-', now },
        confirmClaimReversal: { type: 'ConfirmClaimReversal', agreement, drawing, now },
      }),
    ).waiting(({ kind, status, amount, recordedBy, decidedBy, reportedBy, mistake }) => {
      switch (status) {
        case 'open':
          return [
            { kind: 'drawing-to-answer', ends: ['acceptDrawing', 'rejectDrawing'], amount, against: [recordedBy], silence: 'nothing' },
          ];
        case 'accepted':
          return kind === 'call'
            ? [{ kind: 'claim-to-report', ends: ['reportClaimPaid'], amount, against: [recordedBy, decidedBy], silence: 'nothing' }]
            : [];
        case 'reported':
          return [
            {
              kind: 'claim-to-confirm',
              ends: ['confirmClaimPaid', 'objectToClaim'],
              amount,
              against: [recordedBy, decidedBy, reportedBy],
              silence: 'nothing',
            },
          ];
        case 'paid':
          return mistake
            ? [
                {
                  kind: 'claim-reversal-to-confirm',
                  ends: ['confirmClaimReversal', 'objectToClaim'],
                  amount,
                  against: [recordedBy, decidedBy, reportedBy, mistake.by],
                  silence: 'nothing',
                },
              ]
            : [];
        case 'rejected':
          return [];
      }
    }),
  ],
});

function offersOf(brings: 'exposure' | 'value') {
  return (agreement: InForce) => unfundedIn(agreement).filter((each) => each.brings === brings);
}

function ofOffer({ offer }: ReturnType<typeof unfundedIn>[number]) {
  return { offer };
}

const least = (agreement: InForce) => money(1n, currencyOf(agreement));

type Later = Exclude<DrawingEvent, { type: 'GuaranteeCalled' | 'ReceiptRecorded' }>;
function after(all: readonly Drawing[], event: Later, from: Drawing['status'], change: Partial<Drawing>): readonly Drawing[] {
  const before = all[event.drawing - 1];
  if (before?.status !== from) throw corruptHistory(event, before?.status ?? 'never drawn');
  return all.with(event.drawing - 1, { ...before, ...change });
}
