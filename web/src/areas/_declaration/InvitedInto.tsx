import { queryOptions, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import * as m from '#messages/groups';
import { api } from '../../base/api/client.ts';
import { keys } from '../../base/api/keys.ts';
import { PickOne } from '../../parts/PickOne.tsx';
import type { Signatory } from './shared/queries.ts';

const MANY = 500;
const groupsQuery = (declaration: string) =>
  queryOptions({
    queryKey: keys.list('signatory-groups', { declaration, whole: true }),
    queryFn: ({ signal }) => api.operations.listSignatoryGroups({ declaration, limit: MANY, with: 'names' }, { signal }),
  });

type Props = { readonly signatory: Signatory; readonly chosen: string; readonly onChange: (group: string) => void };

/** The groups that have invited a city, of which it may join one. */
export function InvitedInto({ signatory: { declaration, city, group }, chosen, onChange }: Props) {
  const { data } = useQuery(groupsQuery(declaration));
  const open = (data?.groups ?? []).filter(({ id, status, invited }) => status === 'standing' && id !== group && invited.includes(city));
  const first = open[0]?.id ?? '';
  // One is always chosen.
  useEffect(() => {
    if (chosen === '' && first !== '') onChange(first);
  }, [chosen, first, onChange]);
  if (!data) return null;
  if (open.length === 0) return <p>{m.noInvitation()}</p>;
  return (
    <PickOne
      name="group"
      label={m.group()}
      hint={m.invitedInto()}
      value={chosen}
      choices={open.map(({ id, title }) => [id, title])}
      onChange={(_, id) => onChange(id)}
    />
  );
}
