import type { Received } from '@junkan/kit/call.ts';
import type { Client } from '@junkan/kit/grpc/contract.ts';
import { kindOf } from '@junkan/kit/pure/actor.ts';
import type { MatchingQueryServiceService } from '@junkan/proto/junkan/matching/v1/service.ts';
import { placeOf } from '../domain/place.ts';
import type { SavedSearch, State } from '../domain/settings.ts';
import type { Matched } from './notices.ts';

/**
 * What the searches of a person have found since it was asked to be told, each project once. It is no row of the view: when something began to match follows
 * from the events of both sides, so that it is the same place whoever asks, and nothing that crashes can tell it twice.
 */
export async function matchedBy(
  matching: Client<typeof MatchingQueryServiceService>,
  { searches }: State,
  call: Received,
): Promise<readonly Matched[]> {
  const telling = searches.filter(({ toldSince }) => toldSince !== '');
  if (telling.length === 0 || kindOf(call.actor.organisation) !== 'sponsor') return [];
  const found = await Promise.all(telling.map(async (search) => ({ search, ...(await matching.newMatches(askedBy(search), call)) })));
  const told = new Map<string, Matched>();
  for (const { search, matches } of found)
    for (const { project, mandate, at, version } of matches) {
      const data = JSON.stringify({ search: search.name, mandate });
      const place = placeOf({ at, stream: project, version });
      if (!told.has(project)) told.set(project, { place, kind: 'match', event: 'ProjectMatched', item: project, project, actor: '', data });
    }
  return [...told.values()];
}

/** What the address of a search of matches asks for. Texts that look like other values stand there in quotes. */
function askedBy({ query, toldSince: since }: SavedSearch) {
  const parameters = new URLSearchParams(query);
  const said = (name: string): string => (parameters.get(name) ?? '').replace(/^"(.*)"$/, '$1');
  const codes = (name: string): string[] => said(name).split(',').filter(Boolean);
  return { mandates: codes('mandate'), countries: codes('country'), themes: codes('theme'), q: said('q'), since };
}
