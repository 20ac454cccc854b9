import * as m from '#messages/ledger';
import { kindText } from '../../acts/account-kinds.ts';
import type { Schemas } from '../../api/client.ts';
import { Columns } from '../../parts/Columns.tsx';
import { dayText, decimalText } from '../../parts/locale.ts';
import { Money } from '../../parts/Money.tsx';
import { Scroll } from '../../parts/Scroll.tsx';

type Props = {
  readonly totals: readonly Schemas['LedgerTotal'][];
  readonly names: Schemas['Names'];
  readonly currency: string;
};

/** What each kind of account came to in one currency, with the rates by which it was converted. */
export function Totals({ totals, names, currency }: Props) {
  if (totals.length === 0) return null;
  const title = m.totals({ currency });
  return (
    <section className="part" aria-labelledby="h-totals">
      <h2 id="h-totals">{title}</h2>
      <Scroll label={title}>
        <table className="stack" role="table">
          <thead>
            <tr role="row">
              <Columns
                of={[{ title: m.account() }, { title: m.whose() }, { title: m.rateUsed() }, { title: m.closing(), isFigure: true }]}
              />
            </tr>
          </thead>
          <tbody>
            {totals.map(({ kind, party = '', closing, rates }) => (
              <tr key={`${kind} ${party}`} role="row">
                <th scope="row" role="rowheader">
                  {kindText(kind)}
                </th>
                <td role="cell" data-h={m.whose()}>
                  <div>{party === '' ? '–' : (names[party]?.text ?? party)}</div>
                </td>
                <td role="cell" data-h={m.rateUsed()}>
                  <div>{closing ? rates.map((rate) => <p key={rate.currency}>{rateText(rate, currency)}</p>) : m.noRate()}</div>
                </td>
                <td role="cell" data-h={m.closing()} className="r">
                  <div>{closing ? <Money amount={closing} of={`ledger/${kind}/${party}/in/${currency}`} /> : '–'}</div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}

const rateText = ({ source, day, base, currency: from, fromRate, toRate }: Schemas['UsedRate'], to: string): string =>
  m.usedRate({ source, day: dayText(day), base, fromRate: decimalText(fromRate), from, toRate: decimalText(toRate), to });
