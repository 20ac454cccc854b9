import { expect, test } from 'vitest';
import { dutiesAreSeparate } from './duties.ts';
import type { Recorded, Stored } from './facts.ts';

type Step = readonly [type: Recorded['type'], person: string, data?: object];
const faultsOf = ([type, told]: readonly [type: Recorded['type'], told: object], confirmer: string): readonly string[] => {
  const steps: readonly Step[] = [
    ['PaymentRequested', 'maker'],
    ['PaymentApproved', 'checker'],
    [type, confirmer, { report: 1, reportedBy: 'maker', ...told }],
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

const TOLD = [
  ['PaymentSettled', { statement: 'stm_a', statementEntry: 1 }],
  ['PaymentFailed', {}],
  ['PaymentReturned', {}],
] as const;

test.each(TOLD)(
  'a %s that is said by who requested it and confirmed by who approved it is found; not one of an earlier version',
  (type, of) => {
    const found = expect.stringContaining(`${type} of pay_a in agr_a is said by maker, who requested it, and by checker, who approved it`);
    expect(faultsOf([type, { ...of, requestedBy: 'maker' }], 'checker')).toContainEqual(found);
    expect(faultsOf([type, { ...of, requestedBy: 'maker' }], 'second')).not.toContainEqual(expect.stringContaining('is said by'));
    expect(faultsOf([type, of], 'checker')).not.toContainEqual(expect.stringContaining('is said by'));
  },
);
