import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { found } from '@junkan/kit/grpc/problem.ts';
import { listPage } from '@junkan/kit/messaging/list.ts';
import type { Database } from '@junkan/kit/mongo.ts';
import { readerOf } from '@junkan/kit/pure/oversight.ts';
import type { EventStore } from '@junkan/kit/store/event-store.ts';
import { historyPage } from '@junkan/kit/store/recorded.ts';
import type { Texts } from '@junkan/kit/store/texts.ts';
import { inWords } from '@junkan/kit/store/words.ts';
import type { Agreement } from '@junkan/proto/junkan/disbursement/v1/model.ts';
import type { DisbursementQueryServiceService } from '@junkan/proto/junkan/disbursement/v1/service.ts';
import { agreementMessage, agreements } from '../mapping.ts';
import { accountBalances } from '../projections/accounts.ts';
import { agreementList } from '../projections/lists.ts';
import { moneyOfMilestone } from '../projections/money-of-milestone.ts';
import { paymentPage } from '../projections/payments.ts';
import { agreementHistory } from '../views/agreement-history.ts';
import { asking, milestoneOf, type ProjectRegistry } from './registry.ts';

type Parts = { store: EventStore; db: Database; texts: Texts; projectRegistry: ProjectRegistry };

/** One item is folded from its stream, so a writer reads what it wrote; lists come from the read models. */
export function queries({ store, db, texts, projectRegistry }: Parts): Handlers<typeof DisbursementQueryServiceService> {
  return {
    async getAgreement({ id }) {
      return inWords(texts, found('Agreement', id, agreementMessage(id, await store.load(agreements, id))));
    },
    history: async ({ id, page }) => historyPage(texts, await store.history(id), page),
    async listAgreements({ page, project, status }, call) {
      const { messages, nextCursor } = await listPage<Agreement>(db, agreementList.name, { project, status }, page, readerOf(call.actor));
      return { agreements: await inWords(texts, messages), nextCursor };
    },
    async agreementHistory({ id }) {
      return inWords(texts, agreementHistory(await store.history(id)));
    },
    async listPayments({ page, ...filter }) {
      return inWords(texts, await paymentPage(db, filter, page));
    },
    async listAccounts({ prefix }) {
      return { accounts: await accountBalances(db, prefix) };
    },
    async moneyOfMilestone({ milestone: id }, call) {
      const milestone = found('Milestone', id, await milestoneOf(projectRegistry, id, call));
      const [commits, { entries }] = await Promise.all([
        store.history(milestone.agreement),
        projectRegistry.milestoneHistory({ milestone: id }, asking(call)),
      ]);
      return found('Agreement', milestone.agreement, moneyOfMilestone({ milestone, commits, history: entries }));
    },
  };
}
