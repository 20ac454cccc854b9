import { corruptHistory } from '../corrupt-history.ts';
import { on, part } from '../parts.ts';
import type { Fulfilment } from './condition.ts';
import type { ConditionEvent, Fulfilments } from './condition-commands.ts';
import { conditionsOf, decideCondition } from './condition-decide.ts';

const OPEN = {
  status: 'open',
  note: '',
  evidence: [],
  reportedBy: '',
  reportedAt: '',
  answeredBy: '',
  answeredAt: '',
  reason: '',
} as const;

/** What has to be so by the terms of the offers: the proposer reports it, and the sponsor whose condition it is confirms it. */
export const fulfilments = part<Fulfilments>()({
  initial: new Map(),
  decide: { ReportCondition: decideCondition, ConfirmCondition: decideCondition, RefuseCondition: decideCondition },
  evolve: {
    ConditionReported: (before, { condition, note, evidence, by: reportedBy, at: reportedAt }) =>
      new Map(before).set(condition, { ...OPEN, status: 'reported', note, evidence, reportedBy, reportedAt }),
    ConditionConfirmed: (before, event) => answered(before, event, { status: 'met' }),
    ConditionRefused: (before, event) => answered(before, event, { status: 'refused', reason: event.note }),
  },
  acts: [
    on(
      conditionsOf,
      ({ number: condition }) => ({ condition }),
      ({ number: condition }, { now }) => ({
        reportCondition: { type: 'ReportCondition', condition, evidence: [], unknownEvidence: [], now },
        confirmCondition: { type: 'ConfirmCondition', condition, now },
        refuseCondition: { type: 'RefuseCondition', condition, now },
      }),
    ).waiting(({ number, phase }, agreement) => {
      const { status, reportedBy } = agreement.fulfilments.get(number) ?? OPEN;
      switch (status) {
        case 'open':
        case 'refused':
          // A covenant has no day on which it is met.
          return phase === 'precedent'
            ? [{ kind: 'condition-to-report', ends: ['reportCondition'], to: ['proposer.officer'], silence: 'nothing' }]
            : [];
        case 'reported':
          return [
            { kind: 'condition-to-confirm', ends: ['confirmCondition', 'refuseCondition'], against: [reportedBy], silence: 'nothing' },
          ];
        case 'met':
          return [];
      }
    }),
  ],
  message: (own, agreement) => ({
    agreedConditions: conditionsOf(agreement).map((condition) => ({ ...condition, ...OPEN, ...own.get(condition.number) })),
  }),
});

type Answered = Exclude<ConditionEvent, { type: 'ConditionReported' }>;
function answered(before: Fulfilments['own'], event: Answered, change: Partial<Fulfilment>): Fulfilments['own'] {
  const { condition, by: answeredBy, at: answeredAt } = event;
  const reported = before.get(condition);
  if (reported?.status !== 'reported') throw corruptHistory(event, reported?.status ?? 'open');
  return new Map(before).set(condition, { ...reported, answeredBy, answeredAt, ...change });
}
