import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { menuTrainings } from '#messages';
import * as m from '#messages/learning';
import { Acts } from '../../acts/Acts.tsx';
import { labelOf, personName } from '../../acts/words.ts';
import { itemQuery, mayDo } from '../../base/api/items.ts';
import { sessionQuery } from '../../base/api/session.ts';
import { Facts } from '../../base/parts/Facts.tsx';
import { Icon } from '../../base/parts/Icon.tsx';
import { ItemLink } from '../../base/parts/ItemLink.tsx';
import { ItemPage } from '../../base/parts/ItemPage.tsx';
import { dayText, languageName, momentText, numberText } from '../../base/parts/locale.ts';
import { Say } from '../../base/parts/Say.tsx';
import { StatusOf } from '../../base/parts/StatusOf.tsx';
import { Enrolled } from './Enrolled.tsx';
import { keptUntil, type Session } from './session.ts';

// Few readers train.
const Desk = lazy(async () => ({ default: (await import('./Desk.tsx')).Desk }));
// It is there once five have answered.
const Feedback = lazy(async () => ({ default: (await import('./Feedback.tsx')).Feedback }));

const route = getRouteApi('/everybody/training-sessions/$id');
const BY_TRAINER: readonly string[] = ['recordAttendance', 'proposeCertificates'];

/** When a training is held and for how many, one's own seat, and what its trainer does. */
export function PublicPage() {
  const { id } = route.useParams();
  const { data: reader } = useSuspenseQuery(sessionQuery);
  const { data: session } = useSuspenseQuery(itemQuery(reader ? 'getTrainingSession' : 'getPublicTrainingSession', id));
  const { title, status, starts, names = {}, note, training } = session;
  const file = reader ? `/v1/training-sessions/${id}/calendar` : `/v1/public/training-sessions/${id}/calendar`;
  return (
    <ItemPage
      title={title}
      tab={`${title} · ${dayText(starts)}`}
      up={<Link to="/trainings">{menuTrainings()}</Link>}
      crumbs={[
        <ItemLink key="training" id={training}>
          {title}
        </ItemLink>,
        dayText(starts),
      ]}
      state={
        <p className="row">
          <StatusOf of="trainingSessionStatus" status={status} />
          <span className="quiet">{m.freeOf({ free: session.seatsFree, seats: session.plan.seats })}</span>
        </p>
      }
      aside={
        <>
          {mayDo(session, 'changeSession') ? (
            <Link className="btn" to="/training-sessions/$id/change" params={{ id }}>
              {labelOf('changeSession')}
            </Link>
          ) : null}
          <a className="btn bare" href={file} download={`${starts}.ics`}>
            <Icon name="out" /> {m.calendarFile()}
          </a>
        </>
      }
      {...(reader ? { history: { title: m.history(), timeline: 'getTrainingSessionTimeline' as const, id, names, more: m.more() } } : {})}
    >
      {note ? (
        <Say kind="bad">
          <p>{m.cancelledBecause()}</p>
          <blockquote dir="auto">{note}</blockquote>
        </Say>
      ) : null}
      {reader ? <Own session={session} person={reader.person} /> : <p>{m.signInToAsk()}</p>}
      {reader ? (
        <section>
          <h2 className="vh">{m.toDo()}</h2>
          <Acts item={session} only={({ operation }) => !BY_TRAINER.includes(operation) && operation !== 'changeSession'} />
        </section>
      ) : null}
      <When session={session} />
      {mayDo(session, ...BY_TRAINER) ? (
        <Suspense fallback={null}>
          <Desk session={session} />
        </Suspense>
      ) : null}
      {session.feedback?.length ? (
        <Suspense fallback={null}>
          <Feedback feedback={session.feedback} />
        </Suspense>
      ) : null}
      {reader ? <Enrolled session={session} /> : null}
    </ItemPage>
  );
}

/** One’s own seat, one that is offered, or the place on the waiting list. */
function Own({ session, person }: { readonly session: Session; readonly person: string }) {
  const own = session.enrolments.findLast((each) => each.person === person);
  if (!own) return null;
  const { status, place, offeredUntil } = own;
  return (
    <Say kind={status === 'confirmed' || status === 'attended' ? 'good' : status === 'waiting' || status === 'offered' ? 'wait' : 'info'}>
      <p>
        <StatusOf of="enrolmentStatus" status={status} />
      </p>
      {status === 'waiting' ? <p>{m.placeIs({ place })}</p> : null}
      {status === 'offered' && offeredUntil ? <p>{m.offeredUntil({ moment: momentText(offeredUntil) })}</p> : null}
    </Say>
  );
}

function When({ session }: { readonly session: Session }) {
  const { plan, hours, trainer, trainerOf = '', confirmed, waiting, names = {}, status } = session;
  const isAhead = status === 'scheduled' || status === 'enrolling' || status === 'full';
  return (
    <Facts
      of={[
        [
          m.when(),
          <ul key="when" className="plain">
            {plan.meetings.map(({ from, to }) => (
              <li key={from}>{m.fromTo({ from: momentText(from), to: momentText(to) })}</li>
            ))}
          </ul>,
        ],
        [m.mode(), m.modeIs({ mode: plan.mode })],
        [m.where(), plan.where],
        [m.language(), languageName(plan.language)],
        [m.hours(), numberText(hours)],
        [m.trainer(), trainer ? personName(names, trainer) : null],
        [m.trainerOf(), trainerOf ? <ItemLink id={trainerOf}>{names[trainerOf]?.text ?? trainerOf}</ItemLink> : null],
        [m.seats(), m.seatsAre({ seats: plan.seats, confirmed, waiting })],
        [m.enrolsFrom(), isAhead ? momentText(plan.enrolsFrom) : null],
        [m.kept(), isAhead && plan.keepsSeats ? m.keptUntil({ half: Math.floor(plan.seats / 2), day: dayText(keptUntil(session)) }) : null],
      ]}
    />
  );
}
