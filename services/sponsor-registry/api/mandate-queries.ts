import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { idOf } from '@junkan/kit/grpc/fields.ts';
import { permissionsMessage } from '@junkan/kit/grpc/permissions.ts';
import { found, notFound } from '@junkan/kit/grpc/problem.ts';
import { relationOf } from '@junkan/kit/pure/readers.ts';
import type { Commit } from '@junkan/kit/store/commit.ts';
import { eventFor } from '@junkan/kit/store/event-for.ts';
import type { EventStore } from '@junkan/kit/store/event-store.ts';
import { historyPage } from '@junkan/kit/store/recorded.ts';
import type { Texts } from '@junkan/kit/store/texts.ts';
import * as language from '@junkan/proto/junkan/sponsor/v1/language.ts';
import type { MandateRevision } from '@junkan/proto/junkan/sponsor/v1/model.ts';
import type { SponsorQueryServiceService } from '@junkan/proto/junkan/sponsor/v1/service.ts';
import { mandatePermissions } from '../domain/mandate-permissions.ts';
import { mandateMessage } from '../fold.ts';
import { BODIES, mandates } from '../mapping.ts';

type Queries = Pick<Handlers<typeof SponsorQueryServiceService>, 'getMandate' | 'readMandate'>;
type History = Handlers<typeof SponsorQueryServiceService>['history'];

/** What happened to a mandate, for those who may read it; the actors are visible to its sponsor and to overseers. */
export const mandateHistory =
  ({ store, texts }: { readonly store: EventStore; readonly texts: Texts }): History =>
  async ({ id, page }, { actor }) => {
    const { state, commits } = await store.read(mandates, idOf('man', id, 'id'));
    if (state.status === 'absent') throw notFound('Mandate', id);
    const of = { proposer: '', submitted: true, organisations: [state.sponsor], sponsors: new Map() };
    return historyPage(texts, commits, page, eventFor({ actor, relation: relationOf(actor, of, of.organisations), of }, language));
  };

export function mandateQueries({ store }: { readonly store: EventStore }): Queries {
  return {
    async getMandate({ id, revision }) {
      const { state, version } = await store.load(mandates, idOf('man', id, 'id'));
      const mandate = found('Mandate', id, mandateMessage(id, { state, version }));
      if (revision === 0 || state.status === 'absent') return mandate;
      return { ...mandate, revision, terms: found('Mandate', `${id}/${revision}`, state.revisions[revision - 1]) };
    },

    async readMandate({ id, permissions }, { actor }) {
      const { state, version, commits } = await store.read(mandates, idOf('man', id, 'id'));
      if (state.status === 'absent') throw notFound('Mandate', id);
      const permitted = permissions ? mandatePermissions(state, BODIES, actor) : undefined;
      return {
        mandate: mandateMessage(id, { state, version }),
        revisions: revisionsIn(commits),
        may: permitted && permissionsMessage(permitted, language.REJECTIONS),
      };
    },
  };
}

/** All terms of a mandate, in order. */
const revisionsIn = (commits: readonly Commit[]): MandateRevision[] =>
  commits
    .flatMap(({ events, at }) => events.map((stored) => ({ event: mandates.codec.decode(stored), at })))
    .flatMap(({ event, at }) => ('terms' in event ? [{ terms: event.terms, at }] : []))
    .map((published, index) => ({ ...published, revision: index + 1 }));
