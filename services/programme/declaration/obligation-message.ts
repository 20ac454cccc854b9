import type { ObligationKind, SignatoryStanding } from '@junkan/proto/junkan/programme/v1/language.ts';
import type { Obligation } from '@junkan/proto/junkan/programme/v1/model.ts';
import { owedBy, recordOf, standingOf } from './obligation.ts';
import { type Existing, isInForce, isJoining } from './signatory.ts';

const kindOf = (obligation: string): ObligationKind => (obligation.split('-')[0] ?? 'plan') as ObligationKind;

/** What a signatory owes, as of the last day of which its stream says something: the workflow records what comes on the day it comes. */
export function obligationMessages(state: Existing): Obligation[] {
  if (state.lastDay === '') return [];
  return owedBy(state, state.lastDay).owed.map((owed) => {
    const { obligation: name, dueOn: due } = owed;
    const recorded = recordOf(state.recorded, name);
    return {
      name,
      kind: kindOf(name),
      due,
      standing: standingOf(owed, recorded),
      rungs: recorded.reached.map(({ due: _, ...rung }) => rung),
      turns: recorded.turns.map(({ fact, on }) => ({ fact, on })),
      extension: recorded.extension,
      notice: recorded.notice,
    };
  });
}

/** What follows from its obligations: the worst of them. */
export function standingOfSignatory(
  state: Existing,
  obligations: readonly Pick<Obligation, 'standing' | 'notice' | 'kind'>[],
): SignatoryStanding {
  if (isJoining(state)) return 'joining';
  if (!isInForce(state)) return 'left';
  if (state.status === 'suspended') return 'suspended';
  const open = obligations.filter(({ standing, kind }) => standing !== 'accepted' && kind !== 'assessment');
  if (open.some(({ notice }) => notice?.status === 'issued')) return 'noticed';
  if (open.some(({ standing }) => standing === 'overdue')) return 'overdue';
  if (open.some(({ standing }) => standing === 'in-review')) return 'with-secretariat';
  return open.some(({ standing }) => standing === 'open' || standing === 'returned') ? 'reporting-due' : 'good';
}
