import { use } from 'react';
import { messages as acts } from '#messages/acts';
import * as m from '#messages/forms';
import type { Schemas } from '../api/client.ts';
import { said, shortId } from '../parts/facts.ts';

type Names = Schemas['Names'];

/** What an act is called on its button. */
export const labelOf = (operation: string): string => acts[`act_${operation}`]?.({}) ?? operation;
export const fieldLabel = (name: string): string => acts[`field_${name}`]?.({}) ?? name;

/** A code in words, by the set that it is one of; the code itself where a newer installation knows more. */
export const codeText = (set: string, code: string): string => acts[set]?.({ code: code.replaceAll(/[-.]/g, '') }) ?? code;

type ProblemWords = typeof import('#messages/problems');
let loading: Promise<ProblemWords> | undefined;

/** The words of all problems, which are many: they come with the first refusal that a page shows, for which it is suspended. */
export function useRefusalText() {
  loading ??= import('#messages/problems');
  const { messages } = use(loading);
  /** Why something is refused, to whoever reads; undefined for what this version has no words for. */
  return (type: string, facts: Readonly<Record<string, unknown>> = {}, names: Names = {}): string | undefined =>
    messages[type.replace('/problems/', '').replaceAll('-', '')]?.(said(facts, names, roleText));
}

export const roleText = (role: string): string => codeText('role', role);

/** What a person is called; who has no name is told by the role in which the trial knows it, or as the system. */
export function personName(names: Names, person: string): string {
  if (person.startsWith('system:')) return m.theSystem();
  if (names[person]) return names[person].text;
  const role = person.split('/')[1];
  return role ? roleText(role) : shortId(person);
}
