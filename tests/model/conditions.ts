import { type Asking, NOTE, needs, post } from './asking.ts';
import type { Condition } from './sheets.ts';
import { type Agreement, isInForce, type Offer, type Project, type Step } from './state.ts';

type Rule = Step['rules'][number];

export const CONDITIONAL = {
  instrument: 'grant',
  conditions: [{ title: 'The site is free of waste', phase: 'precedent', kind: 'performance' }],
};

export const conditionsOf = (offers: readonly Offer[]): Condition[] =>
  offers
    .filter(({ financing }) => 'conditions' in financing)
    .map(({ id, sponsor }) => ({ offer: id, sponsor, number: 0, status: 'open', reportedBy: '' }));

/** Whether no payment of the sponsor waits for a condition. */
export const areMet = ({ conditions }: Agreement, sponsor: string): boolean =>
  conditions.every((each) => each.sponsor !== sponsor || each.status === 'met');

/** The city says that a condition is met; its sponsor confirms that, or not. */
export function conditionSteps(asking: Asking, project: Project, agreement: Agreement, evidence: string): Step[] {
  return agreement.conditions.flatMap((each) => [
    report(asking, project, agreement, each, evidence),
    ...answering(asking, project, agreement, each),
  ]);
}

const isOpen = (agreement: Agreement): Rule => [isInForce(agreement) && agreement.status !== 'ended', 409];

function report(asking: Asking, project: Project, agreement: Agreement, each: Condition, evidence: string): Step {
  const { by } = asking;
  const isDone = each.status === 'reported' && each.reportedBy === by.person;
  return post('report a condition', 'reportCondition', { id: agreement.id, number: each.number }, asking, project, {
    body: { ...NOTE, evidence: [evidence] },
    isDone,
    rules: [
      needs(by, ['proposer.officer', 'proposer.certifier'], project.city),
      isOpen(agreement),
      [isDone || each.status === 'open' || each.status === 'refused', 409],
    ],
    effect: () => Object.assign(each, { status: 'reported', reportedBy: by.person }),
  });
}

function answering(asking: Asking, project: Project, agreement: Agreement, each: Condition): Step[] {
  const { by } = asking;
  const step = (name: string, operation: 'confirmCondition' | 'refuseCondition', to: 'met' | 'refused'): Step =>
    post(name, operation, { id: agreement.id, number: each.number }, asking, project, {
      body: to === 'met' ? {} : NOTE,
      isDone: each.status === to,
      rules: [
        needs(by, ['sponsor.approver'], each.sponsor),
        isOpen(agreement),
        ...(each.status === to
          ? []
          : ([
              [each.status === 'reported', 409],
              [each.reportedBy !== by.person, 403],
            ] as const)),
      ],
      effect: () => Object.assign(each, { status: to }),
    });
  return [step('confirm a condition', 'confirmCondition', 'met'), step('refuse a condition', 'refuseCondition', 'refused')];
}
