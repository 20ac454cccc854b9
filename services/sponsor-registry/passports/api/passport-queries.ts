import type { PolicyClock } from '@junkan/kit/clock.ts';
import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { idOf } from '@junkan/kit/grpc/fields.ts';
import { itemHistory, itemQuery } from '@junkan/kit/grpc/item-queries.ts';
import { found } from '@junkan/kit/problem.ts';
import type { EventStore } from '@junkan/kit/store/event-store.ts';
import type { Texts } from '@junkan/kit/store/texts.ts';
import { inWords, wordsIn } from '@junkan/kit/store/words.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import { ITEMS } from '@junkan/proto/items.ts';
import type { RecordedEvent } from '@junkan/proto/junkan/common/v1/common.ts';
import { decodePassportEvent, REJECTIONS } from '@junkan/proto/junkan/sponsor/v1/language.ts';
import type { SponsorQueryServiceService } from '@junkan/proto/junkan/sponsor/v1/service.ts';
import { OVERSEEING_ROLES } from '@junkan/proto/oversight.ts';
import { passportFold, passportMessage } from '../../fold.ts';
import { BODIES, passports } from '../../mapping.ts';
import { passportFor } from '../../readers.ts';
import { mayLearnOfReliance, SPONSOR_ROLES } from '../../sponsors/readers.ts';
import { clearanceOf, type DueDiligence } from '../passport.ts';
import { passportActs } from '../passport-acts.ts';
import { passportIdOf } from './passport-commands.ts';

export type PassportQueryParts = {
  readonly store: EventStore;
  readonly texts: Texts;
  readonly clock: PolicyClock;
  readonly dueDiligence: DueDiligence;
};

type Queries = Pick<Handlers<typeof SponsorQueryServiceService>, 'getPassport' | 'readPassport' | 'passportOf' | 'texts'>;

export function passportQueries(parts: PassportQueryParts): Queries {
  const { store, texts, clock, dueDiligence } = parts;
  return {
    async getPassport({ id }, { actor }) {
      const message = found('Passport', id, passportMessage(id, await store.load(passports, idOf('ddp', id, 'id'))));
      return inWords(texts, passportFor(actor, message));
    },
    ...itemQuery(ITEMS.passport, parts, {
      fold: passportFold,
      shown: (message, _, actor) => passportFor(actor, message),
      rejections: REJECTIONS,
      may: (state, actor) => passportActs.permissions(state, { now: clock.now() }, BODIES, actor),
    }),
    async passportOf({ subject, renamedTo }) {
      const { state } = await store.load(passports, passportIdOf(idOf('org', subject, 'subject')));
      return { subject, ...clearanceOf(state, clock.now(), dueDiligence, renamedTo) };
    },
    texts: wordsIn(texts),
  };
}

/** The trail names persons. */
export const passportHistory = (parts: Pick<PassportQueryParts, 'store' | 'texts'>) =>
  itemHistory({ ...ITEMS.passport, readers: [...OVERSEEING_ROLES, ...SPONSOR_ROLES] }, parts, {
    fold: passportFold,
    entries: (_, actor) => (entry) => (isForReader(actor, entry) ? entry : undefined),
  });

/** A sponsor sees its own reliances alone. */
function isForReader(actor: Actor, { type, data }: RecordedEvent): boolean {
  const event = decodePassportEvent(type, JSON.parse(data));
  return event === 'unrecognised' || event.type !== 'ClearanceReliedOn' || mayLearnOfReliance(actor, event.data);
}
