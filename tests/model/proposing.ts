import { randomUUID } from 'node:crypto';
import type { OperationName } from '@junkan/client/operations.ts';
import { proposal } from '../actors.ts';
import { MET } from '../screened.ts';
import { type Asking, known, NOTE, needs, post } from './asking.ts';
import { isUnsettled } from './retention.ts';
import { PROMISED, type Project, type Step, TRANCHES } from './state.ts';

type Status = Project['status'];
const PLANNED = { ...PROMISED, baseline: '0', method: 'Counted at the counter.', milestones: [...TRANCHES] };
const TEXTS = ['Repair cafés', 'Refill shops', 'Borrowing halls'];

/** The steps of a project itself: proposal, screening, opening, approval, close. */
export function proposingSteps(asking: Asking, project: Project): Step[] {
  return [...ofProposer(asking, project), ...ofScreener(asking, project), ...ofApprover(asking, project)];
}

export function draft(asking: Asking): Step {
  const { model, rng, by } = asking;
  const city = rng.of(model.cities);
  const { body, isComplete, minimum } = proposalOf(asking, rng.of([5_000, 10_000, 10_000]));
  const effect: Step['effect'] = ({ id }) => {
    const project: Project = {
      id,
      city,
      version: 1,
      status: 'draft',
      isComplete,
      wasSubmitted: false,
      minimum,
      closure: undefined,
      closures: 0,
      saidLast: '',
      proposers: new Set([by.person]),
      screeners: new Set<string>(),
      funding: undefined,
      agreement: undefined,
    };
    model.projects.push(project);
    model.inPlay.push(project);
  };
  return post('draft', 'draftProject', {}, asking, undefined, {
    body: { proposer: city, proposal: body },
    rules: [needs(by, ['proposer.officer'], city)],
    effect,
  });
}

function proposalOf({ rng }: Asking, minimum: number) {
  const isComplete = rng.is(85);
  const whole = proposal({ milestones: ['500.00', '500.00'], minimumCloseBasisPoints: minimum });
  const title = isComplete ? `${rng.of(TEXTS)} ${randomUUID()}` : '';
  return { body: { ...whole, title, countries: ['JP'], plannedIndicators: [PLANNED] }, isComplete, minimum };
}

/** A step from one status to another. `same-words`: it is done already where the same person has said the same. */
function moves(
  name: string,
  operation: OperationName,
  from: readonly Status[],
  to: Status,
  done: boolean | 'same-words',
  also: () => void = () => undefined,
) {
  return (asking: Asking, project: Project, who: Step['rules'][number], body: object = NOTE, rules: Step['rules'] = []): Step => {
    const said = `${name} by ${asking.by.person}`;
    const isDone = done === 'same-words' ? project.status === to && project.saidLast === said : done;
    return post(name, operation, { id: project.id }, asking, project, {
      body,
      isDone,
      rules: [who, [isDone || from.includes(project.status), 409], ...rules],
      effect: () => {
        project.status = to;
        project.saidLast = said;
        project.wasSubmitted ||= to === 'submitted';
        also();
      },
    });
  };
}

function ofProposer(asking: Asking, project: Project): Step[] {
  const { by } = asking;
  const officer = needs(by, ['proposer.officer'], project.city);
  const { body, isComplete } = proposalOf(asking, project.minimum);
  const complete: Step['rules'] = [[project.isComplete, 422]];
  const isSubmitted = project.status === 'submitted';
  const proposed = () => void project.proposers.add(by.person);
  const revise: Step = {
    name: 'revise',
    by,
    operation: 'reviseProposal',
    of: { id: project.id },
    body,
    version: project.version,
    project,
    rules: [
      ...known(by, project, 'reviseProposal'),
      officer,
      [project.status === 'draft' || project.status === 'more-information-required', 409],
    ],
    effect: () => {
      project.isComplete = isComplete;
      proposed();
    },
  };
  const mayTakeBack = ['draft', 'submitted', 'more-information-required', 'eligible', 'open', 'unfunded', 'funded'] as readonly Status[];
  return [
    revise,
    moves('submission', 'submitProject', ['draft'], 'submitted', isSubmitted, proposed)(asking, project, officer, {}, complete),
    moves(
      'information',
      'provideInformation',
      ['more-information-required'],
      'submitted',
      'same-words',
      proposed,
    )(asking, project, officer, NOTE, complete),
    moves(
      'project withdrawal',
      'withdrawProject',
      mayTakeBack,
      'withdrawn',
      'same-words',
    )(asking, project, needs(by, ['proposer.officer', 'proposer.certifier'], project.city)),
  ];
}

function ofScreener(asking: Asking, project: Project): Step[] {
  const { by } = asking;
  const officer = needs(by, ['secretariat.officer']);
  const screened = () => void project.screeners.add(by.person);
  const is = (status: Status): boolean => project.status === status;
  const reasons = { reasons: ['other'] };
  const newRound = () => {
    screened();
    Object.assign(project, { funding: undefined, agreement: undefined });
  };
  return [
    moves(
      'information-requests',
      'requestInformation',
      ['submitted'],
      'more-information-required',
      'same-words',
      screened,
    )(asking, project, officer),
    moves('eligibility', 'declareEligible', ['submitted'], 'eligible', is('eligible'), screened)(asking, project, officer, MET),
    moves(
      'ineligibility',
      'declareIneligible',
      ['submitted', 'more-information-required'],
      'ineligible',
      is('ineligible'),
      screened,
    )(asking, project, officer, reasons),
    moves('opening', 'openProject', ['eligible', 'unfunded'], 'open', is('open'), newRound)(asking, project, officer, {}),
    proposeClosure(asking, project, officer),
  ];
}

/** What is claimed back, or is to be paid again, comes to an end first. */
const isClosable = ({ agreement }: Project): boolean =>
  agreement === undefined ||
  !(isUnsettled(agreement) || agreement.recoveries.some(({ status }) => status === 'claimed' || status === 'pending'));

function proposeClosure(asking: Asking, project: Project, officer: Step['rules'][number]): Step {
  const { person } = asking.by;
  const isDone = project.closure?.by === person;
  return post('propose closure', 'proposeClosure', { id: project.id }, asking, project, {
    rules: [
      officer,
      [isDone || (project.status === 'completed' && project.closure === undefined), 409],
      [isDone || isClosable(project), 409],
    ],
    isDone,
    effect: () => {
      project.closures += 1;
      project.closure = { number: project.closures, by: person };
    },
  });
}

/** A closure is approved by another person than the one who proposed it, and refused by any approver. */
function decideClosure(asking: Asking, project: Project, approver: Step['rules'][number]): Step[] {
  const { number, by } = project.closure ?? { number: project.closures || 1, by: '' };
  const waits: Step['rules'][number] = [project.status === 'completed' && project.closure !== undefined, 409];
  const of = { id: project.id, number };
  return [
    post('closure', 'closeProject', of, asking, project, {
      isDone: project.status === 'closed',
      rules: [
        approver,
        [project.status === 'closed' || waits[0], 409],
        [by !== asking.by.person, 403],
        [project.status === 'closed' || isClosable(project), 409],
      ],
      effect: () => Object.assign(project, { status: 'closed', closure: undefined }),
    }),
    post('refuse closure', 'refuseClosure', of, asking, project, {
      body: NOTE,
      isDone: project.status === 'completed' && project.closures > 0 && project.closure === undefined,
      rules: [approver, [waits[0] || (project.status === 'completed' && project.closures > 0), 409]],
      effect: () => {
        project.closure = undefined;
      },
    }),
  ];
}

const APPROVED: readonly Status[] = ['approved', 'in-implementation', 'suspended', 'terminated', 'completed', 'closed'];

function ofApprover(asking: Asking, project: Project): Step[] {
  const { by } = asking;
  const approver = needs(by, ['secretariat.approver']);
  // Nobody approves, or refuses, what they screened.
  const another: Step['rules'] = [[!project.screeners.has(by.person), 403]];
  const isDone = APPROVED.includes(project.status);
  return [
    moves('approval', 'approveProject', ['funded'], 'approved', isDone)(asking, project, approver, {}, another),
    moves('refusal', 'refuseProject', ['funded'], 'refused', 'same-words')(asking, project, approver, NOTE, another),
    ...decideClosure(asking, project, approver),
  ];
}
