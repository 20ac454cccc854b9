import type { PolicyClock } from '@junkan/kit/clock.ts';
import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { found } from '@junkan/kit/grpc/problem.ts';
import { listPage } from '@junkan/kit/messaging/list.ts';
import type { Database } from '@junkan/kit/mongo.ts';
import type { EventStore } from '@junkan/kit/store/event-store.ts';
import { historyPage } from '@junkan/kit/store/recorded.ts';
import type { Texts } from '@junkan/kit/store/texts.ts';
import { inWords } from '@junkan/kit/store/words.ts';
import type { Passport } from '@junkan/proto/junkan/sponsor/v1/model.ts';
import type { SponsorQueryServiceService } from '@junkan/proto/junkan/sponsor/v1/service.ts';
import { type DueDiligence, standingOf } from '../domain/passport.ts';
import { passportMessage, passports } from '../mapping.ts';
import { passportList } from '../projections/lists.ts';
import { passportIdOf } from './passport-commands.ts';

export type PassportQueryParts = {
  readonly store: EventStore;
  readonly db: Database;
  readonly texts: Texts;
  readonly clock: PolicyClock;
  readonly dueDiligence: DueDiligence;
};

type Queries = Pick<Handlers<typeof SponsorQueryServiceService>, 'getPassport' | 'passportOf' | 'listPassports' | 'history'>;

export function passportQueries({ store, db, texts, clock, dueDiligence }: PassportQueryParts): Queries {
  return {
    async getPassport({ id }) {
      return inWords(texts, found('Passport', id, passportMessage(id, await store.load(passports, id))));
    },
    async passportOf({ subject }) {
      const { state } = await store.load(passports, passportIdOf(subject));
      return { subject, ...standingOf(state, clock.now(), dueDiligence) };
    },
    history: async ({ id, page }) => historyPage(texts, await store.history(id), page),
    async listPassports({ page, subject, status }) {
      const { messages, nextCursor } = await listPage<Passport>(db, passportList.name, { subject, status }, page);
      return { passports: await inWords(texts, messages), nextCursor };
    },
  };
}
