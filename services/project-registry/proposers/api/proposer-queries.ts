import type { PolicyClock } from '@junkan/kit/clock.ts';
import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { idOf } from '@junkan/kit/grpc/fields.ts';
import { itemHistory } from '@junkan/kit/grpc/item-queries.ts';
import { permissionsMessage } from '@junkan/kit/grpc/permissions.ts';
import { found, notFound } from '@junkan/kit/problem.ts';
import { eventOfOrganisation } from '@junkan/kit/store/event-for.ts';
import type { EventStore } from '@junkan/kit/store/event-store.ts';
import type { Texts } from '@junkan/kit/store/texts.ts';
import { inWords } from '@junkan/kit/store/words.ts';
import { ITEMS } from '@junkan/proto/items.ts';
import * as language from '@junkan/proto/junkan/project/v1/language.ts';
import type { ProjectQueryServiceService } from '@junkan/proto/junkan/project/v1/service.ts';
import { relationOf } from '@junkan/proto/readers.ts';
import { proposerFold, proposerMessage } from '../../fold.ts';
import { BODIES } from '../../mapping.ts';
import { renamedTo } from '../proposer.ts';
import { proposerActs } from '../proposer-acts.ts';
import { changesFor } from '../readers.ts';

type Parts = { readonly store: EventStore; readonly texts: Texts; readonly clock: PolicyClock };
type Queries = Pick<Handlers<typeof ProjectQueryServiceService>, 'getProposer' | 'renamedTo' | 'readProposer'>;

/** What happened to a city or agency: proposals are its own and overseers' to know. */
export const proposerHistory = (parts: Pick<Parts, 'store' | 'texts'>) =>
  itemHistory(ITEMS.proposer, parts, {
    fold: proposerFold,
    entries: (_, actor) => (entry, aggregate) =>
      eventOfOrganisation(actor, relationOf(actor, { proposer: entry.stream }), entry.stream, language)(entry, aggregate),
  });

export function proposerQueries({ store, texts, clock }: Parts): Queries {
  return {
    async getProposer({ id }) {
      return found('Proposer', id, proposerMessage(id, await store.load(proposerFold, idOf('org', id, 'id'))));
    },

    async renamedTo({ proposer }) {
      return { name: renamedTo((await store.load(proposerFold, idOf('org', proposer, 'proposer'))).state) };
    },

    async readProposer({ id: asked, permissions }, { actor }) {
      const id = idOf('org', asked, 'id');
      const { state, version } = await store.load(proposerFold, id);
      if (state.status === 'absent') throw notFound('Proposer', id);
      const permitted = permissions ? proposerActs.permissions({ ...state, id }, { now: clock.now() }, BODIES, actor) : undefined;
      return {
        proposer: proposerMessage(id, { state, version }),
        changes: await inWords(texts, changesFor(actor, id, state.changes)),
        may: permitted && permissionsMessage(permitted, language.REJECTIONS),
      };
    },
  };
}
