import { SECRETARIAT } from '@junkan/kit/pure/actor.ts';
import type { Money } from '@junkan/kit/pure/money.ts';
import { parseRecoveryStatus, parseResolutionKind, parseResolutionStatus } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import type { Recovery, Resolution } from '@junkan/proto/junkan/disbursement/v1/model.ts';
import { type AgreementState, partiesOf } from '../agreement.ts';
import { excluding, type Task, task } from './task.ts';

const SAME_PERSON = 'PreparedByTheSamePerson';

/** Money that has to come back waits for the proposer's answer, for a decision, for its refund, and for whoever confirms how it is settled. */
export function tasksOfRecovery(recovery: Recovery, state: AgreementState): Task[] {
  const { number, status, amount, answerDue, answeredAt, claimedBy, answeredBy } = recovery;
  const common = { of: { recovery: number }, project: state.project, readers: partiesOf(state), silence: 'nothing' } as const;
  const known = parseRecoveryStatus(status);
  switch (known) {
    case 'claimed': {
      // Until the proposer is heard, or its time is over, it can only be refused.
      const isHeard = answeredAt !== '';
      const answer = task({
        ...common,
        kind: 'recovery-to-answer',
        role: 'proposer.officer',
        organisation: state.proposer,
        amount,
        operations: ['answerRecovery'],
        due: answerDue,
      });
      const decision = task({
        ...common,
        kind: 'recovery-to-decide',
        role: 'secretariat.approver',
        organisation: SECRETARIAT,
        amount,
        operations: isHeard ? ['approveRecovery', 'refuseRecovery'] : ['refuseRecovery'],
        excluded: excluding(SAME_PERSON, [claimedBy, answeredBy]),
      });
      return isHeard ? [decision] : [answer, decision];
    }
    case 'pending': {
      const open = openOf(recovery);
      const refund = task({
        ...common,
        kind: 'recovery-to-resolve',
        role: 'finance.maker',
        organisation: SECRETARIAT,
        amount: open,
        operations: ['reportRefund'],
      });
      return [
        ...(open.amount > 0n ? [refund] : []),
        ...recovery.resolutions.flatMap((resolution) => confirmation(resolution, recovery, state)),
      ];
    }
    case 'refused':
    case 'resolved':
    case 'unrecognised':
      return [];
  }
}

/** What nobody has said to be settled. */
function openOf({ pending, resolutions }: Recovery): Money {
  const said = resolutions.flatMap(({ status, amount }) => (parseResolutionStatus(status) === 'proposed' && amount ? [amount.amount] : []));
  const { amount = 0n, currency = '' } = pending ?? {};
  return { amount: said.reduce((left, each) => left - each, amount), currency };
}

function confirmation(resolution: Resolution, { number: recovery, claimedBy, answeredBy }: Recovery, state: AgreementState): Task[] {
  const { number, status, amount, proposedBy, firstApproval } = resolution;
  if (parseResolutionStatus(status) !== 'proposed') return [];
  return whoConfirms(resolution).map(({ role, organisation }) =>
    task({
      kind: 'resolution-to-decide',
      of: { recovery, resolution: number },
      role,
      organisation,
      amount,
      project: state.project,
      operations: ['confirmResolution', 'refuseResolution'],
      silence: 'nothing',
      readers: partiesOf(state),
      excluded: excluding(SAME_PERSON, [proposedBy, claimedBy, answeredBy, firstApproval?.by ?? '']),
    }),
  );
}

function whoConfirms({ kind, sponsor }: Resolution): { role: string; organisation: string }[] {
  const known = parseResolutionKind(kind);
  switch (known) {
    case 'refunded':
      return [{ role: 'finance.checker', organisation: SECRETARIAT }];
    case 'justified':
    case 'documented':
      return [{ role: 'secretariat.approver', organisation: SECRETARIAT }];
    case 'written-off':
      return [{ role: 'sponsor.approver', organisation: sponsor }];
    case 'unrecognised':
      return [];
  }
}
