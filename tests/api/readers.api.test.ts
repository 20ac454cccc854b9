import { readFileSync } from 'node:fs';
import { requestNow } from '@junkan/client/requests.ts';
import { ACTS } from '@junkan/gateway/acts.ts';
import { beforeAll, expect, test } from 'vitest';
import { actorsOf, proposal, usd } from '../actors.ts';
import { type ReadableItems, readableItems, reads } from '../authority/readable.ts';
import { expected, RULES, triers } from '../authority/readers.ts';
import type { Someone } from '../http.ts';
import { openSystem } from '../open-system.ts';

const { system, web } = await openSystem();
let world: ReadableItems;
let registered: readonly string[];
beforeAll(async () => {
  world = await readableItems(system, actorsOf(system.api), web);
  registered = [world.city, world.elsewhere, world.party, world.rival, world.payer, world.partner, 'secretariat'];
});

/** The parties of the item at a path. */
function partiesOf(operation: string, path: string): readonly string[] | 'all' {
  const { city, party, rival, draft, items } = world;
  if (path.includes(draft) || /\/(draft|presence|projects\/check)$/.test(path)) return [city];
  if (/^\/v1\/(agreements|evidence)\/|\/(money|schedule)$|^\/v1\/milestones\/\w+\/print$/.test(path)) return [city, party];
  if (/^\/v1\/bank-accounts\/\w+\/timeline$/.test(path)) return [city];
  // The first is of the sponsor, the other begun by the least body.
  if (path.startsWith('/v1/delegations/')) return [path.includes(items['delegations']?.[0] ?? '-') ? party : city];
  if (path.startsWith('/v1/approval-rules/')) return [party];
  if (path.startsWith('/v1/bank-accounts/')) return [city, party];
  // What is not signed or not published yet is its city’s own affair.
  if (path.includes(items['signatories']?.[1] ?? '-')) return [world.elsewhere];
  if (/^\/v1\/(public\/)?(assessments|action-plans|progress-reports)\//.test(path)) return [city];
  if (/^\/v1\/cities\//.test(path)) return [city];
  if (path.startsWith('/v1/payment-files/')) return [world.payer];
  // The file of this world is of no source in the library.
  if (path.startsWith('/v1/public/evidence/')) return [];
  // Of certificates, those who oversee them read, and their holders.
  if (path.startsWith('/v1/certificates/')) return [];
  // It is of a city that reads nothing here.
  if (/^\/v1\/(public\/)?(nominations|answers)\//.test(path)) return [];
  // That of the world is of no account that anybody has named.
  if (path.startsWith('/v1/statements/')) return [];
  const mine = [party, rival].filter(
    (_, index) => path.includes(items['envelopes']?.[index] ?? '-') || path.includes(items['sponsors']?.[index] ?? '-'),
  );
  return /Envelope(s|Timeline)?$/.test(operation) ? mine : 'all';
}

const statusOf = async (path: string, as: Someone): Promise<number> => (await web.send('GET', path, { as })).status;

/** A read that is asked with terms, which are too long for an address. */
const WITH_TERMS = { terms: { title: 'What if', countries: ['JP'], ticketMinimum: usd('1.00'), ticketMaximum: usd('2.00') } };
const askedWith =
  (body: object) =>
  async (path: string, as: Someone): Promise<number> =>
    (await web.send('POST', path, { as, body })).status;

/** One after the other: an address has few downloads at a time. */
function inTurn(): typeof statusOf {
  let last: Promise<unknown> = Promise.resolve();
  return (path, as) => {
    const asked = last.then(() => statusOf(path, as));
    last = asked.catch(() => undefined);
    return asked;
  };
}

/** A stream does not end: only its beginning is read. */
async function beginningOf(path: string, as: Someone): Promise<number> {
  const leaving = new AbortController();
  const headers = { authorization: `Bearer ${await web.tokenOf(as)}` };
  const { status } = await fetch(`${system.address}${path}`, { headers, signal: leaving.signal });
  leaving.abort();
  return status;
}

test('every read is answered to each role of each organisation as the table says, and to nobody else', async () => {
  const own = (['listen', 'whatIf', 'attend', 'checkProposals'] as const).map((operation) => ({
    operation,
    path: `/v1${requestNow(operation).path}`,
  }));
  const tried = [...(await reads(system.address, world.items)), ...own];
  const ways: Readonly<Record<string, typeof statusOf>> = {
    listen: beginningOf,
    downloadData: inTurn(),
    whatIf: askedWith(WITH_TERMS),
    attend: askedWith({ item: world.draft }),
    checkProposals: askedWith({ proposer: world.city, proposals: [proposal()] }),
  };
  const differences: string[] = [];
  let cells = 0;
  for (const { operation, path } of tried) {
    const item = { registered, parties: partiesOf(operation, path) };
    const asked = triers(registered).map(async (as) => {
      const status = await (ways[operation] ?? statusOf)(path, as);
      cells += 1;
      if (!expected(operation, as, item).includes(status))
        differences.push(`${operation} ${path} as ${as.roles} of ${as.organisation}: ${status}`);
    });
    await Promise.all(asked);
  }
  console.log(`readers: ${cells} cells, ${differences.length} differences`);
  expect(differences).toEqual([]);
  expect(Object.keys(RULES).filter((operation) => !tried.some((each) => each.operation === operation))).toEqual([]);
});

test('every operation of the API is tried by every role, in this table or in that of acts', async () => {
  const { paths } = (await (await fetch(`${system.address}/v1/openapi.json`)).json()) as {
    paths: Record<string, Record<string, { operationId: string }>>;
  };
  const operations = Object.values(paths).flatMap((item) => Object.values(item).map(({ operationId }) => operationId));
  // The starter of a trial issues its tokens, without one, and anybody writes for a city or checks a print.
  const covered = new Set([...Object.keys(RULES), ...Object.keys(ACTS), 'issueToken', 'sendEnquiry', 'checkPrint']);
  const uncovered = readFileSync(new URL('../authority/uncovered.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean);
  expect(operations.filter((operation) => !covered.has(operation))).toEqual(uncovered);
  expect([...covered].filter((operation) => !operations.includes(operation))).toEqual([]);
});
