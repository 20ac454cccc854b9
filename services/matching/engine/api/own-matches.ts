import { ProblemError } from '@junkan/kit/problem.ts';
import type { MatchedProject } from '@junkan/proto/junkan/matching/v1/model.ts';
import type { OwnMatchesRequest, OwnMatchesResponse } from '@junkan/proto/junkan/matching/v1/service.ts';
import type { Current, Described } from '../../candidates/live-index.ts';
import { matchMessage } from '../../mapping.ts';
import type { Engine } from '../engine.ts';
import { type Grouped, mandatesOf, ofSponsor, scoreOf } from '../of-sponsor.ts';

const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 200;

/** What fits the mandates of a sponsor, page by page. @throws ProblemError for a cursor that no page has given. */
export function ownMatches(engine: Current, sponsor: string, asked: OwnMatchesRequest): OwnMatchesResponse {
  const own = mandatesOf(engine, sponsor);
  const isNamed = naming(engine.described, asked.q);
  const { fitting, near } = ofSponsor(engine, own, { ...asked, isNamed });
  const { projects, counts } = asked.near ? near : fitting;
  const begin = asked.cursor === '' ? 0 : placeAfter(projects, asked.cursor);
  const page = projects.slice(begin, begin + Math.min(asked.limit || DEFAULT_LIMIT, MAX_LIMIT));
  const last = page.at(-1);
  return {
    projects: page.map((each) => projectMessage(engine, engine.described.get(each.project.id), each)),
    nextCursor: last && begin + page.length < projects.length ? cursorOf(last) : '',
    fitting: fitting.projects.length,
    near: near.projects.length,
    seeking: engine.projects.size,
    byCountry: Object.fromEntries(counts.country),
    byTheme: Object.fromEntries(counts.theme),
    byMandate: Object.fromEntries(counts.mandate),
    mandates: own.length,
  };
}

function projectMessage(engine: Engine, described: Described | undefined, { project, mandates }: Grouped): MatchedProject {
  const [best, ...others] = mandates;
  const { id, countries, themes, target, currency } = project;
  return {
    project: id,
    proposer: described?.proposer ?? '',
    title: described?.title ?? '',
    countries: [...countries],
    themes: [...themes],
    target: { amount: target, currency },
    best: best && matchMessage(engine.explain(project, best.mandate)),
    others: others.map(({ mandate, score }) => ({ mandate: mandate.id, score })),
  };
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Whether the title of a project holds every word. */
export function naming(described: ReadonlyMap<string, Described>, q: string): (project: string) => boolean {
  const words = plain(q).split(/\s+/).filter(Boolean);
  return (project) => {
    if (words.length === 0) return true;
    const title = plain(described.get(project)?.title ?? '');
    return words.every((word) => title.includes(word));
  };
}

const cursorOf = (last: Grouped): string => Buffer.from(JSON.stringify([scoreOf(last), last.project.id])).toString('base64url');

const A_CURSOR = /^\[(\d(?:\.\d+)?(?:e-\d+)?),"(prj_[0-9a-z]{26})"\]$/;

/** Where the page behind a cursor begins, also where scores have changed since. */
function placeAfter(projects: readonly Grouped[], cursor: string): number {
  const [, score, id = ''] = A_CURSOR.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (score === undefined) {
    const rule = 'must be a cursor that this list has given: begin with the first page';
    throw new ProblemError({ kind: 'malformed', type: 'CursorIsMalformed', data: { field: 'cursor', rule } });
  }
  const at = projects.findIndex((each) => scoreOf(each) < Number(score) || (scoreOf(each) === Number(score) && each.project.id > id));
  return at === -1 ? projects.length : at;
}
