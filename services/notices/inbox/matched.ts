import type { Received } from '@junkan/kit/call.ts';
import type { Client } from '@junkan/kit/grpc/contract.ts';
import { kindOf } from '@junkan/proto/actor.ts';
import type { MatchingQueryServiceService } from '@junkan/proto/junkan/matching/v1/service.ts';
import { placeOf } from '../settings/place.ts';
import type { SavedSearch, State } from '../settings/settings.ts';
import type { Matched } from './notices.ts';

/**
 * The results of a person's searches since notifications were switched on, each project once. They are not rows of the view: when something
 * began to match follows from the events of both sides, so that the place is the same for every reader, and no crash can produce a
 * duplicate.
 */
export async function matchedBy(
  matching: Client<typeof MatchingQueryServiceService>,
  { searches }: State,
  call: Received,
): Promise<readonly Matched[]> {
  const notifying = searches.filter(({ toldSince }) => toldSince !== '');
  if (notifying.length === 0 || kindOf(call.actor.organisation) !== 'sponsor') return [];
  const found = await Promise.all(notifying.map(async (search) => ({ search, ...(await matching.newMatches(askedBy(search), call)) })));
  const byProject = new Map<string, Matched>();
  for (const { search, matches } of found)
    for (const { project, mandate, at, version } of matches) {
      const data = JSON.stringify({ search: search.name, mandate });
      const place = placeOf({ at, stream: project, version });
      if (!byProject.has(project))
        byProject.set(project, { place, kind: 'match', event: 'ProjectMatched', item: project, project, actor: '', data });
    }
  return [...byProject.values()];
}

/** The query of an address of matches. Texts that look like other values are quoted in it. */
function askedBy({ query, toldSince: since }: SavedSearch) {
  const parameters = new URLSearchParams(query);
  const said = (name: string): string => (parameters.get(name) ?? '').replace(/^"(.*)"$/, '$1');
  const codes = (name: string): string[] => said(name).split(',').filter(Boolean);
  return { mandates: codes('mandate'), countries: codes('country'), themes: codes('theme'), q: said('q'), since };
}
