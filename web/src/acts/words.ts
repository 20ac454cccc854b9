import { useDeferredValue } from 'react';
import { messages as acts } from '#messages/acts-money';
import { messages as duties } from '#messages/duties';
import * as m from '#messages/forms';
import type { Schemas } from '../base/api/client.ts';
import { ApiProblem } from '../base/api/problems.ts';
import { later } from '../base/parts/later.ts';
import { said, shortId } from './facts.ts';

type Names = Schemas['Names'];

/** A word of an act. Those of other services than the money path come with the first that a page shows. */
const ofOthers = later(() => import('#messages/acts-programme'));
const wordOf = (name: string) => acts[name] ?? ofOthers()[name];

/** Resolves once the words of all acts and fields are there. */
export const allWords = (): Promise<void> => ofOthers.ready();

/** What an act is called on its button. */
export const labelOf = (operation: string): string => wordOf(`act_${operation}`)?.({}) ?? operation;
export const fieldLabel = (name: string): string => wordOf(`field_${name}`)?.({}) ?? name;

/** A code in words, by the set that it is one of; the code itself where a newer installation knows more. */
export const codeText = (set: string, code: string): string => wordOf(set)?.({ code }) ?? code;

const keyOf = (type: string): string => type.replace('/problems/', '').replaceAll('-', '');
/** Duties keep people from much that they see before they try it: their words are there from the first. */
const isOfDuties = (type: string): boolean => keyOf(type) in duties;

/** The words of all other problems, which are many. */
const wordsOfProblems = later(() => import('#messages/problems'));

export type RefusalText = (type: string, facts?: Readonly<Record<string, unknown>>, names?: Names) => string | undefined;

/**
 * Why something is refused, for the reader; it knows the refusals of `types`, and returns undefined if this version has no words for one.
 */
export function useRefusalText(types: readonly string[]): RefusalText {
  const messages = types.every(isOfDuties) ? duties : wordsOfProblems();
  return (type, facts = {}, names = {}) => (messages[keyOf(type)] ?? duties[keyOf(type)])?.(said(facts, names, roleText));
}

/** The result of a submitted form, as soon as its words are loaded: until then the form is unchanged. */
export function useRefused(sent: unknown): { readonly error: unknown; readonly refusalText: RefusalText } {
  const error = useDeferredValue(sent);
  return { error, refusalText: useRefusalText(error instanceof ApiProblem ? [error.problem.type] : []) };
}

export const roleText = (role: string): string => codeText('role', role);

/**
 * The name of a person, or the system. A trial calls a person by a name and the organisation: the role is said between them, in the reader's
 * language. The secretariat is in the names of its roles.
 */
export function personName(names: Names, person: string): string {
  if (person.startsWith('system:')) return m.theSystem();
  const called = names[person]?.text;
  const [organisation, role, number = ''] = person.split('/');
  const [name = '', ...of] = called?.split(', ') ?? [];
  if (!role || (called !== undefined && of.length === 0)) return called ?? shortId(person);
  const title = name === '' ? [roleText(role), number].filter(Boolean).join(' ') : `${name} (${roleText(role)})`;
  return organisation === 'secretariat' ? title : [title, ...of].join(', ');
}
