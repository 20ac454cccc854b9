import * as m from '#messages/budgets';
import { fieldLabel } from '../../acts/words.ts';
import type { Schemas } from '../../api/client.ts';
import { Columns } from '../../parts/Columns.tsx';
import { ItemLink } from '../../parts/ItemLink.tsx';
import { dayText } from '../../parts/locale.ts';
import { Money } from '../../parts/Money.tsx';
import { Scroll } from '../../parts/Scroll.tsx';

type Names = Schemas['Names'];
/** `names`: where they are of several sponsors, what these are called. */
type Props = { readonly envelopes: readonly Schemas['Envelope'][]; readonly names?: Names };

/** Budgets with what is held of each, and what is left. */
export function EnvelopeTable({ envelopes, names }: Props) {
  const figure = (title: string) => ({ title, isFigure: true });
  return (
    <Scroll label={m.budgets()}>
      <table className="stack" role="table">
        <thead>
          <tr role="row">
            <Columns
              of={[
                { title: m.period() },
                ...(names ? [{ title: fieldLabel('sponsor') }] : []),
                figure(m.total()),
                figure(m.reserved()),
                figure(m.committed()),
                figure(m.left()),
              ]}
            />
          </tr>
        </thead>
        <tbody>
          {envelopes.map((envelope) => (
            <Row key={envelope.id} envelope={envelope} names={names} />
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

type RowProps = { readonly envelope: Schemas['Envelope']; readonly names: Names | undefined };

function Row({ envelope: { id, sponsor, total, reserved, committed, left, periodStart, periodEnd }, names }: RowProps) {
  const [start, end] = [periodStart, periodEnd].map((day) => (day ? dayText(day) : 'none')) as [string, string];
  const sums = [
    [m.total(), total, 'total'],
    [m.reserved(), reserved, 'reserved'],
    [m.committed(), committed, 'committed'],
    [m.left(), left, 'left'],
  ] as const;
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        <ItemLink id={id}>{m.periodIs({ start, end })}</ItemLink>
      </th>
      {names ? (
        <td role="cell" data-h={fieldLabel('sponsor')}>
          <div>
            <ItemLink id={sponsor}>{names[sponsor]?.text ?? sponsor}</ItemLink>
          </div>
        </td>
      ) : null}
      {sums.map(([title, amount, name]) => (
        <td key={name} role="cell" data-h={title} className="r">
          <div>
            <Money amount={amount} of={`${id}/${name}`} />
          </div>
        </td>
      ))}
    </tr>
  );
}
