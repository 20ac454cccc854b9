import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import * as m from '#messages/support-requests';
import { fieldLabel } from '../../acts/words.ts';
import type { Schemas } from '../../base/api/client.ts';
import { itemQuery, mayDo } from '../../base/api/items.ts';
import { useCodeNames } from '../../base/api/lists.ts';
import { sessionQuery, useSession } from '../../base/api/session.ts';
import { Facts } from '../../base/parts/Facts.tsx';
import { ItemLink } from '../../base/parts/ItemLink.tsx';
import { ItemPage } from '../../base/parts/ItemPage.tsx';
import { countryName, dayText } from '../../base/parts/locale.ts';
import { StatusOf } from '../../base/parts/StatusOf.tsx';
import { textOf } from '../../policies/texts.ts';
import { Adoption } from './Adoption.tsx';
import { Drafts } from './Drafts.tsx';

const WholeActs = lazy(async () => ({ default: (await import('./WholeActs.tsx')).WholeActs }));
const DraftForm = lazy(async () => ({ default: (await import('./DraftForm.tsx')).DraftForm }));

const route = getRouteApi('/everybody/support-requests/$id');

/** A request for support, at one address for everybody: each reader sees what is in the own circle. */
export function PublicPage() {
  const { id } = route.useParams();
  const { data: session } = useSuspenseQuery(sessionQuery);
  const { data: request } = useSuspenseQuery(itemQuery(session ? 'getSupportRequest' : 'getPublicSupportRequest', id));
  const { names = {}, status, title, city, country } = request;
  return (
    <ItemPage
      title={title}
      up={session ? <Link to="/support-requests">{m.title()}</Link> : m.title()}
      crumbs={[title]}
      state={
        <p className="row">
          <StatusOf of="supportRequestStatus" status={status} />
          <span className="quiet">
            <ItemLink id={city}>{names[city]?.text ?? city}</ItemLink> · {countryName(country)}
          </span>
        </p>
      }
      {...(session ? { history: { title: m.history(), timeline: 'getSupportRequestTimeline' as const, id, names, more: m.more() } } : {})}
    >
      <What request={request} />
      {session ? (
        <Suspense fallback={null}>
          <WholeActs request={request} />
        </Suspense>
      ) : null}
      <Drafts request={request} isSignedIn={session !== null && session !== undefined} />
      {session && mayDo(request, 'offerDraft') ? (
        <Suspense fallback={null}>
          <DraftForm key={request.drafts.length} request={request} />
        </Suspense>
      ) : null}
      <Adoption request={request} />
    </ItemPage>
  );
}

function What({ request }: { readonly request: Schemas['SupportRequest'] }) {
  const typeName = useCodeNames('instrument-types');
  const { names = {}, type, question, advisedBy, templates, answerDue, status, endNote } = request;
  return (
    <Facts
      of={[
        [fieldLabel('type'), typeName(type)],
        [fieldLabel('question'), question ? <Words key="question" of={question} /> : null],
        [m.beginsWith(), templates.length > 0 ? templates.map(({ instrument }) => <Template key={instrument} id={instrument} />) : null],
        [m.expert(), advisedBy ? (names[advisedBy]?.text ?? advisedBy) : null],
        [m.answerBy(), status === 'submitted' ? dayText(answerDue) : null],
        [fieldLabel('note'), endNote ? <Words key="end" of={endNote} /> : null],
      ]}
    />
  );
}

/** An entry of the library by its title, in the language of the reader. */
function Template({ id }: { readonly id: string }) {
  const session = useSession();
  const { data: policy } = useQuery(itemQuery(session ? 'getPolicyInstrument' : 'getPublicPolicyInstrument', id));
  return (
    <Link to="/policies/$id" params={{ id }}>
      {policy ? textOf(policy).title : id}
    </Link>
  );
}

const Words = ({ of }: { readonly of: string }) => <blockquote dir="auto">{of}</blockquote>;
