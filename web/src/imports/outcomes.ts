import { useEffect, useRef } from 'react';
import { failedNothingChanged } from '#messages';
import { changedSinceRead, noAnswer, sessionEndedTextKept } from '#messages/forms';
import { useRefusalText } from '../acts/words.ts';
import { ApiProblem, isSignedOut, isStale } from '../base/api/problems.ts';
import type { Fault } from './proposals.ts';

/** How many rows a page shows. */
export const SHOWN = 200;

/** The heading of what has come is read first. */
export function useHead() {
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);
  return head;
}

/** What is found of an item, fault by fault. */
export type Line<Item> = { readonly item: Item; readonly fault: Fault | undefined };
/** A row for each fault, and one for what has none. */
export const linesOf = <Item extends { readonly faults: readonly Fault[] }>(item: Item): readonly Line<Item>[] =>
  (item.faults.length === 0 ? [undefined] : item.faults).map((fault) => ({ item, fault }));

type Result = { readonly error?: unknown };

/** Why something was not done; nothing where it was. */
export function useWhy(results: readonly Result[]): (result: Result) => string {
  const refusalText = useRefusalText(results.flatMap(({ error }) => (error instanceof ApiProblem ? [error.problem.type] : [])));
  return ({ error }) => {
    if (error === undefined) return '';
    if (isSignedOut(error)) return sessionEndedTextKept();
    if (isStale(error)) return changedSinceRead();
    if (!(error instanceof ApiProblem)) return noAnswer();
    return `${failedNothingChanged()} ${refusalText(error.problem.type, error.problem.facts) ?? error.problem.detail ?? ''}`;
  };
}
