import type { VoidCause } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import type { CancelCause } from '@junkan/proto/junkan/matching/v1/language.ts';
import { nextOfAgreement } from './agreement.ts';
import { claimSteps } from './claims.ts';
import { whileAnswersAreAwaited, whileApprovalsAreAwaited } from './funding-notices.ts';
import type { AgreementView, FundingStep, FundingView } from './funding-view.ts';
import { act, end, type Next, rest } from './next.ts';
import type { StatusOf } from './statuses.ts';

/** Why a round is cancelled, by what has become of its project. */
function cancelCause(status: StatusOf<'project'>): CancelCause | undefined {
  switch (status) {
    case 'refused':
      return 'project-refused';
    case 'withdrawn':
      return 'project-withdrawn';
    case 'draft':
    case 'submitted':
    case 'more-information-required':
    case 'eligible':
    case 'ineligible':
    case 'open':
    case 'funded':
    case 'unfunded':
    case 'approved':
    case 'in-implementation':
    case 'suspended':
    case 'terminated':
    case 'completed':
    case 'closed':
    case 'unrecognised':
      return undefined;
  }
}

/** From the decision to open a project to the end of the money. The one saga: offers and their reservations, in step. */
export function nextOfFunding(round: number, view: FundingView, sent: ReadonlySet<string>): Next<FundingStep> {
  const { funding, project, agreement } = view;
  if ([project.status, funding?.status, agreement?.status].includes('unrecognised')) return rest();
  const because = view.policy && cancelCause(project.status);
  if (funding && because && IS_STANDING[funding.status]) return act<FundingStep>({ do: 'CancelFunding', because });
  const owed = funding ? claimSteps(funding, view.now) : [];
  if (owed.length > 0) return act(...owed);
  if (project.round !== round) return end();
  if (!funding) return project.status === 'open' ? act<FundingStep>({ do: 'OpenFunding' }) : end();
  switch (funding.status) {
    case 'open':
      return whileOpen(view, sent);
    case 'target-reached':
      return act<FundingStep>(closing(funding));
    case 'fell-short':
      return project.status === 'open' ? act<FundingStep>({ do: 'RecordUnfunded' }) : end();
    case 'closed':
      return project.status === 'open' ? act<FundingStep>(recorded(funding)) : whileApprovalsAreAwaited(view, sent);
    case 'cancelled':
      return agreement?.status === 'draft' && because ? act<FundingStep>(voiding(agreement, because)) : end();
    case 'approved':
      return project.status === 'open' ? act<FundingStep>(recorded(funding)) : nextOfAgreement(view, sent);
    case 'unrecognised':
      return rest();
  }
}

const IS_STANDING: Readonly<Record<StatusOf<'funding'>, boolean>> = {
  open: true,
  'target-reached': true,
  closed: true,
  approved: true,
  'fell-short': false,
  cancelled: false,
  unrecognised: false,
};

type Funding = NonNullable<FundingView['funding']>;

/** Each close of a reopened round is another. */
const closing = (funding: Funding): FundingStep => ({ do: 'CloseFunding', ...again(funding) });
const recorded = (funding: Funding): FundingStep => ({ do: 'RecordFunded', ...again(funding) });
const again = ({ reopened }: Funding) => (reopened ? { reopened } : {});

/** Each draft is made void under its own count. */
const voiding = ({ draft = 1 }: AgreementView, because: VoidCause): FundingStep => ({ do: 'VoidAgreement', because, draft });

function whileOpen(view: FundingView, sent: ReadonlySet<string>): Next<FundingStep> {
  const { funding, project, agreement, now } = view;
  if (!funding) return end();
  const isReopened = project.status !== 'open' || (project.deadline !== undefined && project.deadline !== funding.deadline);
  if (isReopened) {
    const draft = agreement?.status === 'draft' ? [voiding(agreement, 'round-reopened')] : [];
    return act<FundingStep>(...draft, { do: 'RecordGapReopened', deadline: funding.deadline, ...again(funding) });
  }
  return now >= funding.deadline ? act<FundingStep>(closing(funding)) : whileAnswersAreAwaited(view, funding, sent);
}
