import { kindOf, SECRETARIAT } from '@junkan/kit/pure/actor.ts';
import { parseMeasureKind, parseMeasureStatus } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import type { Measure } from '@junkan/proto/junkan/disbursement/v1/model.ts';
import { type AgreementState, partiesOf } from '../agreement.ts';
import { excluding, type Task, task } from './task.ts';

export function approverOf(party: string): string {
  if (party === SECRETARIAT) return 'secretariat.approver';
  return kindOf(party) === 'sponsor' ? 'sponsor.approver' : 'proposer.certifier';
}

/** A measure waits for each party that may answer it, and for each organisation that must approve it. */
export function tasksOfMeasure(measure: Measure, state: AgreementState): Task[] {
  const known = parseMeasureStatus(measure.status);
  switch (known) {
    case 'proposed':
      return [...answers(measure, state), ...approvals(measure, state)];
    case 'begun':
    case 'effective':
    case 'refused':
    case 'unrecognised':
      return [];
  }
}

function answers({ number, heard, answers: given, answerDue: due }: Measure, state: AgreementState): Task[] {
  const what = { kind: 'modification-to-answer', of: { measure: number }, operations: ['answerMeasure'], due } as const;
  return heard
    .filter((party) => given.every((each) => each.party !== party))
    .map((party) => {
      const role = kindOf(party) === 'sponsor' ? 'sponsor.officer' : 'proposer.officer';
      return task({ ...what, role, organisation: party, project: state.project, readers: partiesOf(state), silence: 'nothing' });
    });
}

function approvals(measure: Measure, state: AgreementState): Task[] {
  const { number, needed, approvals: given, proposedBy } = measure;
  // Until the parties are heard and the time for a cure is over, it can only be refused, which whoever proposed it may do as well.
  const can = waits(measure, state)
    ? { operations: ['refuseMeasure'] }
    : {
        operations: ['approveMeasure', 'refuseMeasure'],
        excluded: excluding('PreparedByTheSamePerson', [proposedBy, ...given.map(({ by }) => by)]),
      };
  const what = { kind: 'modification-to-approve', of: { measure: number }, ...can } as const;
  return needed
    .filter((party) => given.every((each) => each.party !== party))
    .map((party) =>
      task({
        ...what,
        project: state.project,
        readers: partiesOf(state),
        role: approverOf(party),
        organisation: party,
        silence: 'nothing',
      }),
    );
}

const waits = ({ kind, heard, answers: given, cureUntil }: Measure, { measures }: AgreementState): boolean =>
  parseMeasureKind(kind) === 'termination' &&
  (heard.some((party) => given.every((each) => each.party !== party)) || cureUntil !== '' || measures.some(isCuring));

const isCuring = ({ kind, status, cureUntil }: Measure): boolean =>
  parseMeasureKind(kind) === 'suspension' && parseMeasureStatus(status) === 'effective' && cureUntil !== '';
