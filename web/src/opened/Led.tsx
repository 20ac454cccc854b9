import { useQuery } from '@tanstack/react-query';
import * as m from '#messages/led';
import { api, type Schemas } from '../base/api/client.ts';
import { keys } from '../base/api/keys.ts';
import { ItemLink } from '../base/parts/ItemLink.tsx';
import { dayText } from '../base/parts/locale.ts';
import { ledTo } from './led-to.ts';

type Props = { readonly facts: Readonly<Record<string, unknown>>; readonly names: Schemas['Names']; readonly here: string };

/** The pages of what a refusal is about: where it can be put right. */
export function Led({ facts, names, here }: Props) {
  const items = ledTo(facts).filter(({ id }) => !here.includes(id));
  if (items.length === 0) return null;
  const { count, matters } = facts;
  const isMore = typeof count === 'number' && Array.isArray(matters) && count > matters.length;
  return (
    <>
      {isMore ? <p>{m.firstOnly({ count: matters.length })}</p> : null}
      <ul aria-label={m.where()}>
        {items.map(({ id, day, through }) => (
          <li key={id}>
            <ItemLink id={id}>{names[id]?.text ?? m.itemOf({ kind: id.slice(0, 'prj'.length) })}</ItemLink>
            {id.startsWith('stm_') ? <OfStatement id={id} /> : null}
            {day === undefined ? null : ` (${[...new Set([day, through ?? day])].map(dayText).join(' – ')})`}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Of which account a statement is, and whose. */
function OfStatement({ id }: { readonly id: string }) {
  const { data } = useQuery({
    queryKey: [...keys.item(id), 'account'],
    queryFn: ({ signal }) => api.operations.getStatement({ id, limit: 1, with: 'names' }, { signal }),
  });
  if (!data) return null;
  const { account, owner = '', names = {} } = data;
  return ` · ${[account, names[owner]?.text].filter(Boolean).join(' · ')}`;
}
