import type { PolicyClock } from '@junkan/kit/clock.ts';
import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { idOf } from '@junkan/kit/grpc/fields.ts';
import { permissionsMessage } from '@junkan/kit/grpc/permissions.ts';
import { found, notFound } from '@junkan/kit/grpc/problem.ts';
import type { EventStore } from '@junkan/kit/store/event-store.ts';
import { historyPage } from '@junkan/kit/store/recorded.ts';
import type { Texts } from '@junkan/kit/store/texts.ts';
import { inWords, wordsIn } from '@junkan/kit/store/words.ts';
import { REJECTIONS } from '@junkan/proto/junkan/sponsor/v1/language.ts';
import type { SponsorQueryServiceService } from '@junkan/proto/junkan/sponsor/v1/service.ts';
import { type DueDiligence, standingOf } from '../domain/passport.ts';
import { passportPermissions } from '../domain/passport-permissions.ts';
import { passportMessage } from '../fold.ts';
import { passports } from '../mapping.ts';
import { passportIdOf } from './passport-commands.ts';

export type PassportQueryParts = {
  readonly store: EventStore;
  readonly texts: Texts;
  readonly clock: PolicyClock;
  readonly dueDiligence: DueDiligence;
};

type Queries = Pick<
  Handlers<typeof SponsorQueryServiceService>,
  'getPassport' | 'passportPermissions' | 'passportOf' | 'texts' | 'history'
>;

export function passportQueries(parts: PassportQueryParts): Queries {
  const { store, texts, clock, dueDiligence } = parts;
  return {
    async getPassport({ id }) {
      return inWords(texts, found('Passport', id, passportMessage(id, await store.load(passports, idOf('ddp', id, 'id')))));
    },
    async passportPermissions({ id }, call) {
      const { state } = await store.load(passports, idOf('ddp', id, 'id'));
      if (state.status === 'absent') throw notFound('Passport', id);
      return permissionsMessage(passportPermissions(state, { now: clock.now() }, call.actor), REJECTIONS);
    },
    async passportOf({ subject }) {
      const { state } = await store.load(passports, passportIdOf(idOf('org', subject, 'subject')));
      return { subject, ...standingOf(state, clock.now(), dueDiligence) };
    },
    history: async ({ id, page }) => historyPage(texts, await store.history(idOf('ddp', id, 'id')), page),
    texts: wordsIn(texts),
  };
}
