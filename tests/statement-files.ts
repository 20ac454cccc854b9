import type { Schemas } from '@junkan/client/operations.ts';
import { detailText, entryText, statementText } from '@junkan/disbursement/banking/iso20022/statement.fixture.ts';
import { auditor, maker, type Person } from '@junkan/scripts/main-job/api.ts';
import { ordered } from '@junkan/scripts/main-job/bank.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import type { Agreement } from '@junkan/scripts/main-job/messages.ts';
import { accountOf } from './accounts.ts';
import type { Actors } from './actors.ts';
import type { MemorySystem } from './memory-system.ts';
import { verifiedInParts } from './payment-files.ts';

// Files of statements in US dollars, and payments that they may be of.

export const debit = (reference: string, valueDate: string, endToEndId?: string, amount = '100.00') =>
  entryText({
    amount,
    currency: 'USD',
    reference,
    valueDate,
    details: detailText({ ...(endToEndId === undefined ? {} : { endToEndId }), rest: '<RmtInf><Ustrd>Tranche</Ustrd></RmtInf>' }),
  });

export const credit = (reference: string, valueDate: string, endToEndId?: string, amount = '100.00') =>
  entryText({
    amount,
    currency: 'USD',
    direction: 'CRDT',
    reference,
    valueDate,
    details: detailText({ ...(endToEndId === undefined ? {} : { endToEndId }), rest: '<RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf>' }),
  });

export const fileOf = (id: string, entries: readonly string[], closing: string, account?: string) =>
  new TextEncoder().encode(statementText({ id, currency: 'USD', opening: '1000.00', closing, entries, ...(account ? { account } : {}) }));

export const sent = (api: MemorySystem['api'], bytes: Uint8Array<ArrayBuffer>, by: Person = maker) => api.as(by).uploadStatements(bytes);
export const only = async (
  api: MemorySystem['api'],
  bytes: Uint8Array<ArrayBuffer>,
  by: Person = maker,
): Promise<Schemas['ImportedStatement']> => {
  const [statement] = (await sent(api, bytes, by)).statements;
  if (!statement) throw new Error('the file has a statement');
  return statement;
};

type Instructed = { agreement: Agreement; today: string; orders: { payment: string; instruction: string }[] };

/** A project of which this many milestones of 100.00 each are ordered from the bank, by a sponsor that pays from this account. */
export async function instructed(
  { api }: Pick<MemorySystem, 'api'>,
  actors: Actors,
  parts: number,
  account = '0001234567',
): Promise<Instructed> {
  const city = await actors.city();
  const lender = await actors.sponsor({ total: '100000.00' });
  await accountOf(api, lender.sponsor, {}, account);
  const agreement = await verifiedInParts(api, actors, { lender, city, parts });
  for (let tranche = 1; tranche <= parts; tranche += 1) await ordered(api, agreement.id, { tranche, sponsor: lender.sponsor }, () => ({}));
  const { now } = await settled(api);
  const { payments } = await api.as(auditor).getAgreement({ id: agreement.id });
  return { agreement, today: now.slice(0, 10), orders: payments.map(({ id, instruction = '' }) => ({ payment: id, instruction })) };
}
