import type { Schemas } from '@junkan/client/operations.ts';
import { auditor } from '@junkan/scripts/main-job/api.ts';
import { cooled } from '@junkan/scripts/main-job/clock.ts';
import { afterAll } from 'vitest';
import { accountOf } from './accounts.ts';
import { actorsOf } from './actors.ts';
import { breaking } from './breaking.ts';
import type { Someone } from './http.ts';
import { http } from './http.ts';
import { startMemorySystem } from './memory-system.ts';
import { approvedPayments } from './payment-files.ts';

/** The whole system in memory, with the parties who act on it, until the tests of the file are over. `store`: for breaking what is stored. */
export async function openSystem(options: Parameters<typeof startMemorySystem>[0] = {}) {
  const system = await startMemorySystem(options);
  afterAll(() => system.close());
  const { api } = system;
  return { system, api, actors: actorsOf(api), web: http(system.address), store: breaking(system) };
}

/** The same with a city and a sponsor whose accounts have cooled, and a person who has both roles of finance. */
export async function openPaying() {
  const { system, actors, web } = await openSystem();
  const { api } = system;
  const [city, lender] = [await actors.city(), await actors.sponsor({ total: '100000.00' })];
  await accountOf(api, lender.sponsor);
  await accountOf(api, city, {}, '1234567');
  await cooled(api);
  const checkers: Someone = { person: 'other', organisation: 'secretariat', roles: ['finance.maker', 'finance.checker'] };
  return {
    system,
    actors,
    web,
    city,
    lender,
    checkers,
    /** Payments of so many milestones of one agreement. */
    approved: (parts: number, of = city) => approvedPayments(api, actors, { lender, city: of, parts }),
    linesOf: async (id: string): Promise<Schemas['FileTransfer'][]> => [...(await api.as(auditor).getPaymentFile({ id })).lines],
  };
}
