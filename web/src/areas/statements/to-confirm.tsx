import * as m from '#messages/statements';
import type { Schemas } from '../../api/client.ts';
import { list } from '../../parts/locale.ts';
import { moneyText } from '../../parts/Money.tsx';
import { isSome } from '../../parts/sums.ts';

type Sum = Schemas['EntrySum'];
/** What a second person confirms: payments that were reported, charges, and what is said to concern no payment. */
const TO_CONFIRM: readonly Sum['standing'][] = ['reported', 'charged', 'dismissed'];

/** What confirming all that was reported is about: how many of each kind, and what they come to in each currency. */
export function ToConfirm({ sums }: { readonly sums: readonly Sum[] }) {
  const kinds = Map.groupBy(
    sums.filter(({ standing, entries }) => TO_CONFIRM.includes(standing) && entries > 0),
    ({ standing, direction }) => `${standing} ${direction}`,
  );
  if (kinds.size === 0) return null;
  return (
    <>
      <p>{m.toConfirm()}</p>
      <ul>
        {[...kinds].map(([key, all]) => {
          const [standing = '', direction = ''] = key.split(' ');
          const count = all.reduce((sum, { entries }) => sum + entries, 0);
          const amounts = all.map(({ amount }) => amount).filter(isSome);
          return (
            <li key={key}>
              {m.toConfirmOf({ standing, count })} · {m.directionOf({ code: direction })}: <b>{list(amounts.map(moneyText))}</b>
            </li>
          );
        })}
      </ul>
    </>
  );
}
