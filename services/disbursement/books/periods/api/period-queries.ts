import type { PolicyClock } from '@junkan/kit/clock.ts';
import { itemHistory, itemQuery } from '@junkan/kit/grpc/item-queries.ts';
import { ITEMS } from '@junkan/proto/items.ts';
import { REJECTIONS } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import { type NamingParts, namedAccounts } from '../../../banking/accounts/api/named-accounts.ts';
import { periodFold as fold } from '../../../fold.ts';
import { BODIES } from '../../../mapping.ts';
import { pendingIn } from '../period.ts';
import { periodActs } from '../period-acts.ts';
import { type BooksParts, factsOf } from './periods.ts';

type Parts = BooksParts & NamingParts & { readonly clock: PolicyClock };

export const periodQueries = (parts: Parts) =>
  itemQuery(ITEMS.period, parts, {
    fold,
    rejections: REJECTIONS,
    async may(state, actor) {
      const facts = await factsOf(parts, state.from, state.through, pendingIn(state)?.proposedAt);
      const now = parts.clock.now();
      return periodActs.permissions(state, { ...facts, now, today: parts.dayOfBooks(now) }, BODIES, actor);
    },
    async extras(_, { proposals }, actor) {
      const named = proposals.flatMap(({ coverage }) => coverage?.accounts ?? []);
      return {
        accounts: await namedAccounts(
          parts,
          actor,
          named.map(({ account }) => account),
        ),
      };
    },
  });

export const periodHistory = (parts: Parts) => itemHistory(ITEMS.period, parts, { fold });
