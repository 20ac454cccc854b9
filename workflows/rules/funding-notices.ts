import { type Instant, instant, milliseconds, plusDays } from '@junkan/kit/pure/dates.ts';
import type { FundingStep, FundingView } from './funding-view.ts';
import { type Next, notify, type Planned, rest } from './next.ts';

type Party = { readonly role: string; readonly organisation: string };
const SECRETARIAT = 'secretariat';

/** Those who must approve a modification are notified as soon as it is proposed. */
export function whileMeasureIsAwaited({ now, agreement }: FundingView, sent: ReadonlySet<string>): Next<FundingStep> {
  const { measure = 0, parties = [] } = agreement?.pending ?? {};
  const approvers = parties.map((party) => ({ role: approverOf(party, agreement?.proposer), organisation: party }));
  return notify<FundingStep>(now, sent, remind('measure', now, approvers, String(measure)));
}

function approverOf(party: string, proposer: string | undefined): string {
  if (party === SECRETARIAT) return 'secretariat.approver';
  return party === proposer ? 'proposer.certifier' : 'sponsor.approver';
}

/** Those who have terms to answer are reminded before the round ends; terms that end earlier wake the workflow with a timer. */
export function whileAnswersAreAwaited(
  { now, project, policy }: FundingView,
  { deadline, offers }: NonNullable<FundingView['funding']>,
  sent: ReadonlySet<string>,
): Next<FundingStep> {
  const live = offers.filter(({ status }) => status === 'live');
  const ends = live.map(({ expiresAt = '' }) => expiresAt).filter((at) => at !== '');
  const parties = live.map(({ side, sponsor }) =>
    side === 'proposer'
      ? { role: 'sponsor.officer', organisation: sponsor }
      : { role: 'proposer.officer', organisation: project.proposer ?? '' },
  );
  const planned = policy ? remind('offers', plusDays(deadline, -policy.remindBeforeRoundEnds), unique(parties), deadline) : [];
  const { openedAt = '' } = project;
  const unoffered = offers.length === 0 && openedAt !== '' ? whileNobodyOffers(project, halfway(openedAt, deadline)) : [];
  return notify<FundingStep>(now, sent, [...planned, ...unoffered], [...ends, deadline].sort()[0]);
}

/** While half of the round is left, both sides can still make the project known to sponsors. */
const whileNobodyOffers = ({ round, proposer = '' }: FundingView['project'], at: Instant): Planned[] => {
  const officers = [
    { role: 'secretariat.officer', organisation: SECRETARIAT },
    { role: 'proposer.officer', organisation: proposer },
  ];
  return remind('round-without-offers', at, officers, String(round));
};

const halfway = (from: Instant, to: Instant): Instant => instant((milliseconds(from) + milliseconds(to)) / 2);

export function whileApprovalsAreAwaited({ now, project, funding, policy }: FundingView, sent: ReadonlySet<string>): Next<FundingStep> {
  const approvers = (funding?.offers ?? [])
    .filter(({ status }) => status === 'accepted')
    .map(({ sponsor }) => ({ role: 'sponsor.approver', organisation: sponsor }));
  return notify<FundingStep>(now, sent, [
    ...remind('approval', project.approvalDue, policy ? unique(approvers) : approvers),
    ...(policy ? escalate('approval', project.approvalDue, policy.escalateApprovalAfter, 'secretariat.officer') : []),
  ]);
}

export function whileProjectApprovalIsAwaited({ now, project, policy }: FundingView, sent: ReadonlySet<string>): Next<FundingStep> {
  return notify<FundingStep>(now, sent, [
    ...remind('approval', project.approvalDue, [{ role: 'secretariat.approver', organisation: SECRETARIAT }]),
    ...(policy ? escalate('approval', project.approvalDue, policy.escalateApprovalAfter, 'secretariat.officer') : []),
  ]);
}

/** Each party that has not signed, and then the secretariat's officer; older views report only the latter. */
export function whileSignaturesAreAwaited({ now, agreement, policy }: FundingView, sent: ReadonlySet<string>): Next<FundingStep> {
  const due = agreement?.signingDue ?? '';
  if (!policy)
    return notify<FundingStep>(now, sent, remind('signature', due, [{ role: 'secretariat.officer', organisation: SECRETARIAT }]));
  const parties = (agreement?.unsigned ?? []).map((party) => ({ role: approverOf(party, agreement?.proposer), organisation: party }));
  return notify<FundingStep>(now, sent, [
    ...remind('signature', due, parties),
    ...escalate('signature', due, policy.escalateSignatureAfter, 'secretariat.officer'),
  ]);
}

export function whileCloseIsAwaited({ now, project, policy }: FundingView, sent: ReadonlySet<string>): Next<FundingStep> {
  const due = project.closingDue ?? '';
  // Nobody is asked to close it before; not so in the views of older histories.
  const mustWait = project.unpaid !== undefined && (project.unpaid || (project.openRecoveries ?? []).length > 0);
  if (mustWait) return rest();
  if (!policy) return notify<FundingStep>(now, sent, []);
  return notify<FundingStep>(now, sent, [
    ...remind('close', due, [{ role: 'secretariat.officer', organisation: SECRETARIAT }]),
    ...escalate('close', due, policy.escalateClosingAfter, 'secretariat.approver'),
  ]);
}

const remind = (matter: string, at: Instant | '', parties: readonly Party[], occurrence: string = at): Planned[] =>
  at === '' ? [] : parties.map((party) => ({ at, notice: { do: 'RemindOf', matter, occurrence, ...party } }));

const escalate = (matter: string, due: Instant | '', days: number, role: string): Planned[] =>
  due === '' ? [] : [{ at: plusDays(due, days), notice: { do: 'EscalateTo', matter, occurrence: due, role, organisation: SECRETARIAT } }];

const unique = (parties: readonly Party[]): Party[] => [
  ...new Map(parties.map((party) => [`${party.role}/${party.organisation}`, party])).values(),
];
