import { queryOptions, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import * as m from '#messages/passports';
import { Acts } from '../../acts/Acts.tsx';
import { fieldLabel, personName } from '../../acts/words.ts';
import { api, type Schemas } from '../../base/api/client.ts';
import { itemQuery, mayDo } from '../../base/api/items.ts';
import { keys } from '../../base/api/keys.ts';
import { Facts } from '../../base/parts/Facts.tsx';
import { ItemLink } from '../../base/parts/ItemLink.tsx';
import { ItemPage } from '../../base/parts/ItemPage.tsx';
import { dayText } from '../../base/parts/locale.ts';
import { Seal } from '../../base/parts/Seal.tsx';
import { StatusOf } from '../../base/parts/StatusOf.tsx';
import { HistoryPart } from '../../history/History.tsx';
import type { Given } from '../../opened/Act.tsx';
import { rareCode } from '../../opened/choices.ts';
import { PickOne } from '../../parts/PickOne.tsx';

const PROJECTS = 100;

/** The projects for which a clearance may be relied on. */
const projectsOfQuery = (proposer: string) =>
  queryOptions({
    queryKey: keys.list('projects', { proposer, for: 'reliance' }),
    queryFn: ({ signal }) => api.operations.listProjects({ proposer, limit: PROJECTS, sort: '-updated' }, { signal }),
  });

const route = getRouteApi('/members/passports/$id');

/** The due diligence on one city or agency: its status, who judged it, who relies on it, and its history. */
export function Page() {
  const { id } = route.useParams();
  const { data: passport } = useSuspenseQuery(itemQuery('getPassport', id));
  const { subject, status, underReview, names = {} } = passport;
  const name = names[subject]?.text ?? subject;
  return (
    <ItemPage
      title={m.passportOf({ name })}
      up={<Link to="/passports">{m.passports()}</Link>}
      crumbs={[name]}
      state={
        <p className="row">
          <StatusOf of="passportStatus" status={status} />
          {underReview && status !== 'requested' ? <span>{m.underReview()}</span> : null}
        </p>
      }
    >
      <Decide passport={passport} />
      <div className="two">
        {/* It names persons, and so is for overseers and sponsors. */}
        <HistoryPart
          title={m.history()}
          timeline="getPassportTimeline"
          id={id}
          names={names}
          more={m.more()}
          forOthers={m.historyForOthers()}
        />
        <section className="part" aria-labelledby="h-facts">
          <h2 id="h-facts">{m.facts()}</h2>
          <PassportFacts passport={passport} />
          <Reliances passport={passport} />
        </section>
      </div>
    </ItemPage>
  );
}

function PassportFacts({ passport }: { readonly passport: Schemas['Passport'] }) {
  const { subject, level, validUntil, clearedAs, note, requests, requestedBy, judgedBy, names = {} } = passport;
  return (
    <Facts
      of={[
        [
          fieldLabel('subject'),
          <ItemLink key="subject" id={subject}>
            {names[subject]?.text ?? subject}
          </ItemLink>,
        ],
        [fieldLabel('validUntil'), validUntil ? <time dateTime={validUntil}>{dayText(validUntil)}</time> : null],
        [m.clearedAs(), clearedAs ?? null],
        [fieldLabel('level'), level ? rareCode('level', level) : null],
        [m.requests(), requests],
        [m.requestedBy(), requestedBy ? <Seal isMini name={personName(names, requestedBy)} /> : null],
        [m.judgedBy(), judgedBy ? <Seal isMini isBound name={personName(names, judgedBy)} /> : null],
        [fieldLabel('note'), note ? <blockquote dir="auto">{note}</blockquote> : null],
      ]}
    />
  );
}

/** Who relied on which clearance for which project, as far as the reader may know. */
function Reliances({ passport: { reliances, clearance, names = {} } }: { readonly passport: Schemas['Passport'] }) {
  if (reliances.length === 0) return null;
  return (
    <>
      <h3>{m.reliances()}</h3>
      <ul>
        {reliances.map(({ clearance: number, project, organisation, by }) => (
          <li key={`${number}/${project}/${organisation}`}>
            <ItemLink id={project}>{names[project]?.text ?? m.aProject()}</ItemLink>{' '}
            <Seal isMini isBound name={personName(names, by)} detail={names[organisation]?.text ?? m.secretariat()} />
            {number === clearance ? null : <small className="quiet"> {m.earlierClearance({ number })}</small>}
          </li>
        ))}
      </ul>
    </>
  );
}

/** What may be done with a passport; relying on it names the project. */
function Decide({ passport }: { readonly passport: Schemas['Passport'] }) {
  const { subject, may = [] } = passport;
  const mayRely = mayDo(passport, 'relyOnClearance');
  const { data } = useQuery({ ...projectsOfQuery(subject), enabled: mayRely });
  const [chosen, choose] = useState('');
  const projects = data?.projects ?? [];
  const project = projects.find(({ id }) => id === chosen) ?? projects[0];
  const givenOf = (operation: string): Given => {
    switch (operation) {
      case 'requestDueDiligence':
        return { body: { subject } };
      case 'relyOnClearance':
        return project
          ? {
              body: { project: project.id },
              children: (
                <PickOne
                  name="project"
                  label={fieldLabel('project')}
                  hint={m.forWhich()}
                  value={project.id}
                  choices={projects.map(({ id, proposal }) => [id, proposal.title ?? id])}
                  onChange={(_, id) => choose(id)}
                />
              ),
            }
          : { summary: <p>{m.noProject()}</p> };
      default:
        return {};
    }
  };
  // Where there is a clearance, what may be done with it comes before asking for another.
  const last = may.filter(({ operation }) => operation === 'requestDueDiligence');
  const first = may.filter(({ operation }) => operation !== 'requestDueDiligence');
  return <Acts item={{ ...passport, may: [...first, ...last] }} given={({ operation }) => givenOf(operation)} />;
}
