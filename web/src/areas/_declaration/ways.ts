import type { Session } from '../../base/api/session.ts';
import type { Signatory } from './shared/queries.ts';

type Role = Session['roles'][number];

/** The seven tasks of the way in, in their parts. */
export const PARTS = [
  ['decide', ['read', 'decision', 'company']],
  ['sign', ['mandate', 'signature']],
  ['admit', ['check', 'admission']],
] as const;
export const TASKS = PARTS.flatMap(([, tasks]) => tasks);
export type Task = (typeof TASKS)[number];

/** Whose each task is. */
export const WHOSE = {
  read: 'proposer.officer',
  decision: 'proposer.officer',
  company: 'proposer.officer',
  mandate: 'proposer.officer',
  signature: 'proposer.certifier',
  check: 'secretariat.officer',
  admission: 'secretariat.approver',
} as const satisfies Readonly<Record<Task, Role>>;

/** What is done in each task. */
export const ACTS: Readonly<Record<Task, readonly string[]>> = {
  read: [],
  decision: ['recordCouncilDecision'],
  company: ['joinGroup', 'leaveGroup'],
  mandate: ['recordMandate'],
  signature: ['signDeclaration'],
  check: ['checkSignature', 'returnSignature'],
  admission: ['admitSignatory'],
};

export type State = 'done' | 'now' | 'free' | 'others' | 'later' | 'mend';

/** Where what the secretariat found is put right. */
const MENDED_IN: Readonly<Record<Signatory['returnReasons'][number], readonly Task[]>> = {
  'document-cannot-be-read': ['decision', 'mandate'],
  'body-is-not-competent': ['decision'],
  'order-of-days': ['decision', 'mandate'],
  'signer-is-no-certifier': ['mandate'],
  'place-is-wrong': [],
};

/** What is done with for good. */
const DONE: Readonly<Partial<Record<Signatory['status'], number>>> = { signed: 5, checked: 6, active: 7 };

/** The tasks that are still to be done, and the first of them; of a signature that was returned, what is to be put right. */
export function stateOf(task: Task, signatory: Signatory): State {
  const { status, decision, mandate, group, returnReasons, may = [] } = signatory;
  const isMine = may.some(({ operation, answer }) => answer === 'allowed' && ACTS[task].includes(operation));
  if (returnReasons.some((reason) => MENDED_IN[reason].includes(task)) && status === 'council-decided') return isMine ? 'mend' : 'others';
  const at = TASKS.indexOf(task);
  if (at < (DONE[status] ?? 0)) return 'done';
  if ((task === 'read' || task === 'decision') && decision) return 'done';
  if (task === 'mandate' && mandate) return 'done';
  if (task === 'company') return group ? 'done' : 'free';
  if (task === 'read') return 'now';
  if (at > TASKS.indexOf(nextOf(signatory))) return 'later';
  return isMine ? 'now' : 'others';
}

const STEPS: readonly Task[] = ['decision', 'mandate', 'signature', 'check', 'admission'];
/** The task that moves it on. */
export const nextOf = ({ status, mandate }: Signatory): Task => {
  const step = status === 'signed' ? 3 : status === 'checked' ? 4 : status === 'council-decided' ? (mandate ? 2 : 1) : 0;
  return STEPS[step] ?? 'decision';
};

export const countDone = (signatory: Signatory): number => TASKS.filter((task) => stateOf(task, signatory) === 'done').length;

const DAY_MS = 86_400_000;
/** How many days others took from their decision to their admission: the middle of them; nothing where none has been admitted. */
export function medianDays(signatories: readonly Pick<Signatory, 'decidedOn' | 'admittedOn'>[]): number | undefined {
  const days = signatories
    .flatMap(({ decidedOn, admittedOn }) =>
      decidedOn && admittedOn ? [Math.round((Date.parse(admittedOn) - Date.parse(decidedOn)) / DAY_MS)] : [],
    )
    .toSorted((one, other) => one - other);
  if (days.length === 0) return undefined;
  const [low, high] = [days[Math.floor((days.length - 1) / 2)] ?? 0, days[Math.floor(days.length / 2)] ?? 0];
  return Math.round((low + high) / 2);
}
