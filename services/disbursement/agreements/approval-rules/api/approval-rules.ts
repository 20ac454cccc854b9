import { commander, withNote } from '@junkan/kit/grpc/command.ts';
import { idFrom } from '@junkan/kit/ids.ts';
import type { Instant } from '@junkan/kit/pure/dates.ts';
import type { EventStore } from '@junkan/kit/store/event-store.ts';
import { approvalRulesIdParts, REJECTIONS } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import { approvalRuleBooks } from '../../../mapping.ts';
import type { Commands, Parts } from '../../api/parts.ts';
import { type Applicable, type ApprovalRulesId, rulesOf } from '../approval-rules.ts';

type ApprovalRulesRpcs = 'proposeLimits' | 'approveLimits' | 'refuseLimits';

/** The one stream of an organisation’s rules. */
export const rulesIdOf = (organisation: string): ApprovalRulesId => idFrom(...approvalRulesIdParts(organisation));

/** The rules of an organisation for what was requested `since` and is decided `now`. */
export async function rulesFor(store: EventStore, organisation: string, since: Instant | '', now: Instant): Promise<Applicable> {
  const { state } = await store.load(approvalRuleBooks, rulesIdOf(organisation));
  return rulesOf(state, since, now);
}

/** The rules of organisations: proposed by one person, approved by another. */
export function approvalRulesCommands({
  store,
  texts,
  clock,
  coolingDays,
}: Pick<Parts, 'store' | 'texts' | 'clock'> & { readonly coolingDays: number }): Pick<Commands, ApprovalRulesRpcs> {
  const run = commander(store, approvalRuleBooks, REJECTIONS);
  const said = withNote(run, texts);

  return {
    proposeLimits: ({ limits, dayLimits }, call) =>
      run(rulesIdOf(call.actor.organisation), { type: 'ProposeLimits', limits, dayLimits, now: clock.now(), by: call.actor }, call),

    approveLimits: ({ rules, proposal }, call) =>
      run(rules, { type: 'ApproveLimits', proposal, coolingDays, now: clock.now(), by: call.actor }, call),

    refuseLimits: ({ rules, proposal, note: words }, call) =>
      said(rules, words, call, (note) => ({ type: 'RefuseLimits', proposal, note, now: clock.now(), by: call.actor })),
  };
}
