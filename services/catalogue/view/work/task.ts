import { endOf } from '@junkan/kit/pure/dates.ts';
import type { Money } from '@junkan/kit/pure/money.ts';
import type { Part } from '@junkan/kit/pure/permissions.ts';
import type { Silence, WorkKind } from '@junkan/proto/junkan/catalogue/v1/language.ts';
import type { Waited } from '../item.ts';

/** Whom separated duties keep from a task, by the rejection that an act of that person would meet. */
export type Excluded = Readonly<Record<string, string>>;

/** Which payment a task is about: of retained money where the tranche is 0, of an advance, or of some of a part. */
export type Pays = { readonly tranche: number; readonly advance: number; readonly partPayment: number };

/** Which statement of a bank a task is about. */
type OfStatement = { readonly account: string; readonly reference: string; readonly page: string };

/** Something that waits for a person of one role of one organisation. */
export type Task = {
  readonly kind: WorkKind;
  /** The part of the item that it is about, where it is not the whole. */
  readonly of: Part;
  readonly role: string;
  readonly organisation: string;
  /** '' where it concerns no project. */
  readonly project: string;
  /** An instant; '' = none. */
  readonly due: string;
  /** The calendar date that `due` is the end of; '' = none. */
  readonly dueOn: string;
  /** From when, and until when, anybody is asked; '' = as long as it waits. */
  readonly from: string;
  readonly until: string;
  readonly silence: Silence;
  readonly amount: Money | undefined;
  readonly pays: Pays | undefined;
  /** Whose it is, of which day, and what it is called, where it has an owner, a day or a name; '' = it has none, or it is unknown. */
  readonly owner: string;
  readonly day: string;
  readonly name: string;
  readonly statement: OfStatement | undefined;
  /** The operations that end the wait. */
  readonly operations: readonly string[];
  /** The one person who may do it; '' = anybody with the role who is not excluded. */
  readonly only: string;
  readonly excluded: Excluded;
  /** Not offered to the organisation for which it waits, where another of its tasks comes first. */
  readonly isWithheld?: true;
  /** The organisations that may see it, in addition to the overseers and the one for which it waits. */
  readonly readers: readonly string[];
};

type Given = Pick<Task, 'kind' | 'role' | 'organisation' | 'operations' | 'silence'> & Partial<Task>;

/** A task; what is not said of it is not so. */
export const task = (given: Given): Task => ({
  of: {},
  project: '',
  due: '',
  dueOn: '',
  from: '',
  until: '',
  amount: undefined,
  pays: undefined,
  owner: '',
  day: '',
  name: '',
  statement: undefined,
  only: '',
  excluded: {},
  readers: [],
  ...given,
});

/** What its owner says that an item waits for. */
export const tasksOf = ({ waits, project = '' }: Waited & { readonly project?: string }): Task[] =>
  waits.map((wait) => task({ ...wait, kind: wait.kind as WorkKind, project }));

/** Due at the end of a calendar date; '' = without date. */
export const dueAtEndOf = (date: string): Pick<Task, 'due' | 'dueOn'> => ({ due: date === '' ? '' : endOf(date), dueOn: date });

/** These persons, each for the same reason. */
export const excluding = (rejection: string, persons: readonly string[]): Excluded =>
  Object.fromEntries(persons.filter((person) => person !== '').map((person) => [person, rejection]));
