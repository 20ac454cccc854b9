import type { Rng } from '../rng.ts';
import { accountStep } from './accounts.ts';
import { actionStep } from './actions.ts';
import type { Asking } from './asking.ts';
import { budgetEndStep } from './budget-ends.ts';
import { contractingSteps } from './contracting.ts';
import { delegationStep, deputies, joinedSteps } from './delegations.ts';
import { bookingStep } from './exchanges.ts';
import { feeStep } from './fees.ts';
import { fileStep } from './files.ts';
import { gapStep } from './gaps.ts';
import { implementingSteps } from './implementing.ts';
import { mandateStep } from './mandates.ts';
import { ownerStep } from './owners.ts';
import { periodStep } from './periods.ts';
import { draft, proposingSteps } from './proposing.ts';
import { openEnvelope, raisingSteps } from './raising.ts';
import { correctionStep, freshRates, rateStep } from './rates.ts';
import { recoveryStep } from './recoveries.ts';
import { hasEnded, LEAST, leftOf, type Model, type Project, retire, type Step } from './state.ts';
import type { Walker } from './walkers.ts';

const AT_ONCE = 6;
const KEPT_ENDED = 3;

type Choosing = {
  readonly model: Model;
  readonly rng: Rng;
  readonly pairs: Rng;
  readonly mandates: Rng;
  readonly accounts: Rng;
  readonly files: Rng;
  readonly recoveries: Rng;
  readonly rates: Rng;
  readonly periods: Rng;
  readonly budgetEnds: Rng;
  readonly fees: Rng;
  readonly owners: Rng;
  readonly exchanges: Rng;
  readonly delegations: Rng;
  readonly duties: Rng;
  readonly actions: Rng;
  readonly evidence: string;
};

/** Chooses randomly what is sent next, from all that anybody could send now: a step, or two in parallel, of two projects. */
export function choosing(by: Choosing): () => Step[] {
  const { model, rng, pairs, mandates, accounts, files, recoveries, rates, periods, delegations, duties, evidence } = by;
  function candidates(): readonly Step[] {
    const by = rng.of(model.people);
    const running = model.inPlay.filter((project) => !hasEnded(project));
    if (running.length < AT_ONCE && rng.is(40)) return [draft({ model, rng, by })];
    const poor = model.sponsors.find(({ envelope, currency }) => leftOf(model, envelope) < LEAST[currency]);
    if (poor && rng.is(20)) return [openEnvelope({ model, rng, by }, poor)];
    const ended = model.inPlay.filter(hasEnded);
    const pool = rng.is(93) || ended.length === 0 ? running : ended;
    if (pool.length === 0) return [draft({ model, rng, by })];
    return onProject({ model, rng, by }, rng.of(pool));
  }
  const onProject = (asking: Asking, project: Project): readonly Step[] =>
    joinedSteps(asking, (each) => [
      ...proposingSteps(each, project),
      ...raisingSteps(each, project),
      ...contractingSteps(each, project),
      ...implementingSteps(each, project, evidence),
    ]);

  /** A step of a kind that is chosen for itself. */
  const single = (asking: Asking, build: (asking: Asking) => Step | undefined): Step | undefined =>
    joinedSteps(asking, (each) => [build(each) ?? []].flat())[0];

  /** Mostly something that may be done, often what leads on; else whatever comes. */
  function choose(): Step {
    const aim = rng.of(AIMS);
    for (let attempt = 0; attempt < 60; attempt += 1) {
      const found = candidates().filter((step) => fits(aim, step) && !(isEnding(step) && rng.is(85)));
      if (found.length === 0) continue;
      const name = rng.of([...new Set(found.map((step) => step.name))]);
      return spoiled(rng.of(found.filter((step) => step.name === name)));
    }
    return draft({ model, rng, by: rng.of(model.people) });
  }

  /** Mostly somebody who may, sometimes anybody. */
  function claiming(): Step | undefined {
    for (let attempt = 0; attempt < 20; attempt += 1) {
      const step = single({ model, rng: recoveries, by: recoveries.of(model.people) }, recoveryStep);
      if (!step || (isAllowed(step) && !step.isDone) || recoveries.is(5)) return step;
    }
    return undefined;
  }

  /** Now and then nobody sends it, or it insists on what is not. */
  function spoiled(step: Step): Step {
    if (rng.is(2)) return { ...step, by: undefined, isDone: false, rules: [[false, 401]] };
    if (rng.is(2) && step.project && isAllowed(step) && !step.isDone) return { ...step, version: 999_999, rules: [[false, 412]] };
    return step;
  }

  return () => {
    retire(model, KEPT_ENDED);
    if (mandates.is(3)) return [mandateStep({ model, rng: mandates, by: mandates.of(model.people) })];
    if (accounts.is(2)) return [accountStep({ model, rng: accounts, by: accounts.of(model.people) })];
    const rated = rates.is(2) ? single({ model, rng: rates, by: rates.of(model.people) }, rateStep) : undefined;
    if (rated) return [rated];
    const apart = outsideProjects(by);
    if (apart) return [apart];
    if (periods.is(2)) return [periodStep({ model, rng: periods, by: periods.of(model.people) })];
    const delegated = delegations.is(3) ? single({ model, rng: delegations, by: giver(model, delegations) }, delegationStep) : undefined;
    if (delegated) return [delegated];
    const inPlace = delegations.is(5) ? deputised(model, delegations, onProject) : undefined;
    if (inPlace) return [inPlace];
    const forbidden = duties.is(4) ? withAnotherDuty(model, duties, onProject) : undefined;
    if (forbidden) return [forbidden];
    const filed = files.is(6) ? single({ model, rng: files, by: files.of(model.people) }, fileStep) : undefined;
    if (filed) return [filed];
    const claimed = recoveries.is(6) ? claiming() : undefined;
    if (claimed) return [claimed];
    const step = choose();
    if (!pairs.is(30)) return [step];
    const other = choose();
    return areApart(step, other) ? [step, other] : [step];
  };
}

/** What is of no project: the budgets of sponsors, what their banks report, and what cities do by themselves. */
function outsideProjects({ model, fees, owners, budgetEnds, exchanges, actions }: Choosing): Step | undefined {
  if (actions.is(10)) return actionStep({ model, rng: actions, by: actor(model, actions) });
  if (exchanges.is(7)) return ofExchanges({ model, rng: exchanges, by: exchanges.of(model.people.filter(isOfSecretariat)) });
  if (fees.is(3)) return feeStep({ model, rng: fees, by: fees.of(model.people.filter(isOfSecretariat)) });
  if (fees.is(1)) return gapStep({ model, rng: fees, by: fees.of(model.people.filter(isOfSecretariat)) });
  if (owners.is(2)) return ownerStep({ model, rng: owners, by: owners.of(model.people.filter(isOfSecretariat)) });
  return budgetEnds.is(4) ? budgetEndStep(model, budgetEnds) : undefined;
}

/** Rates are kept at hand, mostly, and what waits for them is booked; at times they are corrected. */
const ofExchanges = (asking: Asking): Step | undefined => (asking.rng.is(30) ? correctionStep(asking) : undefined) ?? kept(asking);

const kept = (asking: Asking): Step | undefined =>
  asking.rng.is(60) ? (freshRates(asking) ?? bookingStep(asking)) : (bookingStep(asking) ?? freshRates(asking));

const isOfSecretariat = ({ organisation }: Walker): boolean => organisation === 'secretariat';

/** Mostly somebody of the secretariat, whose roles are given. */
function giver({ people }: Model, rng: Rng): Walker {
  return rng.of(rng.is(90) ? people.filter(isOfSecretariat) : people);
}

/** Mostly somebody of a city. */
const actor = ({ people, cities }: Model, rng: Rng): Walker =>
  rng.of(rng.is(90) ? people.filter(({ organisation }) => cities.includes(organisation)) : people);

type OnProject = (asking: Asking, project: Project) => readonly Step[];

/** What a deputy does in the place of others: mostly with payments, and mostly what it may. */
const deputised = (model: Model, rng: Rng, onProject: OnProject): Step | undefined =>
  paying(model, rng, onProject, deputies(model), (step) => rng.is(10) || isAllowed(step));

/** What somebody tries with a payment that only another duty forbids: a single rule prevents it. */
const withAnotherDuty = (model: Model, rng: Rng, onProject: OnProject): Step | undefined =>
  paying(
    model,
    rng,
    onProject,
    model.people.filter(isOfSecretariat),
    (step) => !step.isDone && isNearly(step) && step.rules.some(([isKept, status]) => !isKept && status === 403),
  );

function paying(
  model: Model,
  rng: Rng,
  onProject: OnProject,
  people: readonly Walker[],
  isWanted: (step: Step) => boolean,
): Step | undefined {
  for (let attempt = 0; attempt < 20 && model.inPlay.length > 0; attempt += 1) {
    const steps = onProject({ model, rng, by: rng.of(people) }, rng.of(model.inPlay));
    const found = steps.filter((step) => step.name.startsWith('payment ') && isWanted(step));
    if (found.length > 0) return rng.of(found);
  }
  return undefined;
}

const AIMS = ['leading', 'leading', 'leading', 'allowed', 'nearly', 'any'] as const;
const LEADING = new Set([
  'submission',
  'information',
  'eligibility',
  'opening',
  'offer',
  'accept',
  'first approval',
  'approval',
  'sign',
  'report',
  'verification',
]);
const PAYING = new Set([
  'request',
  'request in part',
  'release',
  'request an advance',
  'state an expenditure',
  'accept an expenditure',
  'payment first approval',
  'payment approval',
  'payment instruction',
  'payment settlement',
  'payment confirmation',
  'hold release',
  'drawing acceptance',
  'claim report',
  'claim confirmation',
  'propose closure',
  'closure',
  'approve a measure',
  'waive',
  'envelope',
]);

function fits(aim: (typeof AIMS)[number], step: Step): boolean {
  switch (aim) {
    case 'any':
      return true;
    case 'nearly':
      // A single rule prevents it: if it were gone, nobody else would refuse.
      return !step.isDone && isNearly(step);
    case 'allowed':
      return isAllowed(step) && !step.isDone;
    case 'leading':
      return isAllowed(step) && !step.isDone && (LEADING.has(step.name) || PAYING.has(step.name));
  }
}
const isAllowed = ({ rules }: Step): boolean => rules.every(([isKept]) => isKept);
const isNearly = ({ rules }: Step): boolean => rules.filter(([isKept]) => !isKept).length === 1;
/** Steps after which there is little left to do, or that take back what was done: they are taken more seldom. */
const isEnding = ({ name }: Step): boolean => ENDING.has(name);
const ENDING = new Set(['ineligibility', 'refusal', 'project withdrawal', 'decline to sign', 'payment return', 'payment reversal', 'hold']);

/** Whether the order of two steps changes nothing. What a sponsor may pay by hand today depends on all its payments. */
const areApart = (step: Step, other: Step): boolean =>
  step.name !== 'payment instruction' &&
  step.project !== undefined &&
  other.project !== undefined &&
  step.project !== other.project &&
  !takesBudget(other);

/** Whether it may take budget of a sponsor, or set some free: which of two such steps comes first decides what is left. */
const takesBudget = ({ name }: Step): boolean => !BESIDE_BUDGETS.has(name);
const BESIDE_BUDGETS = new Set([
  'submission',
  'information',
  'eligibility',
  'opening',
  'report',
  'return',
  'verification',
  'sign',
  'request',
  'request in part',
  'release',
  'payment first approval',
  'payment approval',
  'payment settlement',
  'payment confirmation',
  'propose closure',
  'closure',
]);
