import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { z } from 'zod/mini';
import { nominations } from '#lists';
import { menuAwards } from '#messages';
import * as m from '#messages/awards';
import { labelOf, personName } from '../../acts/words.ts';
import type { Schemas } from '../../base/api/client.ts';
import { itemQuery } from '../../base/api/items.ts';
import { sessionQuery } from '../../base/api/session.ts';
import { Facts } from '../../base/parts/Facts.tsx';
import { ItemPage } from '../../base/parts/ItemPage.tsx';
import { dayText, momentText } from '../../base/parts/locale.ts';
import { PrintButton } from '../../base/parts/PrintButton.tsx';
import { Say } from '../../base/parts/Say.tsx';
import { StatusOf } from '../../base/parts/StatusOf.tsx';
import { oneOf, textInAddress as text } from '../../base/parts/search.ts';
import { List, type RowOf } from '../../items/ItemList.tsx';
import { Rubric } from '../../judging/Rubric.tsx';
import * as column from '../../lists/columns.tsx';
import { Interested } from './Interested.tsx';
import { Outcome } from './Outcome.tsx';

const ToDo = lazy(async () => ({ default: (await import('./ToDo.tsx')).ToDo }));

/** Which of its nominations are listed: all where the address does not say. */
export const search = z.object({ status: oneOf(nominations.statuses), cursor: text });

const route = getRouteApi('/everybody/awards/$id');
const FOR_EVERYBODY = { ...nominations, operation: 'listPublicNominations' } as const;
const NOMINATE: readonly string[] = ['proposer.officer', 'sponsor.officer', 'programme.trainer', 'programme.expert', 'secretariat.officer'];
/** Jurors find their ballots from when they answer about interests until the outcome opens all of them. */
const JUDGED: readonly string[] = ['screening', 'judging', 'deciding'];
const JUDGE: readonly string[] = ['programme.juror', 'proposer.officer', 'sponsor.officer', 'secretariat.verifier'];

type Award = Schemas['AwardCycle'];
type Nomination = RowOf<typeof nominations>;

/** An award: what it is given for, who is nominated, and what its juries have decided. */
export function PublicPage() {
  const { id } = route.useParams();
  const search = route.useSearch();
  const { data: session } = useSuspenseQuery(sessionQuery);
  const { data: award } = useSuspenseQuery(itemQuery(session ? 'getAwardCycle' : 'getPublicAwardCycle', id));
  const { title, status, names = {}, note, outcomes } = award;
  return (
    <ItemPage
      title={title}
      up={<Link to="/awards">{menuAwards()}</Link>}
      state={
        <p className="row">
          <StatusOf of="awardCycleStatus" status={status} />
        </p>
      }
      aside={<Ways award={award} roles={session?.roles ?? []} />}
      {...(session ? { history: { title: m.history(), timeline: 'getAwardCycleTimeline' as const, id, names, more: m.more() } } : {})}
    >
      {note ? (
        <Say kind="bad">
          <p>{m.cancelledBecause()}</p>
          <blockquote dir="auto">{note}</blockquote>
        </Say>
      ) : null}
      <Suspense fallback={null}>
        {session ? <ToDo award={award} /> : null}
        {outcomes.map((outcome) => (
          <Outcome key={outcome.category} of={outcome} award={award} />
        ))}
        {outcomes.length > 0 ? <IfItChanges /> : null}
        {award.interests.length > 0 ? <Interested award={award} /> : null}
      </Suspense>
      <What award={award} />
      <Rubric title={m.criteria()} criteria={award.criteria} />
      <section className="part" aria-labelledby="h-nominations">
        <h2 id="h-nominations">{m.nominations()}</h2>
        <List
          of={session ? nominations : FOR_EVERYBODY}
          search={search}
          asks={{ sort: 'country', counts: 'status', with: 'names', cycle: id }}
          label={m.nominations()}
          none={m.noNominations()}
          kind="nominationStatus"
          columns={(named) => [
            column.linked<Nomination>(m.nomination(), ({ title: of }) => of),
            column.named<Nomination>(m.city(), ({ city }) => city, named),
            column.text<Nomination>(m.category(), ({ category }) => m.categoryIs({ category })),
            column.status<'nominationStatus', Nomination>('nominationStatus', ({ status: is }) => is),
          ]}
        />
      </section>
    </ItemPage>
  );
}

const IfItChanges = () => (
  <section className="part" aria-labelledby="h-changes">
    <h2 id="h-changes">{m.ifItChanges()}</h2>
    <p>{m.ifItChangesAbout()}</p>
  </section>
);

function Ways({ award: { id, status, announcedAt }, roles }: { readonly award: Award; readonly roles: readonly string[] }) {
  return (
    <>
      {status === 'open' && roles.some((role) => NOMINATE.includes(role)) ? (
        <Link className="btn" to="/awards/$id/nominate" params={{ id }}>
          {labelOf('nominate')}
        </Link>
      ) : null}
      {JUDGED.includes(status) && roles.some((role) => JUDGE.includes(role)) ? (
        <Link className="btn" to="/awards/$id/ballot" params={{ id }}>
          {m.ownBallots()}
        </Link>
      ) : null}
      {announcedAt ? <PrintButton /> : null}
    </>
  );
}

function What({
  award: { categories, closesOn, judgingUntil, announcedAt, objectionsUntil, jury, names = {} },
}: {
  readonly award: Award;
}) {
  return (
    <section className="part" aria-labelledby="h-call">
      <h2 id="h-call">{m.theCall()}</h2>
      <Facts
        of={[
          [
            m.categories(),
            <ul key="categories" className="plain">
              {categories.map(({ code, title }) => (
                <li key={code}>{title}</li>
              ))}
            </ul>,
          ],
          [m.closesOn(), m.endsInUtc({ day: dayText(closesOn) })],
          [m.judgingUntil(), m.endsInUtc({ day: dayText(judgingUntil) })],
          [m.announced(), announcedAt ? momentText(announcedAt) : null],
          [m.objections(), objectionsUntil ? momentText(objectionsUntil) : null],
          [
            m.jury(),
            jury.length === 0 ? null : (
              <ul key="jury" className="plain">
                {jury.map(({ person, category, barred }) => (
                  <li key={`${category}/${person}`}>
                    {personName(names, person)} · {m.categoryIs({ category })} {barred ? <em>{m.isBarred()}</em> : null}
                  </li>
                ))}
              </ul>
            ),
          ],
        ]}
      />
    </section>
  );
}
