import type { PolicyClock } from '@junkan/kit/clock.ts';
import { itemHistory, itemQuery } from '@junkan/kit/grpc/item-queries.ts';
import { eventOfOrganisation } from '@junkan/kit/store/event-for.ts';
import type { EventStore } from '@junkan/kit/store/event-store.ts';
import type { Texts } from '@junkan/kit/store/texts.ts';
import type { OpenView } from '@junkan/kit/views/open-view.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import { SECRETARIAT } from '@junkan/proto/actor.ts';
import { ITEMS } from '@junkan/proto/items.ts';
import * as language from '@junkan/proto/junkan/disbursement/v1/language.ts';
import { arePartners } from '../../../agreements/partners/view/partners.ts';
import { relationToAccount } from '../../../agreements/readers.ts';
import { bankAccountFold as fold } from '../../../fold.ts';
import { BODIES } from '../../../mapping.ts';
import { bankAccountFor } from '../../../readers.ts';
import { bankAccountActs } from '../bank-account-acts.ts';

export type AccountQueryParts = {
  readonly store: EventStore;
  readonly texts: Texts;
  readonly clock: PolicyClock;
  readonly partners: Pick<OpenView, 'prepare'>;
  readonly coolingDays: number;
};
/** The fields of an account that hold references of texts. */
const IN_WORDS = ['number', 'note'];

export function bankAccountQueries(parts: AccountQueryParts) {
  const { clock, partners, coolingDays } = parts;
  const isPartner = ({ organisation: own }: Actor, { organisation }: { readonly organisation: string }): boolean =>
    own !== SECRETARIAT && arePartners(partners.prepare, own, organisation);
  return itemQuery(ITEMS['bank-account'], parts, {
    fold,
    shown: (message, state, actor) => bankAccountFor(actor, message, isPartner(actor, state)),
    words: IN_WORDS,
    rejections: language.REJECTIONS,
    may: (state, actor) => bankAccountActs.permissions(state, { now: clock.now(), coolingDays }, BODIES, actor),
  });
}

/** It names persons, whom partners of an agreement may not see. */
export const bankAccountHistory = (parts: AccountQueryParts) =>
  itemHistory(ITEMS['bank-account'], parts, {
    fold,
    isThere: (state, actor) => relationToAccount(actor, state, false) !== 'stranger',
    entries: (state, actor) => eventOfOrganisation(actor, relationToAccount(actor, state, false), state.organisation, language),
  });
