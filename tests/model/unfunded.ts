import { type Asking, cents, NOTE, needs, post } from './asking.ts';
import { type Drawing, GUARANTEE, type Unfunded } from './instruments.ts';
import { type Agreement, isInForce, type Project, type Step, sum } from './state.ts';

const leftOf = ({ drawings }: Agreement, { id, amount }: Unfunded): number =>
  amount - sum(drawings.filter(({ of, status }) => of.id === id && status !== 'rejected').map((each) => each.amount));

/** The city calls a guarantee, or records what it has received in kind; its sponsor answers; and finance records what the guarantor has paid. */
export function drawingSteps(asking: Asking, project: Project, agreement: Agreement, evidence: string): Step[] {
  return [
    ...agreement.unfunded.map((of) => draw(asking, project, agreement, of, evidence)),
    ...agreement.drawings.flatMap((each) => [...answers(asking, project, agreement, each), ...claims(asking, project, agreement, each)]),
  ];
}

function draw(asking: Asking, project: Project, agreement: Agreement, of: Unfunded, evidence: string): Step {
  const { rng, by, model } = asking;
  const isCall = of.financing === GUARANTEE;
  const left = leftOf(agreement, of);
  const amount = rng.of([1_000, Math.floor(left / 2), left, left + 1]) || 1;
  const last = agreement.drawings.findLast((each) => each.of.id === of.id);
  const isDone = last?.status === 'open' && last.recordedBy === by.person && last.amount === amount;
  const body = { offer: of.id, amount: cents(amount), evidence: [evidence], ...NOTE };
  const [name, operation, role] = isCall
    ? (['guarantee call', 'callGuarantee', 'proposer.certifier'] as const)
    : (['receipt in kind', 'recordReceipt', 'proposer.officer'] as const);
  return post(name, operation, { id: agreement.id }, asking, project, {
    body: isCall ? body : { ...body, receivedOn: model.now.slice(0, 10) },
    isDone,
    rules: [needs(by, [role], project.city), [isInForce(agreement), 409], [isDone || amount <= left, 422]],
    effect: () =>
      void agreement.drawings.push({
        number: agreement.drawings.length + 1,
        kind: isCall ? 'call' : 'receipt',
        of,
        amount,
        status: 'open',
        recordedBy: by.person,
        decidedBy: '',
        reportedBy: '',
        reportedOf: '',
        confirmedBy: '',
        reports: 0,
      }),
  });
}

function answers(asking: Asking, project: Project, agreement: Agreement, each: Drawing): Step[] {
  const { by } = asking;
  const answer = (name: string, operation: 'acceptDrawing' | 'rejectDrawing', to: 'accepted' | 'rejected'): Step => {
    const isAnswered = to === 'rejected' ? each.status === 'rejected' : !['open', 'rejected'].includes(each.status);
    const isDone = isAnswered && each.decidedBy === by.person;
    return post(name, operation, { id: agreement.id, number: each.number }, asking, project, {
      body: to === 'rejected' ? NOTE : {},
      isDone,
      rules: [
        needs(by, ['sponsor.approver'], each.of.sponsor),
        [isDone || each.status === 'open', 409],
        [isDone || each.recordedBy !== by.person, 403],
      ],
      effect: () => Object.assign(each, { status: to, decidedBy: by.person }),
    });
  };
  return [answer('drawing acceptance', 'acceptDrawing', 'accepted'), answer('drawing rejection', 'rejectDrawing', 'rejected')];
}

function claims(asking: Asking, project: Project, agreement: Agreement, each: Drawing): Step[] {
  if (each.kind === 'receipt') return [];
  const { by, model } = asking;
  const of = { id: agreement.id, number: each.number };
  const { person } = by;
  const before = [each.recordedBy, each.decidedBy];
  const reference = `CLAIM ${agreement.id.slice(-20)} ${each.number} ${each.reports}`;
  const isObjected = each.status === 'accepted' && each.confirmedBy === person;
  const isConfirmed = each.status === 'paid' && each.confirmedBy === person;
  const second = [
    [each.status === 'reported', 409],
    [![...before, each.reportedBy].includes(person), 403],
  ] as const;
  return [
    post('claim report', 'reportClaimPaid', of, asking, project, {
      body: { bankReference: reference, valueDate: model.now.slice(0, 10), document: model.advice },
      rules: [needs(by, ['finance.maker']), [each.status === 'accepted', 409], [!before.includes(person), 403]],
      effect: () =>
        Object.assign(each, { status: 'reported', reportedBy: person, reportedOf: model.now.slice(0, 10), reports: each.reports + 1 }),
    }),
    post('claim confirmation', 'confirmClaimPaid', of, asking, project, {
      isDone: isConfirmed,
      rules: [needs(by, ['finance.checker']), ...(isConfirmed ? [] : second)],
      effect: () => Object.assign(each, { status: 'paid', confirmedBy: person }),
    }),
    post('claim objection', 'objectToClaim', of, asking, project, {
      body: NOTE,
      isDone: isObjected,
      rules: [needs(by, ['finance.checker']), ...(isObjected ? [] : second)],
      effect: () => Object.assign(each, { status: 'accepted', confirmedBy: person }),
    }),
  ];
}
