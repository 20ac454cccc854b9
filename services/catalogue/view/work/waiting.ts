import type { ApprovalRules, BankAccount, Period, RateSheet, Statement } from '@junkan/proto/junkan/disbursement/v1/model.ts';
import type { Funding, RoundQuestions } from '@junkan/proto/junkan/matching/v1/model.ts';
import type { Delegations, ReportDraft } from '@junkan/proto/junkan/project/v1/model.ts';
import type { Envelope, Passport } from '@junkan/proto/junkan/sponsor/v1/model.ts';
import type { AgreementState } from '../agreement.ts';
import type { SeenItem } from '../items.ts';
import type { MilestoneState } from '../milestone.ts';
import type { ProjectState } from '../project.ts';
import type { Task } from './task.ts';
import { tasksOfAccount } from './work-of-accounts.ts';
import { tasksOfDelegations } from './work-of-delegations.ts';
import { tasksOfDraft } from './work-of-drafts.ts';
import { tasksOfEnvelope } from './work-of-envelopes.ts';
import { tasksOfFile } from './work-of-files.ts';
import { tasksOfAgreement } from './work-of-money.ts';
import { tasksOfFunding, tasksOfPassport } from './work-of-offers.ts';
import { tasksOfPeriod } from './work-of-periods.ts';
import { tasksOfMilestone, tasksOfProject } from './work-of-projects.ts';
import { tasksOfQuestions } from './work-of-questions.ts';
import { tasksOfRates } from './work-of-rates.ts';
import { tasksOfRules } from './work-of-rules.ts';
import { tasksOfStatement } from './work-of-statements.ts';

/** What each kind of stream that anybody waits for has come to. */
type States = {
  readonly project: ProjectState;
  readonly milestone: MilestoneState;
  readonly funding: Funding;
  readonly agreement: AgreementState;
  readonly passport: Passport;
  readonly envelope: Envelope;
  readonly report: ReportDraft;
  readonly questions: RoundQuestions;
  readonly statement: Statement;
  readonly 'bank-account': BankAccount;
  readonly 'payment-file': SeenItem<'payment-file'>;
  readonly rates: RateSheet;
  readonly period: Period;
  readonly 'approval-rules': ApprovalRules;
  readonly delegations: Delegations;
};
export type Waiting = { [Kind in keyof States]: { readonly kind: Kind; readonly state: States[Kind] } }[keyof States];

/** What a stream waits for by its own events alone. */
export function ownTasks(waiting: Waiting): Task[] {
  switch (waiting.kind) {
    case 'project':
      return tasksOfProject(waiting.state);
    case 'milestone':
      return tasksOfMilestone(waiting.state);
    case 'funding':
      return tasksOfFunding(waiting.state);
    case 'agreement':
      return tasksOfAgreement(waiting.state);
    case 'passport':
      return tasksOfPassport(waiting.state);
    case 'envelope':
      return tasksOfEnvelope(waiting.state);
    case 'report':
      return tasksOfDraft(waiting.state);
    case 'questions':
      return tasksOfQuestions(waiting.state);
    case 'statement':
      return tasksOfStatement(waiting.state);
    case 'bank-account':
      return tasksOfAccount(waiting.state);
    case 'payment-file':
      return tasksOfFile(waiting.state);
    case 'rates':
      return tasksOfRates(waiting.state);
    case 'period':
      return tasksOfPeriod(waiting.state);
    case 'approval-rules':
      return tasksOfRules(waiting.state);
    case 'delegations':
      return tasksOfDelegations(waiting.state);
  }
}

const WAITED_FOR: Readonly<Record<Waiting['kind'], true>> = {
  project: true,
  milestone: true,
  funding: true,
  agreement: true,
  passport: true,
  envelope: true,
  report: true,
  questions: true,
  statement: true,
  'bank-account': true,
  'payment-file': true,
  rates: true,
  period: true,
  'approval-rules': true,
  delegations: true,
};
export const isWaitedFor = (kind: string): kind is Waiting['kind'] => Object.hasOwn(WAITED_FOR, kind);

/** Where what waits is read: what lies beside an item, at that. */
export const itemOf = (stream: string, waiting: Waiting): string => {
  if (waiting.kind === 'report') return waiting.state.milestone;
  return waiting.kind === 'questions' ? waiting.state.funding : stream;
};
