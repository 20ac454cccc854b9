import { useQuery } from '@tanstack/react-query';
import * as m from '#messages/matches';
import { api } from '../../base/api/client.ts';
import { keys } from '../../base/api/keys.ts';
import { Icon } from '../../base/parts/Icon.tsx';
import { ItemLink } from '../../base/parts/ItemLink.tsx';
import { inLocale } from '../../base/parts/locale.ts';

const MOST = 20;

/** The calls for projects that have selected a project, for everybody. */
export function SelectedBy({ project }: { readonly project: string }) {
  const { data } = useQuery({
    queryKey: keys.part(project, 'selected-by'),
    queryFn: ({ signal }) => api.operations.listPublicCalls({ selectedProjects: project, limit: MOST }, { signal }),
  });
  if (!data || data.calls.length === 0) return null;
  return (
    <ul className="plain" aria-label={m.selectedBy()}>
      {data.calls.map(({ id, title }) => (
        <li key={id} className="row">
          <Icon name="done" />
          <span>{m.selectedBy()}:</span>
          <ItemLink id={id}>{inLocale(title)}</ItemLink>
        </li>
      ))}
    </ul>
  );
}
