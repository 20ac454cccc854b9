import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { idOf } from '@junkan/kit/grpc/fields.ts';
import { found } from '@junkan/kit/grpc/problem.ts';
import { historyPage } from '@junkan/kit/store/recorded.ts';
import type { Texts } from '@junkan/kit/store/texts.ts';
import { inWords, wordsIn } from '@junkan/kit/store/words.ts';
import type { OpenView } from '@junkan/kit/views/open-view.ts';
import type { DisbursementQueryServiceService } from '@junkan/proto/junkan/disbursement/v1/service.ts';
import { balancesOf } from '../accounts/balances.ts';
import { agreementMessage } from '../fold.ts';
import { agreements } from '../mapping.ts';
import { moneyOfMilestone } from '../projections/money-of-milestone.ts';
import { agreementHistory } from '../views/agreement-history.ts';
import { agreementPermissionsQuery, type PermissionParts } from './permissions.ts';
import { asking, milestoneOf } from './registry.ts';

type Parts = PermissionParts & { texts: Texts; accounts: Pick<OpenView, 'prepare'> };

/** One item is folded from its stream, so a writer reads what it wrote; the accounts are a view. */
export function queries(parts: Parts): Handlers<typeof DisbursementQueryServiceService> {
  const { store, texts, accounts, projectRegistry } = parts;
  return {
    async getAgreement({ id }) {
      return inWords(texts, found('Agreement', id, agreementMessage(id, await store.load(agreements, idOf('agr', id, 'id')))));
    },
    agreementPermissions: agreementPermissionsQuery(parts),
    texts: wordsIn(texts),
    history: async ({ id, page }) => historyPage(texts, await store.history(idOf('agr', id, 'id')), page),
    async agreementHistory({ id }) {
      return inWords(texts, agreementHistory(await store.history(idOf('agr', id, 'id'))));
    },
    async listAccounts({ prefix }) {
      return { accounts: balancesOf(accounts.prepare, prefix) };
    },
    async moneyOfMilestone({ milestone: id }, call) {
      const milestone = found('Milestone', id, await milestoneOf(projectRegistry, idOf('mst', id, 'milestone'), call));
      const [commits, { entries }] = await Promise.all([
        store.history(milestone.agreement),
        projectRegistry.milestoneHistory({ milestone: id }, asking(call)),
      ]);
      const told = found('Agreement', milestone.agreement, moneyOfMilestone({ milestone, commits, history: entries }));
      // What a step refers to may be the words with which something was refused or has failed.
      return inWords(texts, told, ['reference']);
    },
  };
}
