import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { idOf } from '@junkan/kit/grpc/fields.ts';
import { historyOf } from '@junkan/kit/grpc/item-queries.ts';
import { mustHold } from '@junkan/kit/grpc/must-hold.ts';
import { found } from '@junkan/kit/problem.ts';
import type { Blobs } from '@junkan/kit/store/blobs.ts';
import { eventFor } from '@junkan/kit/store/event-for.ts';
import type { Folded } from '@junkan/kit/store/fold.ts';
import { historyPage } from '@junkan/kit/store/recorded.ts';
import type { Texts } from '@junkan/kit/store/texts.ts';
import { inWords, wordsIn } from '@junkan/kit/store/words.ts';
import type { OpenView } from '@junkan/kit/views/open-view.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import { ITEMS } from '@junkan/proto/items.ts';
import * as language from '@junkan/proto/junkan/disbursement/v1/language.ts';
import type { Agreement } from '@junkan/proto/junkan/disbursement/v1/model.ts';
import type { DisbursementQueryServiceService } from '@junkan/proto/junkan/disbursement/v1/service.ts';
import { OVERSEEING_ROLES } from '@junkan/proto/oversight.ts';
import { relationOf } from '@junkan/proto/readers.ts';
import { type Existing, isInForce, type State } from '../agreements/agreement-state.ts';
import { type PermissionParts, permittedWith } from '../agreements/api/permissions.ts';
import { approvalRulesHistory, approvalRulesQueries } from '../agreements/approval-rules/api/approval-rules-queries.ts';
import { exchangeMessages } from '../agreements/exchange/exchange-messages.ts';
import { agreementsOf } from '../agreements/partners/view/partners.ts';
import { maySee, partiesOf } from '../agreements/readers.ts';
import { claimableSums } from '../agreements/recoveries/claimable-sums.ts';
import { agreementEditions } from '../agreements/view/agreement-editions.ts';
import { agreementHistory } from '../agreements/view/agreement-history.ts';
import { moneyOfMilestone } from '../agreements/view/money-of-milestone.ts';
import { accountsOfPayments } from '../banking/accounts/api/accounts-of-payments.ts';
import { type AccountQueryParts, bankAccountHistory, bankAccountQueries } from '../banking/accounts/api/bank-account-queries.ts';
import type { GatheringParts } from '../banking/files/api/payment-file-gathering.ts';
import { type FileQueryParts, paymentFileHistory, paymentFileQueries } from '../banking/files/api/payment-file-queries.ts';
import { paymentsForFile } from '../banking/files/api/payments-for-file.ts';
import { statementHistory, statementQueries } from '../banking/statements/api/statement-queries.ts';
import { balancesOf } from '../books/balances/view/balances.ts';
import { cashBookHistory, cashBookQueries } from '../books/cash/api/cash-books.ts';
import { type LedgerParts, ledgerQueries } from '../books/ledger/api/ledger-queries.ts';
import { periodHistory, periodQueries } from '../books/periods/api/period-queries.ts';
import type { BooksParts } from '../books/periods/api/periods.ts';
import { rateQueries, ratesHistory } from '../books/rates/api/rate-queries.ts';
import { ratesOfDay } from '../books/rates/api/rates-of-day.ts';
import { agreementMessage } from '../fold.ts';
import { agreements } from '../mapping.ts';
import { agreementFor } from '../readers.ts';
import { asking, milestoneOf } from './registry.ts';

type Parts = PermissionParts &
  AccountQueryParts &
  FileQueryParts &
  GatheringParts &
  BooksParts &
  LedgerParts & { texts: Texts; blobs: Blobs; accounts: Pick<OpenView, 'prepare'> };

/** One item is folded from its stream, so a writer reads what it wrote; the accounts are a view. */
export function queries(parts: Parts): Handlers<typeof DisbursementQueryServiceService> {
  const { store, texts, accounts, projectRegistry } = parts;
  /** Bookings by exchange as the rates that stand now have them. */
  const messageOf = (id: string, { state, version }: Folded<State>): Agreement | undefined => {
    const full = agreementMessage(id, { state, version });
    if (!full || state.status === 'absent' || !isInForce(state)) return full;
    return { ...full, ...exchangeMessages(state, (on) => ratesOfDay(parts, state, on)) };
  };
  return {
    async getAgreement({ id }, { actor }) {
      const { state, version } = await store.load(agreements, idOf('agr', id, 'id'));
      const message = found('Agreement', id, seenBy(actor, state) && messageOf(id, { state, version }));
      return inWords(texts, agreementFor(actor, message));
    },
    async readAgreement({ id, permissions }, call) {
      const agreement = idOf('agr', id, 'id');
      const { state, version, commits } = await store.read(agreements, agreement);
      const seen = found('Agreement', id, seenBy(call.actor, state));
      const whole = found('Agreement', id, messageOf(id, { state, version }));
      const message = { ...agreementFor(call.actor, whole), claimable: isInForce(seen) ? claimableSums(seen) : [] };
      const may = permissions ? await permittedWith(parts, agreement, seen, call) : undefined;
      return { ...(await inWords(texts, { agreement: message, ...agreementHistory(commits) })), may };
    },
    agreementsOf: async ({ organisation }) => ({ agreements: agreementsOf(parts.partners.prepare, organisation) }),
    async editionsOfAgreement({ id }, { actor }) {
      const agreement = idOf('agr', id, 'id');
      const { state, commits } = await store.read(agreements, agreement);
      found('Agreement', id, seenBy(actor, state));
      return { id, editions: agreementEditions(agreement, commits) };
    },
    ...statementQueries(parts),
    ...approvalRulesQueries(parts),
    ...bankAccountQueries(parts),
    ...paymentFileQueries(parts),
    ...paymentsForFile(parts),
    ...accountsOfPayments(parts),
    ...ledgerQueries(parts),
    ...rateQueries(parts),
    ...cashBookQueries(parts),
    ...periodQueries(parts),
    texts: wordsIn(texts),
    history: historyOf({
      [ITEMS.agreement.prefix]: agreementEvents(parts),
      [ITEMS['approval-rules'].prefix]: approvalRulesHistory(parts),
      [ITEMS['bank-account'].prefix]: bankAccountHistory(parts),
      [ITEMS['payment-file'].prefix]: paymentFileHistory(parts),
      [ITEMS['cash-book'].prefix]: cashBookHistory(parts),
      [ITEMS.period.prefix]: periodHistory(parts),
      [ITEMS.rates.prefix]: ratesHistory(parts),
      [ITEMS.statement.prefix]: statementHistory(parts),
    }),
    async listAccounts({ prefix }, { actor }) {
      // They belong to no organisation.
      mustHold(actor, OVERSEEING_ROLES);
      return { accounts: balancesOf(accounts.prepare, prefix) };
    },
    async moneyOfMilestone({ milestone: id }, call) {
      const milestone = found('Milestone', id, await milestoneOf(projectRegistry, idOf('mst', id, 'milestone'), call));
      const [{ state, commits }, { entries }] = await Promise.all([
        store.read(agreements, milestone.agreement),
        projectRegistry.milestoneHistory({ milestone: id }, asking(call)),
      ]);
      found('MoneyOfMilestone', id, seenBy(call.actor, state));
      const path = found('Agreement', milestone.agreement, moneyOfMilestone({ milestone, commits, history: entries }));
      // What a step refers to may be the words with which something was refused or has failed.
      return inWords(texts, path, ['reference']);
    },
  };
}

/** The events of an agreement of which a reader may learn; none where there is no such stream. */
const agreementEvents =
  ({ store, texts }: Parts): Handlers<typeof DisbursementQueryServiceService>['history'] =>
  async ({ id, page }, { actor }) => {
    const stream = idOf('agr', id, 'id');
    const { state } = await store.read(agreements, stream);
    if (state.status === 'absent') return { entries: [], more: false };
    const organisations = partiesOf(state);
    const of = { proposer: state.proposer, submitted: true, organisations, sponsors: new Map() };
    return historyPage(
      texts,
      await store.history(stream),
      page,
      eventFor({ actor, relation: relationOf(actor, state, organisations), of }, language),
    );
  };

/** The agreement, where there is one for this actor. */
const seenBy = (actor: Actor, state: State): Existing | undefined =>
  state.status !== 'absent' && maySee(actor, state) ? state : undefined;
