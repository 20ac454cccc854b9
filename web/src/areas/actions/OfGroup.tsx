import { useQuery } from '@tanstack/react-query';
import * as m from '#messages/actions';
import { api } from '../../base/api/client.ts';
import { keys } from '../../base/api/keys.ts';
import type { Draft } from '../../forms/drafts.ts';
import { PickOne } from '../../parts/PickOne.tsx';

type Props = { readonly lead: string; readonly value: string; readonly onChange: Draft['change'] };

/** For which of the groups an action is whose lead the city is, and which share what they have promised. */
export function OfGroup({ lead, value, onChange }: Props) {
  const { data } = useQuery({
    queryKey: keys.list('signatory-groups', { lead, for: 'actions' }),
    queryFn: ({ signal }) => api.operations.listSignatoryGroups({ lead, groupKind: 'shared' }, { signal }),
  });
  if (!data) return null;
  const led = data.groups.filter(({ status }) => status === 'standing');
  return led.length === 0 ? (
    <p className="quiet">{m.leadsNone()}</p>
  ) : (
    <PickOne
      name="group"
      label={m.group()}
      hint={m.groupHint()}
      value={value}
      choices={[['', m.ofCityAlone()], ...led.map(({ id, title }) => [id, title] as const)]}
      onChange={onChange}
    />
  );
}
