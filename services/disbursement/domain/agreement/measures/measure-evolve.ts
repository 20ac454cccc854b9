import { SECRETARIAT } from '@junkan/kit/pure/actor.ts';
import type { InForce, State } from '../agreement-state.ts';
import { sponsorsHeld } from '../retention/retention.ts';
import { sharesAmended, tranchesAmended } from './agreement-amendment.ts';
import type { Measure } from './measure.ts';
import type { MeasureEvent } from './measure-events.ts';

export function withMeasure(before: InForce, event: MeasureEvent): State {
  switch (event.type) {
    case 'MeasureProposed': {
      const { type: _, measure: number, by: proposedBy, party, ...proposed } = event;
      const undecided = { status: 'proposed', answers: [], approvals: [], refusedBy: '' } as const;
      return { ...before, measures: [...before.measures, { ...proposed, number, party: party || SECRETARIAT, proposedBy, ...undecided }] };
    }
    case 'MeasureAnswered': {
      const { party, note, by, at } = event;
      return changing(before, event, ({ answers }) => ({ answers: [...answers, { party, note, by, at }] }));
    }
    case 'MeasureApproved': {
      const { party, by, at } = event;
      return changing(before, event, ({ approvals }) => ({ approvals: [...approvals, { party, by, at }] }));
    }
    case 'MeasureRefused':
      return changing(before, event, () => ({ status: 'refused', refusedBy: event.by }));
    case 'AgreementSuspended':
      return { ...effective(before, event), status: 'suspended' };
    case 'AgreementResumed':
      return { ...effective(before, event), status: 'effective' };
    case 'AgreementTerminationBegun':
      return { ...changing(before, event, () => ({ status: 'begun' })), status: 'terminating' };
    case 'AgreementTerminated':
      return { ...effective(before, event), status: 'terminated', cells: event.cells, givenBack: sponsorsHeld(before) };
    case 'AgreementAmended': {
      const { changes, financing, results: changed, cells, amendedHash, measure } = event;
      const [tranches, shares] = [tranchesAmended(before.tranches, changes), sharesAmended(before.shares, financing)];
      const at = before.measures[measure - 1]?.approvals.at(-1)?.at ?? '';
      const results = [...before.results, ...changed.map((each) => ({ ...each, measure, at }))];
      return { ...effective(before, event), cells, amendedHash, tranches, shares, results };
    }
  }
}

const effective = (before: InForce, event: MeasureEvent): InForce => changing(before, event, () => ({ status: 'effective' }));

const changing = (before: InForce, { measure }: MeasureEvent, change: (measure: Measure) => Partial<Measure>): InForce => ({
  ...before,
  measures: before.measures.map((each) => (each.number === measure ? { ...each, ...change(each) } : each)),
});
