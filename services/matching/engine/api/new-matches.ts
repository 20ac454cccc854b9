import type { NewMatch, NewMatchesRequest } from '@junkan/proto/junkan/matching/v1/service.ts';
import type { Current } from '../../candidates/live-index.ts';
import { type Grouped, mandatesOf, ofSponsor } from '../of-sponsor.ts';
import type { ProjectProfile } from '../profiles.ts';
import { naming } from './own-matches.ts';

const MAX_MATCHES = 200;

/**
 * What has begun to fit any mandate of a sponsor since an instant, the newest first. A match is as old as the later of its two sides: of a mandate that
 * was revised, as the first of the terms, up to those in force, that all fit the project. So a revision makes no match new that was there before it,
 * and neither does a pause.
 */
export function newMatches(engine: Current, sponsor: string, { since, q, ...asked }: NewMatchesRequest): NewMatch[] {
  const { fitting } = ofSponsor(engine, mandatesOf(engine, sponsor), { ...asked, isNamed: naming(engine.described, q) });
  return fitting.projects
    .map((each) => matchOf(engine, each))
    .filter(({ at }) => at > since)
    .sort((one, other) => (one.at === other.at ? (one.project < other.project ? -1 : 1) : one.at < other.at ? 1 : -1))
    .slice(0, MAX_MATCHES);
}

function matchOf(engine: Current, { project, mandates }: Grouped): NewMatch {
  const { at: sought = '', version = 0 } = engine.described.get(project.id)?.since ?? {};
  const [first = ''] = mandates.map(({ mandate }) => fitsSince(engine, project, mandate.id)).sort();
  const [, at = ''] = [sought, first].sort();
  return { project: project.id, mandate: mandates[0]?.mandate.id ?? '', at, version };
}

/** Since when a mandate has asked for what the project is. */
function fitsSince(engine: Current, project: ProjectProfile, mandate: string): string {
  let since = '';
  for (const { at, profile } of (engine.revisions.get(mandate) ?? []).toReversed()) {
    if (!engine.explain(project, profile).eligible) break;
    since = at;
  }
  return since;
}
