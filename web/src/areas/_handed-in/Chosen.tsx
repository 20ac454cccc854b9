import { Fragment } from 'react';
import * as m from '#messages/progress-reports';
import { Say } from '../../base/parts/Say.tsx';
import { useCalled } from './called.ts';
import { type Edition, type Report, SECTIONS, sectionName } from './cells.ts';
import { Grouped, Sums } from './Grouped.tsx';
import { GOALS, READERS, type Reader } from './readers.ts';

type Props = { readonly report: Report; readonly edition: Edition; readonly reader: Reader };

/** What one kind of reader asks of a report: sections of the same text, or its values by the questions of another framework. */
export function Chosen({ report: { may: _, ...report }, edition, reader }: Props) {
  const called = useCalled(report);
  const sections = READERS[reader];
  if (reader === 'sdg') return <ByGoal report={report} edition={edition} called={called} />;
  return (
    <>
      <Say kind="info">
        <p>{m.partOfOne({ count: sections.length })}</p>
      </Say>
      {sections.map((section) => {
        const name = sectionName(section);
        const words = edition.sections.find((each) => each.section === section)?.note;
        const cells = edition.cells.filter((cell) => cell.section === section);
        return (
          <section key={section} className="part" aria-labelledby={`h-${section}`}>
            <h2 id={`h-${section}`}>{m.sectionTitle({ number: SECTIONS.indexOf(section) + 1, name })}</h2>
            {words ? <blockquote dir="auto">{words}</blockquote> : null}
            <Sums report={report} edition={edition} section={section} called={called} />
            {cells.length > 0 ? <Grouped label={name} report={report} edition={edition} cells={cells} called={called} /> : null}
            {!words && cells.length === 0 ? <p className="quiet">{m.nothingSaid()}</p> : null}
          </section>
        );
      })}
    </>
  );
}

type ByGoalProps = { readonly report: Report; readonly edition: Edition; readonly called: ReturnType<typeof useCalled> };

function ByGoal({ report, edition, called }: ByGoalProps) {
  const results = edition.cells.filter(({ section, certainty }) => section === 'results' && certainty !== 'not-available');
  const answered = GOALS.map(([question, indicators]) => ({
    question,
    cells: results.filter(({ key }) => indicators.includes(key.split('/')[2] ?? '')),
  })).filter(({ cells }) => cells.length > 0);
  if (answered.length === 0) return <p className="quiet">{m.nothingAnswers()}</p>;
  return (
    <section className="part" aria-label={m.reader({ code: 'sdg' })}>
      {answered.map(({ question, cells }) => (
        <Fragment key={question}>
          <h2>{m.goal({ question })}</h2>
          <Grouped label={m.goal({ question })} report={report} edition={edition} cells={cells} called={called} />
        </Fragment>
      ))}
    </section>
  );
}
