import type { PolicyClock } from '@junkan/kit/clock.ts';
import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { itemHistory, itemQuery } from '@junkan/kit/grpc/item-queries.ts';
import { eventOfOrganisation } from '@junkan/kit/store/event-for.ts';
import type { EventStore } from '@junkan/kit/store/event-store.ts';
import type { Texts } from '@junkan/kit/store/texts.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import { ITEMS } from '@junkan/proto/items.ts';
import * as language from '@junkan/proto/junkan/disbursement/v1/language.ts';
import type { DisbursementQueryServiceService } from '@junkan/proto/junkan/disbursement/v1/service.ts';
import { approvalRulesFold as fold } from '../../../fold.ts';
import { BODIES } from '../../../mapping.ts';
import { relationToRules } from '../../readers.ts';
import { approvalRulesActs } from '../approval-rules-acts.ts';
import { rulesFor } from './approval-rules.ts';

type Parts = { readonly store: EventStore; readonly texts: Texts; readonly clock: PolicyClock; readonly coolingDays: number };
type Queries = Pick<Handlers<typeof DisbursementQueryServiceService>, 'readApprovalRules' | 'applicableLimits'>;

/** They are visible in full to their organisation and to overseers, and to nobody else. */
const isThere = (state: { readonly organisation: string }, actor: Actor): boolean => relationToRules(actor, state) !== 'stranger';

export const approvalRulesQueries = (parts: Parts): Queries => ({
  ...itemQuery(ITEMS['approval-rules'], parts, {
    fold,
    isThere,
    rejections: language.REJECTIONS,
    may: (state, actor) => approvalRulesActs.permissions(state, { now: parts.clock.now(), coolingDays: parts.coolingDays }, BODIES, actor),
  }),
  async applicableLimits({ organisation, since }) {
    const { edition, limits } = await rulesFor(parts.store, organisation, since, parts.clock.now());
    return { rules: edition, limits: [...limits] };
  },
});

export const approvalRulesHistory = (parts: Parts) =>
  itemHistory(ITEMS['approval-rules'], parts, {
    fold,
    isThere,
    entries: (state, actor) => eventOfOrganisation(actor, relationToRules(actor, state), state.organisation, language),
  });
