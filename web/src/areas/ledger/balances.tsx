import * as m from '#messages/ledger';
import { kindText } from '../../acts/account-kinds.ts';
import type { Schemas } from '../../api/client.ts';
import { Columns } from '../../parts/Columns.tsx';
import { Money } from '../../parts/Money.tsx';
import { Scroll } from '../../parts/Scroll.tsx';

type Props = {
  readonly balances: readonly Schemas['LedgerBalance'][];
  readonly names: Schemas['Names'];
  /** Of what they tell. */
  readonly of: string;
};

/** Each kind of account, with what was in it before, what came or went, and what is in it after. */
export function Balances({ balances, names, of }: Props) {
  if (balances.length === 0) return null;
  return (
    <Scroll label={m.balances()}>
      <table className="stack" role="table">
        <thead>
          <tr role="row">
            <Columns
              of={[
                { title: m.account() },
                { title: m.whose() },
                { title: m.opening(), isFigure: true },
                { title: m.moved(), isFigure: true },
                { title: m.closing(), isFigure: true },
              ]}
            />
          </tr>
        </thead>
        <tbody>
          {balances.map(({ kind, party = '', opening, moved, closing }) => {
            const name = `ledger/${of === 'own' ? party || 'all' : of}/${kind}/${party}/${closing.currency}`;
            return (
              <tr key={name} role="row">
                <th scope="row" role="rowheader">
                  {kindText(kind)}
                </th>
                <td role="cell" data-h={m.whose()}>
                  <div>{party === '' ? '–' : (names[party]?.text ?? party)}</div>
                </td>
                <td role="cell" data-h={m.opening()} className="r">
                  <div>
                    <Money amount={opening} of={`${name}/opening`} />
                  </div>
                </td>
                <td role="cell" data-h={m.moved()} className="r">
                  <div>
                    <Money amount={moved} of={`${name}/moved`} />
                  </div>
                </td>
                <td role="cell" data-h={m.closing()} className="r">
                  <div>
                    <Money amount={closing} of={`${name}/closing`} />
                  </div>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Scroll>
  );
}
