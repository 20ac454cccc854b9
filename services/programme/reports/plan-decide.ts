import { dayIn, daysAfter } from '@junkan/kit/pure/dates.ts';
import { accept, alreadyApplied, type Decision as Decided, refuse } from '@junkan/kit/pure/decision.ts';
import { ROLES } from '@junkan/proto/junkan/programme/v1/roles.ts';
import { faultOfBeginning, faultOfHandingIn, notAllowedFor } from './owing.ts';
import {
  type Command,
  type CommandOf,
  type Content,
  currentOf,
  type Edition,
  type Event,
  type Existing,
  type Rejection,
  type State,
  standing,
} from './plan.ts';

type Decision = Decided<Event, Rejection>;

export function decide(command: Command, state: State): Decision {
  if (command.type === 'OpenPlan') return open(command, state);
  if (state.status === 'absent') return refuse({ type: 'ActionPlanIsUnknown' });
  const refusal = notAllowedFor(command.by, ROLES[command.type], state.city);
  if (refusal) return refuse(refusal);
  // biome-ignore lint/nursery/useExhaustiveSwitchCases: the case that is missing is answered above
  switch (command.type) {
    case 'DraftPlan':
      return draft(command, state);
    case 'SignOffPlan':
      return signOff(command, state);
    case 'AcceptPlan':
      return acceptPlan(command, state);
    case 'ReturnPlan':
      return sendBack(command, state);
  }
}

function open({ owing, now, by }: CommandOf<'OpenPlan'>, state: State): Decision {
  const refusal = notAllowedFor(by, [...ROLES.OpenPlan, 'system.workflow'], owing.city);
  if (refusal) return refuse(refusal);
  if (state.status !== 'absent') return alreadyApplied;
  const fault = faultOfBeginning(owing);
  if (fault) return refuse(fault);
  const { signatory, attempt, city, timeZone, dueOn, due } = owing;
  return accept({ type: 'PlanOpened', signatory, attempt, city, timeZone, dueOn, due, at: now, by: by.person });
}

const locked = (edition: number): Decision => refuse({ type: 'EditionIsLocked', edition, correction: 'draftPlan' });

/** What is drafted replaces what was drafted before; after an accepted edition it begins the next. */
function draft({ edition, content, commitments, unknownEvidence, now, by }: CommandOf<'DraftPlan'>, state: Existing): Decision {
  const current = currentOf(state);
  if (current?.status === 'submitted') return refuse({ type: 'ActionPlanIsInAnotherStatus', status: current.status });
  if (edition !== (current?.number ?? state.editions.length + 1)) return locked(edition);
  const named = [...content.actions.flatMap((action) => action.commitments), ...content.left.map(({ commitment }) => commitment)];
  const unknown = [...new Set(named)].filter((each) => !commitments.includes(each));
  if (unknown.length > 0) return refuse({ type: 'CommitmentsAreUnknown', commitments: unknown });
  if (unknownEvidence.length > 0) return refuse({ type: 'EvidenceIsUnknown', hashes: unknownEvidence });
  const today = dayIn(state.timeZone, now);
  if (content.decision && content.decision.on > today) return refuse({ type: 'DateIsAhead', today });
  if (current?.status === 'draft' && isSame(current, content)) return alreadyApplied;
  // What was returned is not handed in again as it was.
  if (current?.status === 'returned' && isSame(current, content)) return refuse({ type: 'NothingIsChanged', edition });
  return accept({ type: 'PlanDrafted', edition, ...content, at: now, by: by.person });
}

const isSame = (one: Content, other: Content): boolean => JSON.stringify(contentOf(one)) === JSON.stringify(contentOf(other));
const contentOf = ({ decision, objectives, actions, left }: Content) => [
  decision ? [decision.on, decision.number, decision.document] : [],
  objectives,
  actions.map(({ title, commitments, seeksMoney }) => [title, commitments, seeksMoney]),
  left.map(({ commitment, reason }) => [commitment, reason]),
];

/** The edition that is current, if it is the one that is meant and in one of these statuses. */
function editionIn(state: Existing, number: number, statuses: readonly Edition['status'][]): Edition | Decision {
  const current = currentOf(state);
  if (current?.number !== number) return locked(number);
  return statuses.includes(current.status) ? current : refuse({ type: 'ActionPlanIsInAnotherStatus', status: current.status });
}

/** Each commitment has an action or a reason; those who drafted any of it do not sign it off. */
function signOff({ edition: number, owing, commitments, now, by }: CommandOf<'SignOffPlan'>, state: Existing): Decision {
  const before = currentOf(state);
  if (before?.number === number && before.status === 'submitted' && before.signedOffBy === by.person) return alreadyApplied;
  const edition = editionIn(state, number, ['draft']);
  if ('ok' in edition) return edition;
  const fault = standing(state) ? undefined : faultOfHandingIn(owing);
  if (fault) return refuse(fault);
  if (!edition.decision) return refuse({ type: 'CouncilDecisionIsMissing' });
  const named = new Set([...edition.actions.flatMap((action) => action.commitments), ...edition.left.map(({ commitment }) => commitment)]);
  const lacking = commitments.filter((each) => !named.has(each));
  if (lacking.length > 0) return refuse({ type: 'CommitmentWithoutAction', commitments: lacking });
  if (edition.preparedBy.includes(by.person)) return refuse({ type: 'PreparedByTheSamePerson', person: by.person });
  const { signatory } = state;
  return accept({
    type: 'PlanSubmitted',
    signatory,
    edition: number,
    reviewDue: daysAfter(now, owing?.reviewDays ?? 0),
    at: now,
    by: by.person,
  });
}

function acceptPlan({ edition: number, now, by }: CommandOf<'AcceptPlan'>, state: Existing): Decision {
  if (standing(state)?.number === number && standing(state)?.reviewedBy === by.person) return alreadyApplied;
  const edition = editionIn(state, number, ['submitted']);
  if ('ok' in edition) return edition;
  return accept({ type: 'PlanAccepted', signatory: state.signatory, edition: number, at: now, by: by.person });
}

function sendBack({ edition: number, remarks, now, by }: CommandOf<'ReturnPlan'>, state: Existing): Decision {
  const edition = editionIn(state, number, ['submitted', 'returned']);
  if ('ok' in edition) return edition;
  if (edition.status === 'returned')
    return edition.reviewedBy === by.person && JSON.stringify(edition.remarks) === JSON.stringify(remarks)
      ? alreadyApplied
      : refuse({ type: 'ActionPlanIsInAnotherStatus', status: edition.status });
  return accept({ type: 'PlanReturned', signatory: state.signatory, edition: number, remarks, at: now, by: by.person });
}
