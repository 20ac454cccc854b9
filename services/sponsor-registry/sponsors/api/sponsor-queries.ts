import type { PolicyClock } from '@junkan/kit/clock.ts';
import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { idOf } from '@junkan/kit/grpc/fields.ts';
import { itemHistory } from '@junkan/kit/grpc/item-queries.ts';
import { permissionsMessage } from '@junkan/kit/grpc/permissions.ts';
import { found, notFound } from '@junkan/kit/problem.ts';
import type { EventStore } from '@junkan/kit/store/event-store.ts';
import type { Texts } from '@junkan/kit/store/texts.ts';
import { inWords } from '@junkan/kit/store/words.ts';
import { ITEMS } from '@junkan/proto/items.ts';
import { REJECTIONS } from '@junkan/proto/junkan/sponsor/v1/language.ts';
import type { SponsorQueryServiceService } from '@junkan/proto/junkan/sponsor/v1/service.ts';
import { eventOfSponsor } from '../../api/history.ts';
import { sponsorFold, sponsorMessage } from '../../fold.ts';
import { BODIES } from '../../mapping.ts';
import { changesFor } from '../readers.ts';
import { sponsorActs } from '../sponsor-acts.ts';

type Parts = { readonly store: EventStore; readonly texts: Texts; readonly clock: PolicyClock };
type Queries = Pick<Handlers<typeof SponsorQueryServiceService>, 'getSponsor' | 'readSponsor'>;

/** What happened to a sponsor: proposals are its own and overseers' to know. */
export const sponsorHistory = (parts: Pick<Parts, 'store' | 'texts'>) =>
  itemHistory(ITEMS.sponsor, parts, {
    fold: sponsorFold,
    entries: (_, actor) => (entry, aggregate) => eventOfSponsor(actor, entry.stream)(entry, aggregate),
  });

export function sponsorQueries({ store, texts, clock }: Parts): Queries {
  return {
    async getSponsor({ id }) {
      return found('Sponsor', id, sponsorMessage(id, await store.load(sponsorFold, idOf('spo', id, 'id'))));
    },

    async readSponsor({ id: asked, permissions }, { actor }) {
      const id = idOf('spo', asked, 'id');
      const { state, version } = await store.load(sponsorFold, id);
      if (state.status === 'absent') throw notFound('Sponsor', id);
      const permitted = permissions ? sponsorActs.permissions({ ...state, id }, { now: clock.now() }, BODIES, actor) : undefined;
      return {
        sponsor: sponsorMessage(id, { state, version }),
        changes: await inWords(texts, changesFor(actor, id, state.changes)),
        may: permitted && permissionsMessage(permitted, REJECTIONS),
      };
    },
  };
}
