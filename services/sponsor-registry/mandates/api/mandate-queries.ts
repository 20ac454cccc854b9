import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { idOf } from '@junkan/kit/grpc/fields.ts';
import { itemHistory, itemQuery } from '@junkan/kit/grpc/item-queries.ts';
import { found } from '@junkan/kit/problem.ts';
import type { Commit } from '@junkan/kit/store/commit.ts';
import type { EventStore } from '@junkan/kit/store/event-store.ts';
import type { Texts } from '@junkan/kit/store/texts.ts';
import { ITEMS } from '@junkan/proto/items.ts';
import { REJECTIONS } from '@junkan/proto/junkan/sponsor/v1/language.ts';
import type { MandateRevision } from '@junkan/proto/junkan/sponsor/v1/model.ts';
import type { SponsorQueryServiceService } from '@junkan/proto/junkan/sponsor/v1/service.ts';
import { eventOfSponsor } from '../../api/history.ts';
import { mandateFold as fold, mandateMessage } from '../../fold.ts';
import { BODIES } from '../../mapping.ts';
import { mandateActs } from '../mandate-acts.ts';

type Queries = Pick<Handlers<typeof SponsorQueryServiceService>, 'getMandate' | 'readMandate'>;
type Parts = { readonly store: EventStore; readonly texts: Texts };

/** What happened to a mandate, for those who may read it; the actors are visible to its sponsor and to overseers. */
export const mandateHistory = (parts: Parts) =>
  itemHistory(ITEMS.mandate, parts, {
    fold,
    entries: ({ sponsor }, actor) => eventOfSponsor(actor, sponsor),
  });

export const mandateQueries = (parts: Parts): Queries => ({
  async getMandate({ id, revision }) {
    const { state, version } = await parts.store.load(fold, idOf('man', id, 'id'));
    const mandate = found('Mandate', id, mandateMessage(id, { state, version }));
    if (revision === 0 || state.status === 'absent') return mandate;
    return { ...mandate, revision, terms: found('Mandate', `${id}/${revision}`, state.revisions[revision - 1]) };
  },
  ...itemQuery(ITEMS.mandate, parts, {
    fold,
    rejections: REJECTIONS,
    may: (state, actor) => mandateActs.permissions(state, {}, BODIES, actor),
    extras: (commits) => ({ revisions: revisionsIn(commits) }),
  }),
});

/** All terms of a mandate, in order. */
const revisionsIn = (commits: readonly Commit[]): MandateRevision[] =>
  commits
    .flatMap(({ events, at }) => events.map((stored) => ({ event: fold.codec.decode(stored), at })))
    .flatMap(({ event, at }) => ('terms' in event ? [{ terms: event.terms, at }] : []))
    .map((published, index) => ({ ...published, revision: index + 1 }));
