import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { menuAwards } from '#messages';
import * as m from '#messages/awards';
import type { Schemas } from '../../base/api/client.ts';
import { itemQuery } from '../../base/api/items.ts';
import { sessionQuery } from '../../base/api/session.ts';
import { Facts } from '../../base/parts/Facts.tsx';
import { ItemLink } from '../../base/parts/ItemLink.tsx';
import { ItemPage } from '../../base/parts/ItemPage.tsx';
import { countryName, dayText, exactText, list, momentText } from '../../base/parts/locale.ts';
import { Say } from '../../base/parts/Say.tsx';
import { StatusOf } from '../../base/parts/StatusOf.tsx';
import { FeedbackTable } from '../../judging/FeedbackTable.tsx';
import { ValuesOf } from '../../results/ValuesOf.tsx';

const LastValues = lazy(async () => ({ default: (await import('../../results/LastValues.tsx')).LastValues }));
const ToDo = lazy(async () => ({ default: (await import('./ToDo.tsx')).ToDo }));

const route = getRouteApi('/everybody/nominations/$id');
const TOLD: readonly string[] = ['awarded', 'commended', 'not-awarded', 'prize-withdrawn'];

type Nomination = Schemas['Nomination'];

/** What a city is nominated for: its words, the values of its actions, and what became of it. */
export function PublicPage() {
  const { id } = route.useParams();
  const { data: session } = useSuspenseQuery(sessionQuery);
  const { data: nomination } = useSuspenseQuery(itemQuery(session ? 'getNomination' : 'getPublicNomination', id));
  const { title, status, cycle, city, country, note, values, lastValues, names = {} } = nomination;
  const isOwn = session?.organisation === city || (session?.organisation === 'secretariat' && TOLD.includes(status));
  return (
    <ItemPage
      title={title}
      up={<Link to="/awards">{menuAwards()}</Link>}
      crumbs={[
        <ItemLink key="cycle" id={cycle}>
          {names[cycle]?.text ?? m.award()}
        </ItemLink>,
      ]}
      state={
        <p className="row">
          <StatusOf of="nominationStatus" status={status} />
          <span className="quiet">
            <ItemLink id={city}>{names[city]?.text ?? city}</ItemLink> · {countryName(country)}
          </span>
        </p>
      }
      {...(session ? { history: { title: m.history(), timeline: 'getNominationTimeline' as const, id, names, more: m.more() } } : {})}
    >
      {session ? (
        <Suspense fallback={null}>
          <ToDo nomination={nomination} />
        </Suspense>
      ) : null}
      <Undermined of={nomination} />
      <TakenBack of={nomination} />
      <blockquote dir="auto">{note}</blockquote>
      <What of={nomination} />
      <section className="part" aria-labelledby="h-values">
        <h2 id="h-values">{m.values()}</h2>
        {values.length === 0 ? <p className="quiet">{m.noValues()}</p> : <ValuesOf of={values} />}
      </section>
      {lastValues.length > 0 ? (
        <section className="part" aria-labelledby="h-series">
          <h2 id="h-series">{m.lastValues()}</h2>
          <Suspense fallback={null}>
            <LastValues of={lastValues} />
          </Suspense>
        </section>
      ) : null}
      {isOwn && TOLD.includes(status) ? <Feedback of={nomination} /> : null}
    </ItemPage>
  );
}

function What({ of }: { readonly of: Nomination }) {
  const { category, verifiedShare, reasons, mendUntil, agreeUntil, objectionsUntil, objection, proposedFor, names = {} } = of;
  return (
    <Facts
      of={[
        [m.category(), m.categoryIs({ category })],
        [m.verified(), verifiedShare ? exactText(verifiedShare) : null],
        [m.proposedFor(), proposedFor ? (names[proposedFor]?.text ?? proposedFor) : null],
        [m.agreeUntil(), agreeUntil ? momentText(agreeUntil) : null],
        [m.reasons(), reasons.length > 0 ? list(reasons.map((reason) => m.reasonIs({ reason }))) : null],
        [m.mendUntil(), mendUntil ? momentText(mendUntil) : null],
        [m.objections(), objectionsUntil ? momentText(objectionsUntil) : null],
        [m.objection(), objection?.note],
        [m.answer(), objection?.answer],
      ]}
    />
  );
}

/** Of a prize: which of its values were corrected. */
function Undermined({ of: { undermined } }: { readonly of: Nomination }) {
  if (!undermined) return null;
  return (
    <Say kind="bad">
      <p>{m.underminedOn({ day: dayText(undermined.at) })}</p>
      {undermined.below ? <p>{m.belowAsked()}</p> : null}
      <ValuesOf of={undermined.values} />
    </Say>
  );
}

function TakenBack({ of: { withdrawal } }: { readonly of: Nomination }) {
  if (!withdrawal) return null;
  const { grounds, note, answer, outcome, endNote, due } = withdrawal;
  return (
    <Say kind={outcome === 'withdrawn' ? 'bad' : 'info'}>
      <p>{outcome ? m.takenBackIs({ outcome }) : m.takenBackProposed({ moment: momentText(due) })}</p>
      <Facts
        of={[
          [m.grounds(), m.groundsAre({ grounds })],
          [m.found(), note],
          [m.answer(), answer],
          [m.decided(), endNote],
        ]}
      />
    </Say>
  );
}

/** What jurors have said, for the city and for those who oversee. */
function Feedback({ of: { id, cycle } }: { readonly of: Nomination }) {
  const { data } = useSuspenseQuery(itemQuery('readNominationFeedback', id));
  const { data: award } = useSuspenseQuery(itemQuery('getAwardCycle', cycle));
  return <FeedbackTable title={m.feedback()} rows={data.criteria} criteria={award.criteria} />;
}
