import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { country } from '#messages';
import * as m from '#messages/enquiries';
import { fieldLabel } from '../../acts/words.ts';
import type { Schemas } from '../../base/api/client.ts';
import { itemQuery, mayDo } from '../../base/api/items.ts';
import { Facts } from '../../base/parts/Facts.tsx';
import { ItemLink } from '../../base/parts/ItemLink.tsx';
import { ItemPage } from '../../base/parts/ItemPage.tsx';
import { countryName, dayText, languageName } from '../../base/parts/locale.ts';
import { Mail } from '../../base/parts/Mail.tsx';
import { Say } from '../../base/parts/Say.tsx';
import { StatusOf } from '../../base/parts/StatusOf.tsx';

const Deal = lazy(async () => ({ default: (await import('./Deal.tsx')).Deal }));

const route = getRouteApi('/members/enquiries/$id');

/** What somebody has written for a city, and what the secretariat makes of it. */
export function Page() {
  const { id } = route.useParams();
  const { data: enquiry } = useSuspenseQuery(itemQuery('getEnquiry', id));
  const { status, cityName, names = {}, forgottenAt } = enquiry;
  return (
    <ItemPage
      title={cityName}
      up={<Link to="/enquiries">{m.title()}</Link>}
      crumbs={[cityName]}
      state={
        <p className="row">
          <StatusOf of="enquiryStatus" status={status} />
          <span className="quiet">{countryName(enquiry.country)}</span>
        </p>
      }
      history={{ title: m.history(), timeline: 'getEnquiryTimeline', id, names, more: m.more() }}
    >
      {forgottenAt ? (
        <Say kind="info">
          <p>{m.erasedOn({ day: dayText(forgottenAt) })}</p>
        </Say>
      ) : null}
      <What enquiry={enquiry} />
      {mayDo(enquiry, 'answerEnquiry', 'linkEnquiry', 'closeEnquiry') ? (
        <Suspense fallback={null}>
          <h2 className="vh">{m.toDo()}</h2>
          <Deal enquiry={enquiry} />
        </Suspense>
      ) : null}
    </ItemPage>
  );
}

function What({ enquiry }: { readonly enquiry: Schemas['Enquiry'] }) {
  const { names = {}, writer, note, answer, organisation, reason, endNote, closedAt, receivedAt, due, forgetsAt } = enquiry;
  return (
    <Facts
      of={[
        [m.written(), note ? <Words key="note" of={note} /> : null],
        [m.writer(), writer?.name ? <span dir="auto">{writer.name}</span> : null],
        [fieldLabel('contactRole'), writer?.contactRole ? <span dir="auto">{writer.contactRole}</span> : null],
        [fieldLabel('email'), writer?.email ? <Mail to={writer.email} /> : null],
        [m.language(), languageName(enquiry.language)],
        [country(), countryName(enquiry.country)],
        [m.received(), dayText(receivedAt)],
        [m.toAnswer(), due ? dayText(due) : null],
        [m.answer(), answer ? m.answeredOn({ how: answer.how, day: dayText(answer.at) }) : null],
        [m.said(), answer?.note ? <Words key="said" of={answer.note} /> : null],
        [m.ledTo(), organisation ? <ItemLink id={organisation}>{names[organisation]?.text ?? organisation}</ItemLink> : null],
        [m.closedBecause(), reason && closedAt ? m.closedOn({ reason, day: dayText(closedAt) }) : null],
        [fieldLabel('note'), endNote ? <Words key="end" of={endNote} /> : null],
        [m.erases(), forgetsAt ? dayText(forgetsAt) : null],
      ]}
    />
  );
}

const Words = ({ of }: { readonly of: string }) => <blockquote dir="auto">{of}</blockquote>;
