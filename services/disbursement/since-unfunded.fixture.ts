import type { Data } from '@junkan/kit/testing/since.fixture.ts';

const at = '2026-11-25T12:00:00.000Z';
const note = 'txt_a';
const byLine = { statement: 'stm_a', statementEntry: 1 };
const evidence = ['c'.repeat(64)];

/** The first share with a guarantee and a contribution in kind in addition to its money. */
export function guaranteed(drafted: Data): Data {
  const [first, ...others] = drafted['shares'] as readonly Data[];
  const { offer, envelope, amount } = first ?? {};
  const part = (of: unknown, financing: Data) => ({ offer: of, envelope, amount, financing });
  const guarantee = { feePercent: '0.5', tenorMonths: 240, payments: 'yearly' };
  const parts = [
    part(offer, { instrument: 'grant' }),
    part('off_g', { instrument: 'guarantee', guarantee }),
    part('off_k', { instrument: 'in-kind', inKind: { contribution: 'Two compost turners' } }),
  ];
  return { ...drafted, shares: [{ ...first, parts }, ...others], moneyAlone: true };
}

/** Called and paid by the guarantor, after an objection; received in kind, disputed and received again. */
export function drawnOf(drafted: Data): readonly (readonly [string, Data])[] {
  const [{ sponsor, amount } = {}] = drafted['shares'] as readonly Data[];
  const drawn = { sponsor, amount, note, evidence, at };
  const booked = (id: string) => ({ entry: { id: `agr_a/${id}`, postings: [] } });
  const reported = (bankReference: string) =>
    ['ClaimReportedPaid', { drawing: 1, bankReference, valueDate: '2026-11-25', document: 'd'.repeat(64), at, by: 'person-d' }] as const;
  const received = (drawing: number) =>
    ['ReceiptRecorded', { drawing, offer: 'off_k', ...drawn, receivedOn: '2026-11-24', by: 'person-a' }] as const;
  return [
    ['GuaranteeCalled', { drawing: 1, offer: 'off_g', ...drawn, by: 'person-a' }],
    ['DrawingAccepted', { drawing: 1, at, by: 'person-b', ...booked('drawing/1') }],
    reported('CLAIM-1'),
    ['ClaimObjectedTo', { drawing: 1, note, at, by: 'person-c' }],
    reported('CLAIM-2'),
    ['ClaimPaid', { drawing: 1, at, by: 'person-c', ...booked('claim/1') }],
    ['ClaimMistakeReported', { drawing: 1, document: 'd'.repeat(64), note, at, by: 'person-d' }],
    ['ClaimObjectedTo', { drawing: 1, note, at, by: 'person-c' }],
    ['ClaimMistakeReported', { drawing: 1, document: 'd'.repeat(64), note, at, by: 'person-d' }],
    ['ClaimReversed', { drawing: 1, at, by: 'person-c', ...booked('claim-reversed/1') }],
    ['ClaimReportedPaid', { ...byLine, drawing: 1, bankReference: 'CLAIM-3', valueDate: '2026-11-25', document: '', at, by: 'person-d' }],
    ['ClaimObjectedTo', { ...byLine, drawing: 1, note, at, by: 'person-c' }],
    received(2),
    ['DrawingRejected', { drawing: 2, note, at, by: 'person-b' }],
    received(3),
    ['DrawingAccepted', { drawing: 3, at, by: 'person-b', ...booked('drawing/3') }],
  ];
}
