import { moneyText, parseMoney } from '@junkan/kit/money-text.ts';
import { type Money, plus } from '@junkan/kit/pure/money.ts';
import { type Api, auditor } from '../api.ts';
import { inParallel } from '../in-parallel.ts';
import type { Agreement, Project } from '../messages.ts';
import type { Member, Party } from '../plan.ts';
import type { MoneyText } from '../summary.ts';
import { agreementOf } from './agreements.ts';

export type Result = {
  readonly project: Project;
  readonly member: Member;
  readonly agreement: Agreement | undefined;
  readonly paidMilestones: number;
};

/** The status of each cohort project, read from the API again. */
export const resultsOf = (api: Api, cohort: readonly Member[]): Promise<Result[]> =>
  inParallel(cohort, async (member) => {
    const project = await api.as(auditor).getProject({ id: member.id });
    const agreement = await agreementOf(api, member.id);
    return { project, member, agreement, paidMilestones: agreement ? await paidMilestones(api, agreement) : 0 };
  });

async function paidMilestones(api: Api, agreement: Agreement): Promise<number> {
  const milestones = await Array.fromAsync(api.as(auditor).each('listMilestones', { agreement: agreement.id, status: 'verified' }));
  const settled = new Set(agreement.payments.filter(({ status }) => status === 'settled').map(({ id }) => id));
  return milestones.filter(({ number }) =>
    agreement.cells
      .filter(({ tranche, amount }) => tranche === number && /[1-9]/.test(amount.amount))
      .every(({ payment }) => payment !== undefined && settled.has(payment)),
  ).length;
}

const read = (text: MoneyText): Money => parseMoney(text) ?? { amount: 0n, currency: text.currency };

/** What each sponsor has paid, by the window's name; windows that paid nothing are left out. */
export function paidBySponsor(results: readonly Result[], parties: readonly Party[]): Record<string, MoneyText> {
  const names = new Map(parties.map(({ sponsor, window }) => [sponsor, window.window]));
  return summed(settlements(results).map(({ sponsor, amount }) => [names.get(sponsor) ?? sponsor, read(amount)]));
}

export const paidByCurrency = (results: readonly Result[]): Record<string, MoneyText> =>
  summed(settlements(results).map(({ amount }) => [amount.currency, read(amount)]));

const settlements = (results: readonly Result[]) =>
  results.flatMap(({ agreement }) => agreement?.payments ?? []).filter(({ status }) => status === 'settled');

function summed(parts: readonly (readonly [string, Money])[]): Record<string, MoneyText> {
  const sums = new Map<string, Money>();
  for (const [key, amount] of parts) sums.set(key, plus(sums.get(key) ?? { amount: 0n, currency: amount.currency }, amount));
  return Object.fromEntries([...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, sum]) => [key, moneyText(sum)]));
}

/** Whether all accounts together sum to zero in each currency. */
export async function ledgerBalances(api: Api): Promise<boolean> {
  const { accounts } = await api.as(auditor).listAccounts();
  const sums = new Map<string, bigint>();
  for (const { balance } of accounts) sums.set(balance.currency, (sums.get(balance.currency) ?? 0n) + read(balance).amount);
  return [...sums.values()].every((sum) => sum === 0n);
}
