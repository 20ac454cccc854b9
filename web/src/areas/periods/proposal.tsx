import * as m from '#messages/periods';
import { kindText } from '../../acts/account-kinds.ts';
import { personName } from '../../acts/words.ts';
import type { Schemas } from '../../api/client.ts';
import { Columns } from '../../parts/Columns.tsx';
import { Facts } from '../../parts/Facts.tsx';
import { dayText, list } from '../../parts/locale.ts';
import { Money } from '../../parts/Money.tsx';
import { Scroll } from '../../parts/Scroll.tsx';
import { Seal } from '../../parts/Seal.tsx';
import { StatusOf } from '../../parts/StatusOf.tsx';

type Props = { readonly period: string; readonly proposal: Schemas['PeriodProposal']; readonly names: Schemas['Names'] };

/** What was proposed at once, by whom, and who decided on it. */
export function Proposal({ period, proposal, names }: Props) {
  const { number, standing, through, balances, balanceHash, reportedBy, proposedBy, decidedBy, note } = proposal;
  return (
    <section className="part" aria-labelledby={`h-proposal-${number}`}>
      <h2 id={`h-proposal-${number}`}>{m.proposal({ number })}</h2>
      <p>
        <StatusOf of="period" status={standing} />
      </p>
      <Facts
        of={[
          [m.through(), dayText(through)],
          [m.proposedBy(), <Seal key="proposed" isMini name={personName(names, proposedBy)} />],
          [
            m.decidedBy(),
            decidedBy ? <Seal key="decided" isMini isBound={standing !== 'refused'} name={personName(names, decidedBy)} /> : null,
          ],
          [m.note(), note ? <blockquote dir="auto">{note}</blockquote> : null],
          [m.reportedBy(), reportedBy.length > 0 ? list(reportedBy.map((person) => personName(names, person))) : null],
          [
            m.hash(),
            <span key="hash" className="mono">
              {balanceHash}
            </span>,
          ],
        ]}
      />
      {balances.length === 0 ? <p>{m.empty()}</p> : <Balance period={period} proposal={proposal} />}
    </section>
  );
}

const Balance = ({ period, proposal: { number, balances } }: Omit<Props, 'names'>) => (
  <Scroll label={m.balance()}>
    <table className="stack" role="table">
      <thead>
        <tr role="row">
          <Columns of={[{ title: m.account() }, { title: m.closing(), isFigure: true }]} />
        </tr>
      </thead>
      <tbody>
        {balances.map(({ kind, closing }) => (
          <tr key={`${kind} ${closing.currency}`} role="row">
            <th scope="row" role="rowheader">
              {kindText(kind)}
            </th>
            <td role="cell" data-h={m.closing()} className="r">
              <div>
                <Money amount={closing} of={`${period}/${number}/${kind}/${closing.currency}`} />
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </Scroll>
);
