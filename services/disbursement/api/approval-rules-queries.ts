import type { PolicyClock } from '@junkan/kit/clock.ts';
import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { idOf, moneyOf } from '@junkan/kit/grpc/fields.ts';
import { permissionsMessage } from '@junkan/kit/grpc/permissions.ts';
import { found, notFound } from '@junkan/kit/grpc/problem.ts';
import { eventFor } from '@junkan/kit/store/event-for.ts';
import type { EventStore } from '@junkan/kit/store/event-store.ts';
import { historyPage } from '@junkan/kit/store/recorded.ts';
import type { Texts } from '@junkan/kit/store/texts.ts';
import { inWords } from '@junkan/kit/store/words.ts';
import * as language from '@junkan/proto/junkan/disbursement/v1/language.ts';
import type { DisbursementQueryServiceService } from '@junkan/proto/junkan/disbursement/v1/service.ts';
import { relationToRules } from '../domain/agreement/readers.ts';
import { limitBelow } from '../domain/approval-rules/approval-rules.ts';
import { approvalRulesPermissions } from '../domain/approval-rules/approval-rules-permissions.ts';
import { approvalRulesMessage } from '../fold.ts';
import { approvalRuleBooks, BODIES } from '../mapping.ts';
import { standingRules } from './approval-rules.ts';

type Parts = { readonly store: EventStore; readonly texts: Texts; readonly clock: PolicyClock };
type Queries = Pick<Handlers<typeof DisbursementQueryServiceService>, 'readApprovalRules' | 'approvalLimit' | 'approvalRulesHistory'>;

/** They are visible in full to their organisation and to overseers, and to nobody else. */
export function approvalRulesQueries({ store, texts, clock }: Parts): Queries {
  return {
    async readApprovalRules({ id, permissions }, { actor }) {
      const { state, version } = await store.load(approvalRuleBooks, idOf('apr', id, 'id'));
      if (state.status === 'absent' || relationToRules(actor, state) === 'stranger') throw notFound('ApprovalRules', id);
      const rules = found('ApprovalRules', id, approvalRulesMessage(id, { state, version }));
      const permitted = permissions ? approvalRulesPermissions(state, { now: clock.now() }, BODIES, actor) : undefined;
      return { rules: await inWords(texts, rules), may: permitted && permissionsMessage(permitted, language.REJECTIONS) };
    },
    async approvalLimit({ organisation, amount }) {
      const rules = await standingRules(store, organisation);
      return { rules: rules.edition, limit: limitBelow(rules, moneyOf(amount, 'amount')) };
    },
    async approvalRulesHistory({ id, page }, { actor }) {
      const { state, commits } = await store.read(approvalRuleBooks, idOf('apr', id, 'id'));
      const relation = state.status === 'absent' ? 'stranger' : relationToRules(actor, state);
      if (state.status === 'absent' || relation === 'stranger') throw notFound('ApprovalRules', id);
      const { organisation: proposer } = state;
      const of = { proposer, submitted: true, organisations: [proposer], sponsors: new Map() };
      return historyPage(texts, commits, page, eventFor({ actor, relation, of }, language));
    },
  };
}
