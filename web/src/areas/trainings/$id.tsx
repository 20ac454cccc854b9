import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { trainingSessions } from '#lists';
import { menuTrainings } from '#messages';
import * as m from '#messages/learning';
import { Acts } from '../../acts/Acts.tsx';
import { labelOf } from '../../acts/words.ts';
import type { Schemas } from '../../base/api/client.ts';
import { itemQuery } from '../../base/api/items.ts';
import { useCodeNames } from '../../base/api/lists.ts';
import { sessionQuery } from '../../base/api/session.ts';
import { Facts } from '../../base/parts/Facts.tsx';
import { ItemPage } from '../../base/parts/ItemPage.tsx';
import { languageName, list, numberText } from '../../base/parts/locale.ts';
import { StatusOf } from '../../base/parts/StatusOf.tsx';
import { oneOf, textInAddress as text } from '../../base/parts/search.ts';
import { List, type RowOf } from '../../items/ItemList.tsx';
import { sessionColumns } from '../../learning/columns.tsx';

/** Which of its sessions are listed: all where the address does not say. */
export const search = z.object({ status: oneOf(trainingSessions.statuses), cursor: text });

const route = getRouteApi('/everybody/trainings/$id');
const FOR_EVERYBODY = { ...trainingSessions, operation: 'listPublicTrainingSessions' } as const;

type Training = Schemas['Training'];
type Session = RowOf<typeof trainingSessions>;

/** What is taught, who passes, and when it is held. */
export function PublicPage() {
  const { id } = route.useParams();
  const search = route.useSearch();
  const { data: session } = useSuspenseQuery(sessionQuery);
  const { data: training } = useSuspenseQuery(itemQuery(session ? 'getTraining' : 'getPublicTraining', id));
  const { content, status, names = {} } = training;
  const isOfficer = session?.roles.includes('secretariat.officer') ?? false;
  return (
    <ItemPage
      title={content.title}
      up={<Link to="/trainings">{menuTrainings()}</Link>}
      crumbs={[content.course]}
      state={
        <p className="row">
          <StatusOf of="trainingStatus" status={status} />
        </p>
      }
      aside={
        isOfficer && status === 'offered' ? (
          <Link className="btn" to="/trainings/$id/schedule" params={{ id }}>
            {labelOf('scheduleSession')}
          </Link>
        ) : null
      }
      {...(session ? { history: { title: m.history(), timeline: 'getTrainingTimeline' as const, id, names, more: m.more() } } : {})}
    >
      {session ? <Acts item={training} /> : null}
      <p dir="auto">{content.description}</p>
      <What training={training} />
      <Materials of={content.materials} />
      <section className="part" aria-labelledby="h-sessions">
        <h2 id="h-sessions">{m.sessions()}</h2>
        <List
          of={session ? trainingSessions : FOR_EVERYBODY}
          search={search}
          asks={{ sort: '-starts', counts: 'status', training: id }}
          label={m.sessions()}
          none={m.noSessions()}
          kind="trainingSessionStatus"
          columns={() => sessionColumns<Session>()}
        />
      </section>
    </ItemPage>
  );
}

function What({ training: { content } }: { readonly training: Training }) {
  const [themeName, dimensionName] = [useCodeNames('themes'), useCodeNames('dimensions')];
  const { dimensions, fromLevel, toLevel, theme, hours, attendancePercent, exercise, languages, validMonths } = content;
  return (
    <Facts
      of={[
        [m.dimensions(), list(dimensions.map(dimensionName))],
        [m.levels(), m.levelsAre({ from: numberText(fromLevel), to: numberText(toLevel) })],
        [m.theme(), themeName(theme)],
        [m.hours(), numberText(hours)],
        [m.passRule(), m.passRuleIs({ percent: attendancePercent, exercise: exercise || 'none' })],
        [m.languages(), list(languages.map(languageName))],
        [m.validity(), m.validFor({ months: validMonths })],
      ]}
    />
  );
}

const Materials = ({ of }: { readonly of: Training['content']['materials'] }) =>
  of.length === 0 ? null : (
    <section className="part" aria-labelledby="h-materials">
      <h2 id="h-materials">{m.materials()}</h2>
      <ul>
        {of.map(({ title, language, address }) => (
          <li key={`${title}/${language}`}>
            {/^https?:\/\//.test(address) ? (
              <a href={address} rel="noopener noreferrer nofollow">
                {title}
              </a>
            ) : (
              `${title} · ${address}`
            )}{' '}
            <small className="quiet">{languageName(language)}</small>
          </li>
        ))}
      </ul>
    </section>
  );
