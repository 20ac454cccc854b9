import * as m from '#messages/fundings';
import type { Schemas } from '../../api/client.ts';
import { moneyText } from '../../parts/Money.tsx';
import { compared, less } from '../../parts/sums.ts';

type Props = { readonly from: Schemas['Money']; readonly to: Schemas['Money'] };

/** How an amount has changed: its sign says it before its colour does. */
export function Change({ from, to }: Props) {
  const order = compared(to, from);
  if (order === 0) return <span className="faint">{m.unchanged()}</span>;
  return (
    <span className={`num ${order > 0 ? 'up' : 'down'}`}>
      {order > 0 ? `+${moneyText(less(to, from))}` : `−${moneyText(less(from, to))}`}
    </span>
  );
}
