import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { idOf } from '@junkan/kit/grpc/fields.ts';
import { found } from '@junkan/kit/grpc/problem.ts';
import { type Lists, listPage } from '@junkan/kit/messaging/list.ts';
import type { EventStore } from '@junkan/kit/store/event-store.ts';
import { recordedIn } from '@junkan/kit/store/recorded.ts';
import type { Texts } from '@junkan/kit/store/texts.ts';
import type { Agreement, Payment } from '@junkan/proto/junkan/disbursement/v1/model.ts';
import type { DisbursementQueryServiceService } from '@junkan/proto/junkan/disbursement/v1/service.ts';
import { agreementMessage, agreements } from '../mapping.ts';
import { accountBalances } from '../projections/accounts.ts';
import { agreementList } from '../projections/lists.ts';
import { moneyOfMilestone } from '../projections/money-of-milestone.ts';
import { paymentPage } from '../projections/payments.ts';
import { asking, milestoneOf, type ProjectRegistry } from './registry.ts';

type Parts = Lists & { store: EventStore; texts: Texts; projectRegistry: ProjectRegistry };

/** One item is folded from its stream, so a writer reads what it wrote; lists come from the read models. */
export function queries(parts: Parts): Handlers<typeof DisbursementQueryServiceService> {
  const { store, db, texts, projectRegistry } = parts;
  const withNote = async <Noted extends { note: string }>(noted: Noted): Promise<Noted> => ({
    ...noted,
    note: await texts.read(noted.note),
  });
  const noted = <Noted extends { note: string }>(all: readonly Noted[]): Promise<Noted[]> => Promise.all(all.map(withNote));
  const paymentWorded = async (payment: Payment): Promise<Payment> => ({
    ...payment,
    reported: payment.reported && (await withNote(payment.reported)),
    attempts: await noted(payment.attempts),
    objections: await noted(payment.objections),
  });
  const worded = async (message: Agreement): Promise<Agreement> => ({
    ...message,
    measures: await noted(message.measures),
    payments: await Promise.all(message.payments.map(paymentWorded)),
  });
  return {
    async getAgreement({ id }) {
      return worded(found('Agreement', id, agreementMessage(id, await store.load(agreements, idOf('agr', id, 'id')))));
    },
    history: async ({ id }) => ({ entries: (await store.history(idOf('agr', id, 'id'))).flatMap(recordedIn) }),
    async listAgreements({ page, project, status }, call) {
      const { messages, nextCursor } = await listPage<Agreement>(parts, agreementList.name, {
        keys: { project, status },
        page,
        call,
        worded,
      });
      return { agreements: messages, nextCursor };
    },
    listPayments: ({ page, ...filter }, call) => paymentPage(parts, filter, { page, call, worded }),
    async listAccounts({ prefix }) {
      return { accounts: await accountBalances(db, prefix) };
    },
    async moneyOfMilestone({ milestone: id }, call) {
      const milestone = found('Milestone', id, await milestoneOf(projectRegistry, idOf('mst', id, 'milestone'), call));
      const [commits, { entries }] = await Promise.all([
        store.history(milestone.agreement),
        projectRegistry.milestoneHistory({ milestone: id }, asking(call)),
      ]);
      return found('Agreement', milestone.agreement, moneyOfMilestone({ milestone, commits, history: entries }));
    },
  };
}
