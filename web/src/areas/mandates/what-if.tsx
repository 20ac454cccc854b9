import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import * as m from '#messages/mandates';
import { type AnswerOf, api, type BodyOf } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';

type Asked = BodyOf<'whatIf'>;

/** So long after the last key it is asked. */
const SETTLED_MS = 300;

const whatIfQuery = (asked: Asked) =>
  queryOptions({
    queryKey: keys.list('what-if', asked),
    // While another answer comes, the one that is there stays; who goes on typing is not told what was asked before.
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api.operations.whatIf({}, asked, { signal }),
  });

/** A text once it has stayed the same for a moment. */
function useSettled(text: string): string {
  const [settled, settle] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => settle(text), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

type Props = { readonly terms: Asked['terms'] | undefined; readonly against: { readonly id: string; readonly title: string } | undefined };

/** What a mandate of the terms as they are typed would match, beside what is matched now. */
export function WhatIf({ terms, against }: Props) {
  const settled = useSettled(JSON.stringify(terms));
  const isAsked = terms !== undefined && settled !== undefined;
  const asked = { terms: isAsked ? JSON.parse(settled) : terms, ...(against ? { mandate: against.id } : {}) } as Asked;
  const { data } = useQuery({ ...whatIfQuery(asked), enabled: isAsked });
  return (
    <aside className="why" aria-labelledby="h-what-if">
      <h2 id="h-what-if">{m.whatIf()}</h2>
      <p className="quiet">
        <small>{against ? m.whatIfAgainst({ mandate: against.title }) : m.whatIfOwn()}</small>
      </p>
      {data && isAsked ? <Effect effect={data} isOne={against !== undefined} /> : <p>{m.whatIfWaits()}</p>}
    </aside>
  );
}

function Effect({ effect, isOne }: { readonly effect: AnswerOf<'whatIf'>; readonly isOne: boolean }) {
  const { fitting, gained, lost, gainedProjects, lostProjects } = effect;
  return (
    <>
      <p role="status">
        <b>{m.whatIfFits({ fitting })}</b>
      </p>
      <h3>{m.gained({ count: gained })}</h3>
      <Named projects={gainedProjects} all={gained} />
      {isOne ? (
        <>
          <h3>{m.lost({ count: lost })}</h3>
          <Named projects={lostProjects} all={lost} />
        </>
      ) : null}
    </>
  );
}

type NamedProps = { readonly projects: AnswerOf<'whatIf'>['gainedProjects']; readonly all: number };

const Named = ({ projects, all }: NamedProps) => (
  <>
    <ul>
      {projects.map(({ project, title }) => (
        <li key={project}>
          <Link to="/projects/$id" params={{ id: project }}>
            {title}
          </Link>
        </li>
      ))}
    </ul>
    {all > projects.length ? <p className="quiet">{m.andMore({ count: all - projects.length })}</p> : null}
  </>
);
