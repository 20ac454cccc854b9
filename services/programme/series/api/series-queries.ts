import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { itemHistory, itemQuery } from '@junkan/kit/grpc/item-queries.ts';
import { eventOfOrganisation } from '@junkan/kit/store/event-for.ts';
import { ITEMS } from '@junkan/proto/items.ts';
import * as language from '@junkan/proto/junkan/programme/v1/language.ts';
import type { ProgrammeQueryServiceService } from '@junkan/proto/junkan/programme/v1/service.ts';
import type { Parts } from '../../api/parts.ts';
import { seriesFold } from '../../fold.ts';
import { BODIES } from '../../mapping.ts';
import { relationToSignatory, seriesFor } from '../../readers.ts';
import { seriesActs } from '../series-acts.ts';

type Reading = Pick<Parts, 'store' | 'texts' | 'clock'>;

export const seriesQueries = (parts: Reading): Pick<Handlers<typeof ProgrammeQueryServiceService>, 'readSeries'> =>
  itemQuery(ITEMS.series, parts, {
    fold: seriesFold,
    shown: (message, _, actor) => seriesFor(actor, message),
    rejections: language.REJECTIONS,
    may: (state, actor) => seriesActs.permissions(state, { now: parts.clock.now() }, BODIES, actor),
  });

export const seriesHistory = (parts: Reading) =>
  itemHistory(ITEMS.series, parts, {
    fold: seriesFold,
    entries: (state, actor) => eventOfOrganisation(actor, relationToSignatory(actor, state), state.city, language),
  });
