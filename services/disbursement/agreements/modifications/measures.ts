import { SECRETARIAT } from '@junkan/proto/actor.ts';
import { on, part } from '../parts.ts';
import { mayBeApproved } from './hearing.ts';
import type { Measure } from './measure.ts';
import type { Measures } from './measure-commands.ts';
import { decideMeasure } from './measure-decide.ts';

const UNDECIDED = { status: 'proposed', answers: [], approvals: [], refusedBy: '' } as const;

/** What is decided on an agreement in force: that it is suspended, resumed, terminated or amended. */
export const measures = part<Measures>()({
  initial: [],
  decide: {
    ProposeMeasure: decideMeasure,
    AnswerMeasure: decideMeasure,
    ApproveMeasure: decideMeasure,
    RefuseMeasure: decideMeasure,
    CompleteTermination: decideMeasure,
  },
  evolve: {
    MeasureProposed: (before, { type: _, measure: number, by: proposedBy, party, ...proposed }) => [
      ...before,
      { ...proposed, number, party: party || SECRETARIAT, proposedBy, ...UNDECIDED },
    ],
    MeasureAnswered: (before, { measure, party, note, by, at }) =>
      changed(before, measure, ({ answers }) => ({ answers: [...answers, { party, note, by, at }] })),
    MeasureApproved: (before, { measure, party, by, at }) =>
      changed(before, measure, ({ approvals }) => ({ approvals: [...approvals, { party, by, at }] })),
    MeasureRefused: (before, { measure, by: refusedBy }) => changed(before, measure, () => ({ status: 'refused', refusedBy })),
    AgreementTerminationBegun: (before, { measure }) => changed(before, measure, () => ({ status: 'begun' })),
    AgreementSuspended: effective,
    AgreementResumed: effective,
    AgreementTerminated: effective,
    AgreementAmended: effective,
  },
  begins: ({ status }, { now }) => {
    const kind = status === 'suspended' ? 'resumption' : 'suspension';
    return {
      proposeMeasure: {
        type: 'ProposeMeasure',
        kind,
        ...NOTHING_CHANGED,
        cause: kind === 'suspension' ? 'other' : '',
        promised: [],
        hearingDays: 0,
        now,
      },
    } as const;
  },
  acts: [
    on(
      ({ measures: all }) => all,
      ({ number: measure }) => ({ measure }),
      ({ number: measure }, { agreement, promised, now }) => ({
        answerMeasure: { type: 'AnswerMeasure', measure, now },
        approveMeasure: { type: 'ApproveMeasure', agreement, measure, promised, hashOf: () => '', now },
        refuseMeasure: { type: 'RefuseMeasure', measure },
      }),
    ).waiting((measure, agreement) => {
      const { status, answerDue: due, needed, approvals, proposedBy } = measure;
      if (status !== 'proposed' || !['effective', 'suspended'].includes(agreement.status)) return [];
      const within = needed.filter((party) => approvals.every((each) => each.party !== party));
      const toApprove = { kind: 'modification-to-approve', asks: 'refuseMeasure', within, silence: 'nothing' } as const;
      return [
        {
          kind: 'modification-to-answer',
          ends: ['answerMeasure'],
          to: ['sponsor.officer', 'proposer.officer'],
          due,
          silence: 'decided-unheard',
        },
        // Until the parties are heard and the time for a cure is over, it can only be refused, also by the person who has proposed it.
        mayBeApproved(measure, agreement.measures)
          ? {
              ...toApprove,
              ends: ['approveMeasure', 'refuseMeasure'],
              bars: 'approveMeasure',
              against: [proposedBy, ...approvals.map(({ by }) => by)],
            }
          : { ...toApprove, ends: ['refuseMeasure'] },
      ];
    }),
  ],
  message: (own) => ({ measures: own }),
});

const NOTHING_CHANGED = { amendment: '', changes: [], financing: [], results: [], provisions: '', cureUntil: '' } as const;

const changed = (all: readonly Measure[], number: number, change: (measure: Measure) => Partial<Measure>): readonly Measure[] =>
  all.map((each) => (each.number === number ? { ...each, ...change(each) } : each));

function effective(before: readonly Measure[], { measure }: { readonly measure: number }): readonly Measure[] {
  return changed(before, measure, () => ({ status: 'effective' }));
}
