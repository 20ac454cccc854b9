import type { ActionOutcome } from '@junkan/proto/junkan/programme/v1/language.ts';
import { whileCloseIsAwaited, whileMeasureIsAwaited, whileProjectApprovalIsAwaited, whileSignaturesAreAwaited } from './funding-notices.ts';
import type { AgreementView, FundingStep, FundingView } from './funding-view.ts';
import { act, end, type Next, rest } from './next.ts';
import type { StatusOf } from './statuses.ts';

/** From the approval of the project on: the agreement is drafted and signed, and then it leads and the project follows. */
export function nextOfAgreement(view: FundingView, sent: ReadonlySet<string>): Next<FundingStep> {
  const { project, agreement } = view;
  const moved = agreement?.movedEnds ?? [];
  if (moved.length > 0) return act(...moved.map((of): FundingStep => ({ do: 'MoveBudgetEnd', of })));
  const step = actionStep(view);
  if (step) return act(step);
  switch (project.status) {
    case 'funded':
      return whileProjectApprovalIsAwaited(view, sent);
    case 'approved':
      return untilEffective(view, sent);
    case 'in-implementation':
    case 'suspended':
      return whileImplementing(project.status, view, sent);
    case 'completed':
      return whileCompleted(view, sent);
    case 'closed':
    case 'terminated':
      return atTheEnd(agreement);
    case 'draft':
    case 'submitted':
    case 'more-information-required':
    case 'eligible':
    case 'ineligible':
    case 'open':
    case 'unfunded':
    case 'refused':
    case 'withdrawn':
      return end();
    case 'unrecognised':
      return rest();
  }
}

/** A project whose agreement has taken effect is an action of the programme, and ends as the project does. */
function actionStep({ project, action = 'unrecognised' }: FundingView): FundingStep | undefined {
  const outcome = OUTCOMES[project.status];
  if (outcome === undefined || action === 'unrecognised') return undefined;
  if (action === 'none') return { do: 'BeginAction' };
  const isOpen = action === 'under-way' || (action === 'completed' && outcome === 'stopped');
  return outcome !== 'under-way' && isOpen ? { do: 'EndAction', outcome } : undefined;
}
const OUTCOMES: { readonly [Status in StatusOf<'project'>]?: 'under-way' | ActionOutcome } = {
  'in-implementation': 'under-way',
  suspended: 'under-way',
  completed: 'completed',
  closed: 'completed',
  terminated: 'stopped',
};

function untilEffective(view: FundingView, sent: ReadonlySet<string>): Next<FundingStep> {
  const { agreement, funding } = view;
  if (funding?.sealed === false) return act<FundingStep>({ do: 'SealFunding', reopened: funding.reopened ?? 0 });
  switch (agreement?.status) {
    case undefined:
      return act<FundingStep>({ do: 'DraftAgreement' });
    case 'draft':
      return whileSignaturesAreAwaited(view, sent);
    case 'void':
      return afterVoid(view, agreement);
    case 'effective':
    case 'suspended':
    case 'terminating':
    case 'terminated':
    case 'ended':
      return act<FundingStep>({ do: 'BeginMilestones' }, { do: 'StartImplementation' });
    case 'unrecognised':
      return rest();
  }
}

/** Who declined to sign takes back what it had said: the proposer its project, a sponsor its offers. Else it is drafted again. */
function afterVoid({ funding, project }: FundingView, { declinedBy = '', declined = [], draft = 1 }: AgreementView): Next<FundingStep> {
  if (declinedBy !== '' && declinedBy === project.proposer) return act<FundingStep>({ do: 'RecordWithdrawal' });
  const offers = (funding?.offers ?? []).filter(({ id }) => declined.includes(id));
  if (offers.some(({ status }) => status === 'unrecognised')) return rest();
  const withdrawn = offers.filter(({ status }) => status === 'approved');
  return withdrawn.length > 0
    ? act(...withdrawn.map((offer): FundingStep => ({ do: 'WithdrawOffer', offer })))
    : act<FundingStep>({ do: 'DraftAgreement', draft: draft + 1 });
}

function whileImplementing(status: 'in-implementation' | 'suspended', view: FundingView, sent: ReadonlySet<string>): Next<FundingStep> {
  const { agreement } = view;
  const measure = agreement?.measure ?? 0;
  switch (agreement?.status) {
    case 'terminating':
      return act<FundingStep>({ do: 'CompleteTermination' });
    case 'terminated':
      return act<FundingStep>({ do: 'RecordTermination' });
    case 'suspended':
      return status === 'suspended' ? whileMeasureIsAwaited(view, sent) : act<FundingStep>({ do: 'RecordSuspension', measure });
    case undefined:
    case 'draft':
    case 'void':
    case 'effective':
    case 'ended':
      if (status === 'suspended') return act<FundingStep>({ do: 'RecordResumption', measure });
      return agreement?.paidInFull ? act<FundingStep>({ do: 'CompleteProject' }) : whileMeasureIsAwaited(view, sent);
    case 'unrecognised':
      return rest();
  }
}

/**
 * What is claimed back, or was returned and is to be paid again, is concluded before the project is closed; the project is notified that
 * there is something open. Money that the bank has returned may still end the agreement early.
 */
function whileCompleted(view: FundingView, sent: ReadonlySet<string>): Next<FundingStep> {
  const { project, agreement } = view;
  if (agreement?.endsEarly)
    return act<FundingStep>({ do: agreement.status === 'terminating' ? 'CompleteTermination' : 'RecordTermination' });
  const open = agreement?.openRecoveries;
  // Missing in the views of older histories, in which a project was notified of recoveries alone.
  const unpaid = project.unpaid === undefined ? undefined : !agreement?.paidInFull;
  const isNotified = open?.join() === (project.openRecoveries ?? []).join() && unpaid === project.unpaid;
  if (open === undefined || isNotified) return whileCloseIsAwaited(view, sent);
  return act<FundingStep>({ do: 'CountRecoveries', recoveries: open, ...(unpaid === undefined ? {} : { unpaid }) });
}

/** The agreement is ended, and what it has not spent is budget again. */
function atTheEnd(agreement: AgreementView | undefined): Next<FundingStep> {
  switch (agreement?.status) {
    case 'terminated':
    case 'effective':
      // What was earned before a termination, or what the bank has returned since, is still to be paid.
      return agreement.paidInFull ? act<FundingStep>({ do: 'EndAgreement' }) : rest();
    case 'suspended':
      // What the bank has returned waits until it is resumed. Older histories rest also where nothing waits.
      return agreement.paidInFull && agreement.endsSuspended ? act<FundingStep>({ do: 'EndAgreement' }) : rest();
    case 'terminating':
      return act<FundingStep>({ do: 'CompleteTermination' });
    case undefined:
    case 'draft':
    case 'void':
    case 'ended':
      return untilReturned(agreement);
    case 'unrecognised':
      return rest();
  }
}

function untilReturned(agreement: AgreementView | undefined): Next<FundingStep> {
  const unspent = agreement?.unspent ?? [];
  return unspent.length > 0
    ? act(...unspent.map((of): FundingStep => ({ do: 'ReturnCommitment', of, because: 'agreement-ended' })))
    : end();
}
