import type { Funding, RoundQuestions } from '@junkan/proto/junkan/matching/v1/model.ts';
import type { Proposer, ReportDraft } from '@junkan/proto/junkan/project/v1/model.ts';
import type { Envelope, Sponsor } from '@junkan/proto/junkan/sponsor/v1/model.ts';
import type { AgreementState } from '../agreement.ts';
import type { Waited } from '../item.ts';
import type { ListedKind, SeenItem } from '../items.ts';
import { listedOf } from '../listed.ts';
import type { MilestoneState } from '../milestone.ts';
import type { ProjectState } from '../project.ts';
import { type Task, tasksOf } from './task.ts';
import { tasksOfDraft } from './work-of-drafts.ts';
import { tasksOfAgreement } from './work-of-money.ts';
import { tasksOfStatement } from './work-of-statements.ts';

/** The state of each kind of stream that somebody may wait for. */
type States = { readonly [Kind in ListedKind]: SeenItem<Kind> } & {
  readonly project: ProjectState;
  readonly milestone: MilestoneState;
  readonly funding: Funding;
  readonly agreement: AgreementState;
  readonly envelope: Envelope;
  readonly organisation: Proposer;
  readonly sponsor: Sponsor;
  readonly report: ReportDraft;
  readonly questions: RoundQuestions;
};
type WaitedFor = keyof States;
export type Waiting = { [Kind in WaitedFor]: { readonly kind: Kind; readonly state: States[Kind] & Waited } }[WaitedFor];
/** Something of each kind, by its state. */
export type ByKind<Result, More extends readonly unknown[] = []> = {
  readonly [Kind in WaitedFor]: (state: States[Kind] & Waited, ...more: More) => Result;
};

/** The tasks of a stream that follow from its own events alone, where they are not just what its owner says that it waits for. */
const TASKS: Partial<ByKind<Task[]>> = {
  agreement: tasksOfAgreement,
  // Its stream has another name.
  organisation: tasksOf,
  project: (state) => tasksOf({ ...state, project: state.id }),
  report: tasksOfDraft,
  statement: tasksOfStatement,
};
export const isWaitedFor = (kind: string): kind is WaitedFor => Object.hasOwn(TASKS, kind) || listedOf(kind)?.fold.waitsOf !== undefined;

/** What a table has for a stream; undefined for a kind that it does not name. */
export const inTable = <Result, More extends readonly unknown[]>(
  table: Partial<ByKind<Result, More>>,
  { kind, state }: Waiting,
  ...more: More
): Result | undefined => (table[kind] as ((state: unknown, ...more: More) => Result) | undefined)?.(state, ...more);

/** What a task is about, where the item says it: whose, of which day, how it is called, and which payment. */
const ABOUT: Partial<ByKind<Partial<Pick<Task, 'owner' | 'day' | 'name' | 'pays'>>, [Task]>> = {
  milestone: ({ title }) => ({ name: title }),
  funding: ({ offers }, { of }) => ({ owner: offers.find(({ id }) => id === of.offer)?.sponsor ?? '' }),
  agreement({ payments, holds }, { of, pays }) {
    const order = payments.find(({ id }) => id === of.payment);
    const paid = order && { tranche: order.tranche, advance: order.advance, partPayment: order.partPayment };
    const held = holds.find(({ number }) => number === of.hold);
    const part = held && { tranche: held.tranche, advance: 0, partPayment: 0 };
    return { owner: of.sponsor ?? order?.sponsor ?? held?.sponsor ?? '', pays: pays ?? paid ?? part };
  },
  envelope: ({ sponsor }) => ({ owner: sponsor }),
  organisation: ({ id }) => ({ owner: id }),
  sponsor: ({ id }) => ({ owner: id }),
  'payment-file': ({ payer, executionDate }) => ({ owner: payer, day: executionDate }),
  'cash-book': ({ sponsor, through, currency }) => ({ owner: sponsor, day: through, name: currency }),
  'bank-account': ({ organisation, bankName, lastFour }) => ({ owner: organisation, name: `${bankName} …${lastFour}` }),
  'approval-rules': ({ organisation }) => ({ owner: organisation }),
  delegations: ({ organisation }) => ({ owner: organisation }),
  passport: ({ subject }) => ({ owner: subject }),
  declaration: ({ versions }) => ({ name: versions.at(-1)?.text?.title[0]?.text ?? '' }),
  'training-session': ({ title }) => ({ name: title }),
  certificate: ({ text }) => ({ name: text?.title ?? '' }),
  signatory: ({ city, place }) => ({ owner: city, name: place?.name ?? '' }),
  assessment: ({ city }) => ({ owner: city }),
  'action-plan': ({ city }) => ({ owner: city }),
  'progress-report': ({ city, number }) => ({ owner: city, name: `${number}` }),
  rates: ({ day, source }) => ({ day, name: source }),
  period: ({ through }) => ({ day: through }),
  exchange: ({ seeker, topic }) => ({ owner: seeker, name: topic[0] ?? '' }),
  'support-request': ({ city, title }) => ({ owner: city, name: title }),
  series: ({ city, indicator }) => ({ owner: city, name: indicator }),
  'award-cycle': ({ title }) => ({ name: title }),
  nomination: ({ city, title }) => ({ owner: city, name: title }),
  'project-call': ({ owner, title }) => ({ owner, name: title[0]?.text ?? '' }),
  'call-answer': ({ city, title }) => ({ owner: city, name: title }),
  action: ({ city, content }) => ({ owner: city, name: content?.title ?? '' }),
};

/** A task with what it is about. */
export const about = <Of extends Task>(waiting: Waiting, task: Of): Of => ({ ...task, ...inTable(ABOUT, waiting, task) });

export const ownTasks = (waiting: Waiting): Task[] =>
  (inTable(TASKS, waiting) ?? tasksOf(waiting.state)).map((each) => about(waiting, each));

/** The item at which waiting work is read: for a stream that belongs to an item, that item. */
export const itemOf = (stream: string, waiting: Waiting): string => {
  if (waiting.kind === 'report') return waiting.state.milestone;
  return waiting.kind === 'questions' ? waiting.state.funding : stream;
};
