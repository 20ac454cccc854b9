import * as m from '#messages/led';
import type { Schemas } from '../base/api/client.ts';
import { ItemLink } from '../base/parts/ItemLink.tsx';
import { dayText } from '../base/parts/locale.ts';
import { ledTo } from './led-to.ts';

type Props = { readonly facts: Readonly<Record<string, unknown>>; readonly names: Schemas['Names']; readonly here: string };

/** The pages of what a refusal is about: where it can be put right. */
export function Led({ facts, names, here }: Props) {
  const items = ledTo(facts).filter(({ id }) => !here.includes(id));
  if (items.length === 0) return null;
  return (
    <ul aria-label={m.where()}>
      {items.map(({ id, day, through }) => (
        <li key={id}>
          <ItemLink id={id}>{names[id]?.text ?? m.itemOf({ kind: id.slice(0, 'prj'.length) })}</ItemLink>
          {day === undefined ? null : ` (${[...new Set([day, through ?? day])].map(dayText).join(' – ')})`}
        </li>
      ))}
    </ul>
  );
}
