import * as m from '#messages/rates';
import { personName } from '../../acts/words.ts';
import type { Schemas } from '../../api/client.ts';
import { Columns } from '../../parts/Columns.tsx';
import { Facts } from '../../parts/Facts.tsx';
import { decimalText, locale } from '../../parts/locale.ts';
import { Scroll } from '../../parts/Scroll.tsx';
import { Seal } from '../../parts/Seal.tsx';
import { StatusOf } from '../../parts/StatusOf.tsx';
import { changeOf } from './before.ts';

/** Rates of two days seldom differ by so much. */
const UNUSUAL = 0.1;
const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
const signed = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1, signDisplay: 'exceptZero' });

/** `before`: the rates with which these are compared, by currency. */
type Props = { readonly edition: Schemas['RateEdition']; readonly names: Schemas['Names']; readonly before: ReadonlyMap<string, string> };

/** What was entered at once, by whom, and who decided on it. */
export function Edition({ edition: { number, standing, rates, file, enteredBy, decidedBy, note }, names, before }: Props) {
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
              <Columns
                of={[
                  { title: m.currency() },
                  { title: m.rate(), isFigure: true },
                  { title: m.before(), isFigure: true },
                  { title: m.change(), isFigure: true },
                ]}
              />
            </tr>
          </thead>
          <tbody>
            {rates.map((each) => (
              <Row key={each.currency} rate={each} before={before.get(each.currency)} />
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}

function Row({ rate: { currency, rate }, before }: { readonly rate: Schemas['Rate']; readonly before: string | undefined }) {
  const change = before === undefined ? 0 : changeOf(rate, before);
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        {currency}
      </th>
      <td role="cell" data-h={m.rate()} className="r">
        <div className="num">{decimalText(rate)}</div>
      </td>
      <td role="cell" data-h={m.before()} className="r">
        {before === undefined ? null : <div className="num">{decimalText(before)}</div>}
      </td>
      <td role="cell" data-h={m.change()} className="r">
        {before === undefined ? null : (
          <div>
            <span className="num">{signed.format(change)}</span>
            {Math.abs(change) > UNUSUAL ? <p className="down">{m.differs({ percent: percent.format(UNUSUAL) })}</p> : null}
          </div>
        )}
      </td>
    </tr>
  );
}
