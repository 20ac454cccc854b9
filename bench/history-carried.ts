import { ApiProblem } from '@junkan/client/problem.ts';
import { detailText, entryText, statementText } from '@junkan/disbursement/banking/iso20022/statement.fixture.ts';
import { type Api, auditor, maker, secondChecker } from '@junkan/scripts/main-job/api.ts';
import { ordered } from '@junkan/scripts/main-job/bank.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import type { Agreement, Milestone } from '@junkan/scripts/main-job/messages.ts';
import { accountOf } from '@junkan/tests/accounts.ts';
import { type Actors, actorsOf, type Sponsor } from '@junkan/tests/actors.ts';
import { type History, textOf } from './history-file.ts';

const PLENTY = '100000000000.00';

export type Carried = { readonly history: History; readonly agreement: Agreement; readonly milestones: readonly Milestone[] };
type Outcome = {
  readonly carried: readonly Carried[];
  readonly refused: readonly { readonly history: History; readonly because: string }[];
};

/** Each history as a proposal, its round and its agreement; what the system does not take, with its reason. */
export async function agreed(api: Api, all: readonly History[]): Promise<Outcome> {
  const actors = actorsOf(api);
  const [city, lender] = [await actors.city(), await actors.sponsor({ total: PLENTY, minimum: '0.01', maximum: PLENTY })];
  await accountOf(api, lender.sponsor, {}, '0001234567');
  const carried: Carried[] = [];
  const refused: { history: History; because: string }[] = [];
  for (const history of all) {
    try {
      carried.push(await carriedOut({ actors, city, lender }, history));
    } catch (error) {
      refused.push({ history, because: reasonOf(error) });
    }
  }
  for (const { history, milestones } of carried)
    for (const milestone of milestones.slice(0, history.disbursements.length)) await actors.verified(milestone);
  await settled(api);
  return { carried, refused };
}

type Scene = { readonly actors: Actors; readonly city: string; readonly lender: Sponsor };

async function carriedOut({ actors, city, lender }: Scene, history: History): Promise<Carried> {
  const { committed, disbursements, disbursed } = history;
  const rest = committed - disbursed;
  const milestones = [...disbursements, ...(rest > 0n ? [rest] : [])].map(textOf);
  const agreement = await actors.agreed(city, [[lender, textOf(committed)]], { target: textOf(committed), milestones });
  return { history, agreement, milestones: await actors.signed(agreement) };
}

/** The problem that the API answers with; whatever else it is ends the run. */
function reasonOf(error: unknown): string {
  if (!(error instanceof ApiProblem)) throw error;
  const { type, detail = '', errors = [] } = error.problem;
  return `${type}: ${errors.map((each) => each.detail).join(' ') || detail}`;
}

type Settled = { readonly committed: bigint; readonly settled: bigint; readonly matched: number; readonly lines: number };

/** Every disbursement is ordered; one statement of the bank settles all of them, and a second person confirms it. */
export async function settledByStatement(api: Api, all: readonly Carried[]): Promise<Settled> {
  const { now } = await settled(api);
  const valueDate = now.slice(0, 10);
  const entries: string[] = [];
  let total = 0n;
  for (const { history, agreement } of all)
    for (const [index, cents] of history.disbursements.entries()) {
      const sponsor = agreement.shares[0]?.sponsor ?? '';
      const { payment } = await ordered(api, agreement.id, { tranche: index + 1, sponsor }, () => ({}));
      const { payments } = await api.as(auditor).getAgreement({ id: agreement.id });
      const { instruction = '' } = payments.find(({ id }) => id === payment) ?? {};
      const details = detailText({ endToEndId: instruction, rest: '<RmtInf><Ustrd>History</Ustrd></RmtInf>' });
      entries.push(entryText({ amount: textOf(cents), currency: 'USD', reference: `B-${entries.length + 1}`, valueDate, details }));
      total += cents;
    }
  const file = statementText({ id: 'HISTORY', currency: 'USD', opening: textOf(total), closing: '0.00', entries });
  const { statements } = await api.as(maker).uploadStatements(new TextEncoder().encode(file));
  const [statement] = statements;
  if (!statement) throw new Error('the statement was not imported');
  await settled(api);
  await api.as(secondChecker).confirmStatement({ id: statement.id }, {});
  await settled(api);
  const agreements = await Promise.all(all.map(({ agreement: { id } }) => api.as(auditor).getAgreement({ id })));
  const centsIn = (of: (agreement: Agreement) => readonly { readonly amount: string }[]): bigint =>
    agreements.flatMap(of).reduce((sum, { amount }) => sum + BigInt(amount.replace('.', '')), 0n);
  return {
    committed: centsIn(({ shares }) => shares.map(({ amount }) => amount)),
    settled: centsIn(({ payments }) => payments.filter(({ status }) => status === 'settled').map(({ amount }) => amount)),
    matched: agreements.flatMap(({ payments }) => payments.filter(({ reported }) => reported?.statement === statement.id)).length,
    lines: entries.length,
  };
}
