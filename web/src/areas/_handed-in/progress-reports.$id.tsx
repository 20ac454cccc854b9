import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { z } from 'zod/mini';
import * as shared from '#messages/handed-in';
import * as m from '#messages/progress-reports';
import { Acts } from '../../acts/Acts.tsx';
import { api } from '../../base/api/client.ts';
import { itemQuery, mayDo } from '../../base/api/items.ts';
import { sessionQuery } from '../../base/api/session.ts';
import { ItemPage } from '../../base/parts/ItemPage.tsx';
import { dayOfMoment, dayText } from '../../base/parts/locale.ts';
import { CodedPrint, PrintButton } from '../../base/parts/PrintButton.tsx';
import { Say } from '../../base/parts/Say.tsx';
import { StatusOf } from '../../base/parts/StatusOf.tsx';
import { oneOf, textInAddress as text } from '../../base/parts/search.ts';
import type { Given } from '../../opened/Act.tsx';
import { rareCode } from '../../opened/choices.ts';
import { withoutVerified } from './Cells.tsx';
import { useCalled } from './called.ts';
import { type Called, type Edition, nameOfCell, type Report, SECTIONS, type Section, sectionName } from './cells.ts';
import { Grouped, Sums } from './Grouped.tsx';
import { Returned } from './Returned.tsx';
import type { Reader } from './readers.ts';
import { Editions, Hands } from './shared/Editions.tsx';
import { inPart, shownOf } from './shared/editions.ts';
import { ToCity, UP } from './shared/Way.tsx';

/** For whom a report may be read: the same text each time. */
const READER_CODES = ['council', 'sponsors', 'public', 'sdg'] as const satisfies readonly Reader[];

/** Which edition is read, and for whom; the one that is worked at, or in force, and all of it where the address does not say. */
export const search = z.object({ edition: text, for: oneOf(READER_CODES) });

const route = getRouteApi('/everybody/progress-reports/$id');

/** A progress report: what came filled and what the city says, section by section; written, signed off, reviewed and published, then for everybody. */
export function PublicPage() {
  const { id } = route.useParams();
  const { edition: chosen, for: reader } = route.useSearch();
  const { data: session } = useSuspenseQuery(sessionQuery);
  const { data: report } = useSuspenseQuery(itemQuery(session ? 'getProgressReport' : 'getPublicProgressReport', id));
  const { names = {}, city, signatory, number, status, editions, current, publishedOn } = report;
  const shown = shownOf(report, current, chosen);
  const title = m.title({ number });
  const cityName = names[city]?.text ?? city;
  return (
    <ItemPage
      title={title}
      tab={`${title} · ${cityName}`}
      up={UP}
      crumbs={[<ToCity key="city" signatory={signatory} name={cityName} />]}
      aside={session ? <CodedPrint ask={() => api.operations.printProgressReport({ id })} /> : <PrintButton />}
      state={
        <p className="row">
          <StatusOf of="progressReportStatus" status={status} />
          <span className="quiet">
            {cityName}
            {shown && shown.number > 1 ? ` · ${shared.edition({ number: shown.number })}` : null}
            {publishedOn && shown?.number !== current?.number ? ` · ${shared.publishedOn({ day: dayText(publishedOn) })}` : null}
          </span>
        </p>
      }
      {...(session
        ? { history: { title: shared.history(), timeline: 'getProgressReportTimeline' as const, id, names, more: shared.more() } }
        : {})}
    >
      {shown ? <ReadFor reader={reader} /> : null}
      {shown && reader ? (
        <Suspense fallback={null}>
          <Chosen report={report} edition={shown} reader={reader} />
        </Suspense>
      ) : shown ? (
        <Shown report={report} edition={shown} />
      ) : (
        <p>{m.isWritten()}</p>
      )}
      <Contests report={report} />
      <Editions editions={[...editions, ...(current ? [current] : [])]} shown={shown?.number ?? 0} />
    </ItemPage>
  );
}

// What is done with it is for those who may.
const HandIn = lazy(async () => ({ default: (await import('./HandIn.tsx')).HandIn }));
// Most read all of it.
const Chosen = lazy(async () => ({ default: (await import('./Chosen.tsx')).Chosen }));

/** For whom it may be read. */
const ReadFor = ({ reader }: { readonly reader: string | undefined }) => (
  <nav className="seg" aria-label={m.readFor()}>
    {[undefined, ...READER_CODES].map((code) => (
      <Link
        key={code ?? 'all'}
        to="."
        search={(before: object) => ({ ...before, for: code })}
        aria-current={code === reader ? 'true' : undefined}
      >
        {m.reader({ code: code ?? 'all' })}
      </Link>
    ))}
  </nav>
);

type Of = { readonly report: Report; readonly edition: Edition };

function Shown({ report, edition }: Of) {
  const { names = {} } = report;
  const { filled, values, remarks, note } = edition;
  const called = useCalled(report);
  return (
    <>
      <Say kind="good">
        <p>
          <b>{m.filled({ filled, values })}</b> {m.rest({ rest: values - filled })}
        </p>
      </Say>
      {note ? (
        <p>
          {shared.whatItCorrects()} <q dir="auto">{note}</q>
        </p>
      ) : null}
      <Returned remarks={edition.status === 'returned' ? remarks : []} nameOf={sectionName} />
      <div className="rep handed">
        <div>
          {SECTIONS.map((section, index) => (
            <SectionOf key={section} report={report} edition={edition} section={section} number={index + 1} called={called} />
          ))}
          {edition.number === report.current?.number || mayDo(report, 'proposeReportEdition') ? (
            <Suspense fallback={null}>
              <HandIn report={report} edition={edition} />
            </Suspense>
          ) : null}
        </div>
        <aside className="rail" aria-label={m.sections()}>
          <h2>{m.sections()}</h2>
          <ol className="plain">
            {SECTIONS.map((section) => (
              <li key={section} className="row far">
                <a href={`#${section}`}>{sectionName(section)}</a>
                <small>{m.sectionStands({ code: standsOf(edition, section) })}</small>
              </li>
            ))}
          </ol>
          <h2>{shared.who()}</h2>
          <p className="quiet">{shared.whoText()}</p>
          <Hands of={edition} names={names} />
        </aside>
      </div>
    </>
  );
}

/** Whether a section says anything: in words of the city, or by values. */
function standsOf({ sections, cells }: Edition, section: Section): 'said' | 'filled' | 'empty' {
  if (sections.some((each) => each.section === section && each.note)) return 'said';
  return cells.some((cell) => cell.section === section && cell.certainty !== 'not-available') ? 'filled' : 'empty';
}

type SectionProps = Of & { readonly section: Section; readonly number: number; readonly called: Called };

function SectionOf({ report, edition, section, number, called }: SectionProps) {
  const written = edition.sections.find((each) => each.section === section);
  const cells = edition.cells.filter((cell) => cell.section === section);
  const isCurrent = edition.number === report.current?.number;
  const value = useNewValue(section);
  const givenOf = (operation: string): Given =>
    operation === 'typeValue'
      ? { body: { edition: edition.number, section, ...value.body }, own: value.own, fieldOf: withoutVerified }
      : { body: { edition: edition.number, section }, initial: { note: written?.note ?? '' } };
  return (
    <section className="part" aria-labelledby={`h-${section}`} id={section}>
      <h2 id={`h-${section}`}>{m.sectionTitle({ number, name: sectionName(section) })}</h2>
      {written?.note ? (
        <blockquote dir="auto">{written.note}</blockquote>
      ) : cells.length === 0 ? (
        <p className="quiet">{m.nothingSaid()}</p>
      ) : null}
      <Sums report={report} edition={edition} section={section} called={called} />
      {cells.length > 0 ? <Grouped label={sectionName(section)} report={report} edition={edition} cells={cells} called={called} /> : null}
      {isCurrent ? (
        <Acts item={inPart(report, section, ['writeSection', 'typeValue'])} given={({ operation }) => givenOf(operation)} />
      ) : null}
    </section>
  );
}

/** A value that the city gives of its own: what it is called names it within the section. */
function useNewValue(section: Section): Required<Pick<Given, 'body' | 'own'>> {
  const [name, setName] = useState('');
  const isReadable = name.trim() !== '';
  return {
    body: { key: `${section}/${name.trim()}` },
    own: {
      isReadable,
      faultsOf: () => (isReadable ? {} : { key: m.nameTheValue() }),
      show: (faults) => (
        <label className={`field${faults['key'] ? ' bad' : ''}`}>
          <span className="label">{m.whatTheValueIs()}</span>
          {faults['key'] ? <span className="fault">{faults['key']}</span> : null}
          <input className="in" name="key" maxLength={150} value={name} onChange={({ currentTarget }) => setName(currentTarget.value)} />
        </label>
      ),
    },
  };
}

/** What the city holds to be wrong of what was verified. */
function Contests({ report }: { readonly report: Report }) {
  const called = useCalled(report);
  const { contests, current, editions } = report;
  if (contests.length === 0) return null;
  const cells = [...editions, ...(current ? [current] : [])].flatMap((each) => each.cells);
  const nameOf = (key: string): string => {
    const cell = cells.find((each) => each.key === key);
    return cell ? nameOfCell(cell, called) : key;
  };
  return (
    <section className="part" aria-labelledby="h-contests">
      <h2 id="h-contests">{m.contests()}</h2>
      {contests.map(({ number, key, value, note, due, outcome, endNote }) => (
        <article key={number} className="said">
          <h3>{nameOf(key)}</h3>
          <p>
            {m.shouldBe({ value })} {outcome ? <b>{rareCode('outcome', outcome)}</b> : m.judgedUntil({ day: dayOfMoment(due) })}
          </p>
          <blockquote dir="auto">{note}</blockquote>
          {endNote ? <blockquote dir="auto">{endNote}</blockquote> : null}
          <Acts item={report} only={({ operation, contest }) => operation === 'judgeContest' && contest === number} />
        </article>
      ))}
    </section>
  );
}
