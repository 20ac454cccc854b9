import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import * as m from '#messages/forms';
import { api } from '../base/api/client.ts';
import { keys } from '../base/api/keys.ts';
import { list } from '../base/parts/locale.ts';
import { personName } from './words.ts';

const ASKED_EVERY_MS = 15_000;
/** Moving between the pages of a draft does not count as leaving it. */
const LEFT_AFTER_MS = 2_000;

/** Leavings that are not said yet, by item. */
const leavings = new Map<string, number>();

function stays(item: string): () => void {
  window.clearTimeout(leavings.get(item));
  return () => {
    const leave = (): void => void api.operations.attend({}, { item, leaves: true }).catch(() => undefined);
    leavings.set(item, window.setTimeout(leave, LEFT_AFTER_MS));
  };
}

/** Says that the reader works at a draft, and shows who else does. `item`: the project of a proposal, or the milestone of a report. */
export function Present({ item }: { readonly item: string }) {
  useEffect(() => stays(item), [item]);
  const { data } = useQuery({
    queryKey: keys.part(item, 'presence'),
    queryFn: ({ signal }) => api.operations.attend({ with: 'names' }, { item }, { signal }),
    refetchInterval: ASKED_EVERY_MS,
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
  const others = data?.others ?? [];
  const persons = others.map(({ person }) => personName(data?.names ?? {}, person));
  return (
    <p className="quiet" role="status">
      {others.length === 0 ? null : m.alsoHere({ count: others.length, persons: list(persons) })}
    </p>
  );
}
