import type { PolicyClock } from '@junkan/kit/clock.ts';
import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { idOf } from '@junkan/kit/grpc/fields.ts';
import { permissionsMessage } from '@junkan/kit/grpc/permissions.ts';
import { found, notFound } from '@junkan/kit/grpc/problem.ts';
import type { Actor } from '@junkan/kit/pure/actor.ts';
import { SECRETARIAT } from '@junkan/kit/pure/actor.ts';
import { eventFor } from '@junkan/kit/store/event-for.ts';
import type { EventStore } from '@junkan/kit/store/event-store.ts';
import { historyPage } from '@junkan/kit/store/recorded.ts';
import type { Texts } from '@junkan/kit/store/texts.ts';
import { inWords } from '@junkan/kit/store/words.ts';
import type { OpenView } from '@junkan/kit/views/open-view.ts';
import * as language from '@junkan/proto/junkan/disbursement/v1/language.ts';
import type { DisbursementQueryServiceService } from '@junkan/proto/junkan/disbursement/v1/service.ts';
import { relationToAccount } from '../domain/agreement/readers.ts';
import { bankAccountPermissions } from '../domain/bank-accounts/bank-account-permissions.ts';
import { bankAccountMessage } from '../fold.ts';
import { BODIES, bankAccounts } from '../mapping.ts';
import { arePartners } from '../partners/partners.ts';
import { bankAccountFor } from '../readers.ts';

export type AccountQueryParts = {
  readonly store: EventStore;
  readonly texts: Texts;
  readonly clock: PolicyClock;
  readonly partners: Pick<OpenView, 'prepare'>;
  readonly coolingDays: number;
};
type Queries = Pick<Handlers<typeof DisbursementQueryServiceService>, 'readBankAccount' | 'bankAccountHistory'>;

/** The fields of an account that hold references of texts. */
const IN_WORDS = ['number', 'note'];

export function bankAccountQueries({ store, texts, clock, partners, coolingDays }: AccountQueryParts): Queries {
  const isPartner = ({ organisation: own }: Actor, { organisation }: { readonly organisation: string }): boolean =>
    own !== SECRETARIAT && arePartners(partners.prepare, own, organisation);
  return {
    async readBankAccount({ id, permissions }, { actor }) {
      const { state, version } = await store.load(bankAccounts, idOf('acc', id, 'id'));
      if (state.status === 'absent') throw notFound('BankAccount', id);
      const message = found('BankAccount', id, bankAccountMessage(id, { state, version }));
      const account = found('BankAccount', id, bankAccountFor(actor, message, isPartner(actor, state)));
      const permitted = permissions ? bankAccountPermissions(state, { now: clock.now(), coolingDays }, BODIES, actor) : undefined;
      return { account: await inWords(texts, account, IN_WORDS), may: permitted && permissionsMessage(permitted, language.REJECTIONS) };
    },
    async bankAccountHistory({ id, page }, { actor }) {
      const { state, commits } = await store.read(bankAccounts, idOf('acc', id, 'id'));
      if (state.status === 'absent') throw notFound('BankAccount', id);
      // It names persons, whom partners of an agreement may not see.
      const relation = relationToAccount(actor, state, false);
      if (relation === 'stranger') throw notFound('BankAccount', id);
      const { organisation: proposer } = state;
      const of = { proposer, submitted: true, organisations: [proposer], sponsors: new Map() };
      return historyPage(texts, commits, page, eventFor({ actor, relation, of }, language));
    },
  };
}
