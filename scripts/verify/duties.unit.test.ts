import { expect, test } from 'vitest';
import { dutiesAreSeparate } from './duties.ts';
import type { Recorded, Stored } from './facts.ts';

type Step = readonly [type: Recorded['type'], person: string, data?: object];
const faultsOf = (settled: object, confirmer: string): readonly string[] => {
  const steps: readonly Step[] = [
    ['PaymentRequested', 'maker'],
    ['PaymentApproved', 'checker'],
    ['PaymentSettlementReported', 'maker', { report: 1, statement: 'stm_a', statementEntry: 1 }],
    ['PaymentSettled', confirmer, { report: 1, reportedBy: 'maker', statement: 'stm_a', statementEntry: 1, ...settled }],
  ];
  const events = steps.map(([type, person, data], index) => ({
    stream: 'agr_a',
    version: index + 1,
    type,
    person,
    at: '',
    data: { by: person, payment: 'pay_a', ...data },
  }));
  const of = (all: readonly object[]) => ({ events: all, byStream: Map.groupBy(all as Recorded[], ({ stream }) => stream) });
  const none = of([]);
  const stored = { disbursement: of(events), matching: none, project: none, sponsor: none, notice: none, programme: none };
  return dutiesAreSeparate(stored as unknown as Stored).broken;
};

test('a settlement by the statement of who requested the payment, confirmed by who approved it, is found; not one of an earlier version', () => {
  const found = expect.stringContaining('is settled by a statement of maker, who requested it, and by checker, who approved it');
  expect(faultsOf({ requestedBy: 'maker' }, 'checker')).toContainEqual(found);
  expect(faultsOf({ requestedBy: 'maker' }, 'second')).not.toContainEqual(expect.stringContaining('is settled by a statement'));
  expect(faultsOf({}, 'checker')).not.toContainEqual(expect.stringContaining('is settled by a statement'));
});
