import * as m from '#messages/projects';
import type { Schemas } from '../../api/client.ts';
import { useCodeNames } from '../../api/lists.ts';
import { Columns } from '../../parts/Columns.tsx';
import { decimalText, list, locale } from '../../parts/locale.ts';
import { Scroll } from '../../parts/Scroll.tsx';

/** What the project is about, in its proposer's words, and what it will report. */
export function About({ project: { proposal } }: { readonly project: Schemas['Project'] }) {
  const { description, language } = proposal;
  if (!description) return null;
  return (
    <p className="about" lang={language} dir="auto">
      {description} {language && language !== locale ? <span className="lang">{language}</span> : null}
    </p>
  );
}

export function Indicators({ project: { proposal } }: { readonly project: Schemas['Project'] }) {
  const { plannedIndicators = [] } = proposal;
  const isPlanned = plannedIndicators.length > 0;
  const [indicatorName, unitName] = [useCodeNames('indicators', isPlanned), useCodeNames('units', isPlanned)];
  if (plannedIndicators.length === 0) return null;
  return (
    <section className="part" aria-labelledby="h-results">
      <h2 id="h-results">{m.results()}</h2>
      <Scroll label={m.results()}>
        <table className="stack" role="table">
          <thead>
            <tr role="row">
              <Columns
                of={[
                  { title: m.indicator() },
                  { title: m.baseline(), isFigure: true },
                  { title: m.target(), isFigure: true },
                  { title: m.unit() },
                  { title: m.method() },
                  { title: m.reportedWith() },
                ]}
              />
            </tr>
          </thead>
          <tbody>
            {plannedIndicators.map(({ code, unit = '', baseline, target, method, milestones = [] }) => (
              <tr key={code} role="row">
                <th scope="row" role="rowheader">
                  {indicatorName(code)}
                </th>
                <td role="cell" data-h={m.baseline()} className="r num">
                  <div>{baseline ? decimalText(baseline) : '–'}</div>
                </td>
                <td role="cell" data-h={m.target()} className="r num">
                  <div>{target ? decimalText(target) : '–'}</div>
                </td>
                <td role="cell" data-h={m.unit()}>
                  <div>{unitName(unit)}</div>
                </td>
                <td role="cell" data-h={m.method()}>
                  <div>{method}</div>
                </td>
                <td role="cell" data-h={m.reportedWith()}>
                  <div>{milestones.length > 0 ? list(milestones.map(String)) : m.lastMilestone()}</div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}
