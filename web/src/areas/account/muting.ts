import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '../../api/client.ts';
import { settingsQuery, useOwn } from '../../api/own.ts';

type Kind = Schemas['Notice']['kind'];
type Of = { readonly kind?: Kind; readonly project?: string };

/** Says of which kinds and projects nothing is to be told, or again. */
export function useMuting() {
  const { data: settings } = useQuery(settingsQuery);
  const { mutate, isPending, error } = useOwn('muteNotices');
  const change = (kinds: readonly Kind[], projects: readonly string[]): void => {
    if (settings && !isPending) mutate({ body: { kinds: [...new Set(kinds)], projects: [...new Set(projects)] } });
  };
  const { mutedKinds: kinds = [], mutedProjects: projects = [], names = {} } = settings ?? {};
  return {
    kinds,
    projects,
    names,
    isPending,
    error,
    add: ({ kind, project }: Of) => change(kind ? [...kinds, kind] : kinds, project ? [...projects, project] : projects),
    drop: (of: Of) =>
      change(
        kinds.filter((kind) => kind !== of.kind),
        projects.filter((project) => project !== of.project),
      ),
  };
}
