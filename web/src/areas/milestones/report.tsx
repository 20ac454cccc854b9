import * as m from '#messages/milestones';
import { Words } from '../../acts/Words.tsx';
import type { Schemas } from '../../api/client.ts';
import { Columns } from '../../parts/Columns.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { numberText, shareText } from '../../parts/locale.ts';
import { Scroll } from '../../parts/Scroll.tsx';
import { keyOf } from '../../parts/Status.tsx';

type Round = Schemas['ReportRound'];
type Names = Schemas['Names'];

/** One report with its evidence, and the verdict on it. */
export const Report = ({ report, names }: { readonly report: Round; readonly names: Names }) => (
  <article className="report">
    <h3>{m.report({ number: report.number })}</h3>
    <Words said={report.submitted} names={names} />
    <Indicators report={report} />
    <Files files={report.files} />
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
          <span>{m.verdict({ code: keyOf(verdict) })}</span>
        </span>
        {payableBasisPoints ? <span>{shareText(payableBasisPoints)}</span> : null}
        {rest ? <span>{m.rest({ code: rest })}</span> : null}
      </p>
      <Words said={judged} names={names} />
    </>
  );
}

function Indicators({ report: { indicators = [], number } }: { readonly report: Round }) {
  if (indicators.length === 0) return null;
  return (
    <Scroll label={`${m.report({ number })}: ${m.indicators()}`}>
      <table className="stack" role="table">
        <thead>
          <tr role="row">
            <Columns of={[{ title: m.indicator() }, { title: m.reported(), isFigure: true }]} />
          </tr>
        </thead>
        <tbody>
          {indicators.map(({ code, value, unit = '', notAvailable }) => (
            <tr key={code} role="row">
              <th scope="row" role="rowheader">
                {code}
              </th>
              <td role="cell" data-h={m.reported()} className="r num">
                <div>{notAvailable ? m.notAvailable() : `${value} ${unit}`}</div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

const KILO = 1_000;

/** Files are downloaded, never shown within the page: what they hold is not known to be harmless. */
function Files({ files }: { readonly files: Round['files'] }) {
  if (files.length === 0) return null;
  return (
    <Scroll label={m.evidence()}>
      <table className="stack" role="table">
        <caption className="vh">{m.evidence()}</caption>
        <thead>
          <tr role="row">
            <Columns of={[{ title: m.file() }, { title: m.type() }, { title: m.size(), isFigure: true }]} />
          </tr>
        </thead>
        <tbody>
          {files.map(({ hash, mediaType, size, usedBefore = [] }) => (
            <tr key={hash} role="row">
              <th scope="row" role="rowheader">
                <a className="fn" href={`/v1/evidence/${hash}`} download>
                  {m.download()} <small className="mono">{hash.slice(0, 12)}…</small>
                </a>
                {usedBefore.length > 0 ? <small className="late">{m.usedBefore({ count: usedBefore.length })}</small> : null}
              </th>
              <td role="cell" data-h={m.type()}>
                <div>{mediaType}</div>
              </td>
              <td role="cell" data-h={m.size()} className="r num">
                <div>{m.bytes({ kilobytes: numberText(Math.ceil(Number.parseInt(size, 10) / KILO)) })}</div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
