import type { DatabaseSync } from 'node:sqlite';
import { failsInFile } from '@junkan/disbursement/readers.ts';
import { idFrom } from '@junkan/kit/ids.ts';
import type { WorkKind } from '@junkan/proto/junkan/catalogue/v1/language.ts';
import { parsePaymentStatus } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import type { Payment } from '@junkan/proto/junkan/disbursement/v1/model.ts';
import { reportDraftIdParts } from '@junkan/proto/junkan/project/v1/language.ts';
import { type AgreementState, agreement, partiesOf } from '../agreement.ts';
import { funding } from '../funding.ts';
import type { AnyListed, Listed } from '../item.ts';
import { action, callAnswer, paymentFile, projectCall, type SeenItem } from '../items.ts';
import { type MilestoneState, milestone } from '../milestone.ts';
import { project } from '../project.ts';
import { questions } from '../questions.ts';
import { report } from '../report.ts';
import type { Streams } from '../streams.ts';
import { ratesAtHand } from './rates-at-hand.ts';
import { dueAtEndOf, excluding, type Task } from './task.ts';
import { keyOf, NO_ROWS, sinceIn, type TaskRows, taskRows, type WaitingTask } from './task-rows.ts';
import { about, type ByKind, inTable, isWaitedFor, itemOf, ownTasks, type Waiting } from './waiting.ts';
import { type BudgetsAtHand, budgetsAtHand, heldOf, increasesIn } from './work-of-budgets.ts';
import { dueOfDraft, KINDS_OF_DRAFTS, withheldByDraft } from './work-of-drafts.ts';
import { toBookAnew } from './work-of-exchanges.ts';
import { isUndone, requestsOf } from './work-of-money.ts';
import { dueOfQuestion, KINDS_OF_QUESTIONS } from './work-of-questions.ts';

/**
 * `since`: when the wait for each of its tasks began. `rows`: those of its tasks, as they are written. `shared`: what other streams read from
 * it.
 */
type Touched = { waiting: Waiting; since: ReadonlyMap<string, string>; readonly rows: TaskRows; readonly shared: string };

/**
 * Keeps the table of tasks. What streams need of each other, the date of an approval or the verdict for a payment, is looked up when rows
 * are written, and again when the other stream changes: the streams of a project may be read in any order.
 */
export function workRows(db: DatabaseSync, known: Streams) {
  const touched = new Map<string, Touched>();
  const other = others(db, known);
  const rates = ratesAtHand(db, known);
  const budgets = budgetsAtHand(db, known);
  const rows = taskRows(db);

  /** Each stream whose tasks hang on one that was touched. */
  function dependents(id: string, { waiting, shared }: Touched): Waiting[] {
    if (shared === sharedBy(waiting)) return [];
    return inTable(DEPENDENTS, waiting, { id, shared, other, rates, budgets }) ?? [];
  }

  function write(stream: string, { waiting, since, rows: before }: Omit<Touched, 'shared'>): void {
    const item = itemOf(stream, waiting);
    const own = ownTasks(waiting).flatMap((task) =>
      completed(task, waiting, other).map((each): WaitingTask => ({ ...each, item, since: since.get(keyOf(task)) ?? again(waiting) })),
    );
    const ofOthers =
      waiting.kind === 'agreement'
        ? [
            ...requestedIn(stream, waiting.state, other),
            ...rebookingsOf(stream, waiting.state, rates),
            ...increasesIn(waiting.state, budgets, rates.sheetsOf),
          ]
        : [];
    rows.write(stream, before, [...own, ...ofOthers.map((each) => about(waiting, each))]);
  }

  function touch(waiting: Waiting, before: unknown): Touched {
    if (!before) return { waiting, since: new Map(), rows: NO_ROWS, shared: '' };
    const written = rows.of(waiting.state.id);
    return { waiting, since: sinceIn(written), rows: written, shared: sharedBy({ kind: waiting.kind, state: before } as Waiting) };
  }

  return {
    /** After each event, so that when a wait began does not hang on how the feed was cut. `before`: the state as its rows were last written. */
    fold(kind: string, state: unknown, at: string, before: unknown): void {
      if (!isWaitedFor(kind)) return;
      const waiting = { kind, state } as Waiting;
      const { id } = waiting.state;
      const earlier = touched.get(id) ?? touch(waiting, before);
      const keys = ownTasks(waiting).map(keyOf);
      touched.set(id, { ...earlier, waiting, since: new Map(keys.map((key) => [key, earlier.since.get(key) ?? at])) });
    },
    /** Once the rows of the items are written. */
    write(): void {
      const repaired = new Map([...touched].flatMap(([id, each]) => dependents(id, each)).map((each) => [each.state.id, each]));
      for (const [stream, waiting] of repaired) {
        const written = touched.has(stream) ? undefined : rows.of(stream);
        if (written) write(stream, { waiting, since: sinceIn(written), rows: written });
      }
      for (const [stream, each] of touched) write(stream, each);
      touched.clear();
    },
    forget: (): void => touched.clear(),
  };
}

/** Whether a payment is in a file, and the bank has not brought it to its end. */
const isOpenInFile = ({ file, status }: Payment): boolean => file !== '' && OPEN_IN_FILE.includes(parsePaymentStatus(status));
const OPEN_IN_FILE: readonly string[] = ['approved', 'instructed'];

/** The part of a stream's state that the tasks of other streams depend on. */
const SHARED: Partial<ByKind<string>> = {
  project: ({ approvalDue, preparedBy }) => JSON.stringify([approvalDue, preparedBy]),
  milestone: ({ judgedAt, paymentDue, status, dueOn }) => JSON.stringify([judgedAt, paymentDue, status, dueOn]),
  agreement: (state) => [partiesOf(state).join(), ...state.payments.filter(isOpenInFile).map(({ file, id }) => `${file} ${id}`)].join('\n'),
  funding: ({ status, deadline, offers }) => JSON.stringify([status, deadline, offers.map((offer) => [offer.sponsor, offer.status])]),
  report: ({ status }) => status,
  envelope: heldOf,
  'payment-file': ({ version }) => String(version),
  signatory: ({ status }) => String(SIGNATORY.includes(status)),
  'project-call': ({ status, closesOn, judgingUntil, reviewers }) =>
    [status, closesOn, judgingUntil, ...reviewers.map(({ person }) => person)].join(),
  rates: ({ editions }) => JSON.stringify(editions.filter(({ standing }) => standing === 'confirmed').map(({ number }) => number)),
};
/** Whose funded projects serve commitments. */
const SIGNATORY: readonly string[] = ['active', 'suspended'];
const sharedBy = (waiting: Waiting): string => inTable(SHARED, waiting) ?? '';

type Asked = {
  readonly id: string;
  readonly shared: string;
  readonly other: Others;
  readonly rates: ReturnType<typeof ratesAtHand>;
  readonly budgets: BudgetsAtHand;
};
/** The other streams whose tasks depend on it. `shared`: its part that they depend on, as they were last written. */
const DEPENDENTS: Partial<ByKind<Waiting[], [Asked]>> = {
  project: (_, { id, other }) => other.ofProject(id, ['offer-to-approve', 'signature']),
  milestone: ({ judgedAt, agreement: id, project: of }, { other }) => [
    ...(judgedAt === '' ? [] : other.waiting(id)),
    ...other.ofProject(of, KINDS_OF_DRAFTS),
  ],
  agreement: (state, { shared, other }) =>
    ofAgreement(agreementFacts(shared), agreementFacts(sharedBy({ kind: 'agreement', state })), state.project, other),
  funding: ({ project: of }, { other }) => [...other.ofProject(of, KINDS_OF_QUESTIONS), ...other.answersOf(of)],
  report: (state, { other }) => other.waiting(state.milestone),
  rates: ({ day }, { other, rates, budgets }) => [...rates.bookedAround(day), ...budgets.measuredBy(undefined)].flatMap(other.waiting),
  'payment-file': (_, { id, other }) => other.agreementsIn(id).flatMap(other.waiting),
  envelope: (_, { id, other, budgets }) => budgets.measuredBy(id).flatMap(other.waiting),
  signatory: ({ city }, { other }) => other.fundedActionsOf(city),
  'project-call': (_, { id, other }) => other.answersTo(id),
};

/** Milestones by whose parties they are, and files by whether their payments are open. */
function ofAgreement(before: AgreementFacts, now: AgreementFacts, project: string, other: Others): Waiting[] {
  const changed = [...new Set([...before.files, ...now.files])].filter((file) => before.files.has(file) !== now.files.has(file));
  return [
    ...(before.parties === now.parties ? [] : other.ofProject(project, OF_MILESTONES)),
    ...changed.flatMap((file) => other.waiting(file.slice(0, file.indexOf(' ')))),
  ];
}

/** Since when a task has been there that others had taken away meanwhile. */
const again = (waiting: Waiting): string => {
  if (waiting.kind === 'payment-file' || waiting.kind === 'call-answer') return waiting.state.since;
  return waiting.kind === 'action' ? waiting.state.begunAt : '';
};

type AgreementFacts = { readonly parties: string; readonly files: ReadonlySet<string> };
function agreementFacts(shared: string): AgreementFacts {
  const [parties = '', ...files] = shared.split('\n');
  return { parties, files: new Set(files) };
}

const OF_MILESTONES = ['report-due', 'report-returned', 'report-to-verify', 'waiver-to-decide'];

/** Nothing waits in a file whose payments are all settled or over, by whatever way. */
const OF_OPEN_FILES = ['payment-file-to-be-answered', 'payment-file-failures-to-confirm'];

type Others = ReturnType<typeof others>;

/** A task with what it takes from other streams; none if they show that nobody waits any more. */
const COMPLETED: Partial<ByKind<Task[], [Task, Others]>> = {
  milestone: (state, task, other) => [withheldByDraft(readBySponsors(task, other.sponsorsOf(state.agreement)), other.nextDraft(state))],
  funding: (_, task, other) => [task.kind === 'offer-to-approve' ? { ...task, due: other.project(task.project)?.approvalDue ?? '' } : task],
  agreement: (state, task, other) => (isOfFile(task, state, other) ? [] : [completedOfAgreement(task, state, other)]),
  report: (state, task, other) => dueOfDraft(task, state, other.milestone(state.milestone)),
  questions: (state, task, other) => dueOfQuestion(task, other.funding(state.funding)),
  'payment-file': ({ id }, task, other) => (OF_OPEN_FILES.includes(task.kind) && !other.isOpen(id) ? [] : [task]),
  action: ({ city }, task, other) => (other.isSignatory(city) ? [task] : []),
  'call-answer': completedOfAnswer,
};
const completed = (task: Task, waiting: Waiting, other: Others): Task[] => inTable(COMPLETED, waiting, task, other) ?? [task];

/** A draft is waited for as long as its call takes answers, and nothing of a call that was cancelled. */
function completedOfAnswer({ call: id, project: of, owner }: SeenItem<'call-answer'>, task: Task, other: Others): Task[] {
  const { status = 'open', closesOn = '', judgingUntil = '', reviewers = [] } = other.call(id) ?? {};
  const isOver: Partial<Record<WorkKind, boolean>> = {
    'answer-to-sign-off': status !== 'open',
    'offer-to-make': other.hasOffered(owner, of),
  };
  const lastDay: Partial<Record<WorkKind, string>> = { 'answer-to-sign-off': closesOn, 'answer-to-screen': judgingUntil };
  const day = lastDay[task.kind];
  if (status === 'cancelled' || isOver[task.kind]) return [];
  const reviewing =
    task.kind === 'answer-to-screen'
      ? excluding(
          'PreparedByTheSamePerson',
          reviewers.map(({ person }) => person),
        )
      : {};
  return [{ ...task, ...(day === undefined ? {} : dueAtEndOf(day)), excluded: { ...reviewing, ...task.excluded } }];
}

const readBySponsors = (of: Task, sponsors: readonly string[]): Task => ({ ...of, readers: [...of.readers, ...sponsors] });

function completedOfAgreement(task: Task, { proposer, payments }: AgreementState, other: Others): Task {
  if (task.kind === 'signature' && task.organisation === proposer) {
    const prepared = other.project(task.project)?.preparedBy ?? [];
    return { ...task, excluded: { ...excluding('PreparedByTheSamePerson', prepared), ...task.excluded } };
  }
  const payment = payments.find(({ id }) => id === task.of.payment);
  if (!payment) return task;
  return isUndone(payment)
    ? { ...task, due: '', silence: 'nothing' }
    : { ...task, due: other.milestone(payment.milestone)?.paymentDue ?? '' };
}

/** Payments that can be requested: since the verdict, or since the last order came to nothing. */
function requestedIn(id: string, state: AgreementState, other: Others): WaitingTask[] {
  const judged = state.waits.some(({ kind }) => kind === 'payment-to-request') ? other.judgedOf(id) : [];
  return requestsOf(state, (tranche) => judged.find(({ number }) => number === tranche)).map(({ task, verdict, payment }) => {
    const { updated = '' } = state.parts.get(payment) ?? {};
    return { ...task, item: id, since: [updated, verdict.judgedAt].toSorted().at(-1) ?? '' };
  });
}

/** What was booked by other rates than stand since. */
const rebookingsOf = (id: string, state: AgreementState, { sheetsOf }: ReturnType<typeof ratesAtHand>): WaitingTask[] =>
  toBookAnew(state, sheetsOf).map(({ task, since }) => ({ ...task, item: id, since }));

/** Whether it is the same work as that of the file by which the payment went to the bank. */
function isOfFile({ kind, of }: Task, { payments }: AgreementState, other: Others): boolean {
  const order = kind === 'payment-to-confirm' ? payments.find(({ id }) => id === of.payment) : undefined;
  return order?.status === 'instructed' && order.reported?.outcome === 'failed' && other.failsInFile(order.file, order.id);
}

/** Streams that others bring back to what they wait for, by what their ids begin with. */
const BY_PREFIX: Readonly<Record<string, AnyListed>> = {
  fnd: funding,
  agr: agreement,
  mst: milestone,
  rep: report,
  pfl: paymentFile,
  act: action,
  qst: questions,
  ans: callAnswer,
};

/** Of an offer that the sponsor has made, and that may still become money, or is. */
const OFFERED: readonly string[] = ['proposed', 'live', 'accepted', 'approved'];

/** What is known of other streams, as of their rows. */
function others(db: DatabaseSync, known: Streams) {
  const read = <State, Message, Seen extends Message>(listed: Listed<State, Message, Seen>, id: string): Seen | undefined =>
    known.find(listed, id)?.seen;
  const sponsors = db.prepare("SELECT value FROM tag WHERE kind = 'agreement.sponsor' AND n = (SELECT n FROM agreement WHERE id = ?)");
  const judged = db.prepare("SELECT id FROM milestone WHERE agreement = ? AND status IN ('verified', 'partially-met')");
  const streams = db.prepare(
    'SELECT DISTINCT stream FROM task WHERE project = ? AND kind IN (SELECT value FROM json_each(?)) ORDER BY stream',
  );
  const open = db.prepare("SELECT 1 FROM payment WHERE file = ? AND status IN ('approved', 'instructed') LIMIT 1");
  const inFile = db.prepare('SELECT DISTINCT agreement FROM payment WHERE file = ? ORDER BY agreement');
  const signing = db.prepare('SELECT 1 FROM signatory WHERE city = ? AND status IN (SELECT value FROM json_each(?)) LIMIT 1');
  const funded = db.prepare("SELECT id FROM action WHERE city = ? AND project <> '' ORDER BY id");
  const ofCall = db.prepare('SELECT id FROM call_answer WHERE call = ? ORDER BY id');
  const answering = db.prepare('SELECT id FROM call_answer WHERE project = ? ORDER BY id');
  const offered = db.prepare(
    'SELECT 1 FROM offer WHERE sponsor = ? AND project = ? AND status IN (SELECT value FROM json_each(?)) LIMIT 1',
  );
  const waiting = (stream: string): Waiting[] => {
    const listed = BY_PREFIX[stream.slice(0, stream.indexOf('_'))];
    const state = listed && read(listed, stream);
    return state ? [{ kind: listed.kind, state } as Waiting] : [];
  };
  return {
    project: (id: string) => read(project, id),
    milestone: (id: string) => read(milestone, id),
    funding: (id: string) => read(funding, id),
    nextDraft: ({ id, report: last }: MilestoneState) => read(report, idFrom(...reportDraftIdParts(id, (last?.number ?? 0) + 1))),
    waiting,
    failsInFile: (file: string, payment: string): boolean => {
      const found = file === '' ? undefined : known.find(paymentFile, file);
      return found !== undefined && failsInFile(found.kept.state as Parameters<typeof failsInFile>[0], payment);
    },
    agreementsIn: (file: string) => inFile.all(file).map(({ agreement: id }) => String(id)),
    isOpen: (file: string) => open.get(file) !== undefined,
    isSignatory: (city: string): boolean => signing.get(city, JSON.stringify(SIGNATORY)) !== undefined,
    call: (id: string) => read(projectCall, id),
    answersTo: (call: string) => ofCall.all(call).flatMap((row) => waiting(String(row['id']))),
    answersOf: (of: string) => answering.all(of).flatMap((row) => waiting(String(row['id']))),
    hasOffered: (by: string, of: string): boolean => offered.get(by, of, JSON.stringify(OFFERED)) !== undefined,
    fundedActionsOf: (city: string) => funded.all(city).flatMap((row) => waiting(String(row['id']))),
    judgedOf: (id: string) => judged.all(id).flatMap((row) => read(milestone, String(row['id'])) ?? []),
    sponsorsOf: (id: string) => sponsors.all(id).map(({ value }) => String(value)),
    ofProject: (id: string, kinds: readonly string[]) =>
      streams.all(id, JSON.stringify(kinds)).flatMap(({ stream }) => waiting(String(stream))),
  };
}
