import type { PolicyClock } from '@junkan/kit/clock.ts';
import type { EventStore } from '@junkan/kit/store/event-store.ts';
import type { Texts } from '@junkan/kit/store/texts.ts';
import { periodPermissions } from '../domain/periods/period-permissions.ts';
import { periodFold } from '../fold.ts';
import { BODIES } from '../mapping.ts';
import { itemQueries } from './item-queries.ts';
import { type BooksParts, factsOf } from './periods.ts';

type Parts = BooksParts & { readonly store: EventStore; readonly texts: Texts; readonly clock: PolicyClock };

export const periodQueries = (parts: Parts) =>
  itemQueries('period', parts, {
    fold: periodFold,
    may: (state, actor) =>
      periodPermissions(state, { ...factsOf(parts, state.from, state.through), now: parts.clock.now() }, BODIES, actor),
  });
