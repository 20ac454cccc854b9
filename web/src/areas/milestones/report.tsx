import * as m from '#messages/milestones';
import { FileTable } from '../../acts/FileTable.tsx';
import { ResultTable } from '../../acts/ResultTable.tsx';
import { Words } from '../../acts/Words.tsx';
import type { Schemas } from '../../api/client.ts';
import { Icon } from '../../parts/Icon.tsx';
import { shareText } from '../../parts/locale.ts';
import type { Planned } from '../../parts/planned.ts';

type Round = Schemas['ReportRound'];
type Names = Schemas['Names'];

type Props = { readonly report: Round; readonly planned: readonly Planned[]; readonly names: Names };

/** One report with what was planned, its evidence, and the verdict on it. */
export const Report = ({ report, planned, names }: Props) => (
  <article className="report">
    <h3>{m.report({ number: report.number })}</h3>
    <Words said={report.submitted} names={names} />
    <ResultTable label={`${m.report({ number: report.number })}: ${m.indicators()}`} planned={planned} values={report.indicators} />
    <FileTable files={report.files} names={names} />
    <Verdict report={report} names={names} />
  </article>
);

function Verdict({ report: { verdict, payableBasisPoints, rest, judged }, names }: { readonly report: Round; readonly names: Names }) {
  if (!verdict)
    return (
      <p>
        <span className="tag info">
          <Icon name="wait" />
          <span>{m.waitsForVerdict()}</span>
        </span>
      </p>
    );
  const isGood = verdict === 'verified';
  return (
    <>
      <p className="row">
        <span className={`tag solid ${isGood ? 'good' : 'wait'}`}>
          <Icon name={isGood ? 'done' : 'back'} />
          <span>{m.verdict({ code: verdict })}</span>
        </span>
        {payableBasisPoints ? <span>{shareText(payableBasisPoints)}</span> : null}
        {rest ? <span>{m.rest({ code: rest })}</span> : null}
      </p>
      <Words said={judged} names={names} />
    </>
  );
}
