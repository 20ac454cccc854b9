import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { itemHistory, itemQuery } from '@junkan/kit/grpc/item-queries.ts';
import { eventOfOrganisation } from '@junkan/kit/store/event-for.ts';
import { ITEMS } from '@junkan/proto/items.ts';
import * as language from '@junkan/proto/junkan/programme/v1/language.ts';
import type { ProgrammeQueryServiceService } from '@junkan/proto/junkan/programme/v1/service.ts';
import type { Parts } from '../../api/parts.ts';
import { partnerFold } from '../../fold.ts';
import { BODIES } from '../../mapping.ts';
import { partnerFor, relationToPartner } from '../../readers.ts';
import { partnerActs } from '../partner-acts.ts';

type Reading = Pick<Parts, 'store' | 'texts' | 'clock'>;

export const partnerQueries = (parts: Reading): Pick<Handlers<typeof ProgrammeQueryServiceService>, 'readPartner'> =>
  itemQuery(ITEMS.partner, parts, {
    fold: partnerFold,
    shown: (message, _, actor) => partnerFor(actor, message),
    rejections: language.REJECTIONS,
    may: (state, actor) => partnerActs.permissions(state, { now: parts.clock.now() }, BODIES, actor),
  });

export const partnerHistory = (parts: Reading) =>
  itemHistory(ITEMS.partner, parts, {
    fold: partnerFold,
    entries: (_, actor) => (entry, aggregate) => {
      const { stream: id } = entry;
      return eventOfOrganisation(actor, relationToPartner(actor, { id }), id, language)(entry, aggregate);
    },
  });
