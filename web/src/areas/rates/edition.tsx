import * as m from '#messages/rates';
import { personName } from '../../acts/words.ts';
import type { Schemas } from '../../api/client.ts';
import { Columns } from '../../parts/Columns.tsx';
import { Facts } from '../../parts/Facts.tsx';
import { decimalText } from '../../parts/locale.ts';
import { Scroll } from '../../parts/Scroll.tsx';
import { Seal } from '../../parts/Seal.tsx';
import { StatusOf } from '../../parts/StatusOf.tsx';

type Props = { readonly edition: Schemas['RateEdition']; readonly names: Schemas['Names'] };

/** What was entered at once, by whom, and who decided on it. */
export function Edition({ edition: { number, standing, rates, file, enteredBy, decidedBy, note }, names }: Props) {
  const title = m.edition({ number });
  return (
    <section className="part" aria-labelledby={`h-edition-${number}`}>
      <h2 id={`h-edition-${number}`}>{title}</h2>
      <p>
        <StatusOf of="rates" status={standing} />
      </p>
      <Facts
        of={[
          [m.enteredBy(), <Seal key="entered" isMini name={personName(names, enteredBy)} />],
          [
            m.decidedBy(),
            decidedBy ? <Seal key="decided" isMini isBound={standing !== 'refused'} name={personName(names, decidedBy)} /> : null,
          ],
          [m.note(), note ? <blockquote dir="auto">{note}</blockquote> : null],
          [m.file(), file ? <span className="mono">{file}</span> : null],
        ]}
      />
      <Scroll label={title}>
        <table className="stack" role="table">
          <thead>
            <tr role="row">
              <Columns of={[{ title: m.currency() }, { title: m.rate(), isFigure: true }]} />
            </tr>
          </thead>
          <tbody>
            {rates.map(({ currency, rate }) => (
              <tr key={currency} role="row">
                <th scope="row" role="rowheader">
                  {currency}
                </th>
                <td role="cell" data-h={m.rate()} className="r">
                  <div className="num">{decimalText(rate)}</div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}
