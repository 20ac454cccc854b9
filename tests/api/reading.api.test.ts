import type { Parameters } from '@junkan/client/operations.ts';
import { requestNow } from '@junkan/client/requests.ts';
import type { Role } from '@junkan/proto/actor.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import type { Agreement, Funding, Milestone } from '@junkan/scripts/main-job/messages.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { first, type Sponsor } from '../actors.ts';
import { bodyOf, type Reply, refusal, type Someone } from '../http.ts';
import { openSystem } from '../open-system.ts';

const { system, actors, web } = await openSystem();
let city: string;
let lender: Sponsor;
let co: Sponsor;
let funding: Funding;
let agreement: Agreement;
let milestone: Milestone;

beforeAll(async () => {
  [city, lender, co] = [await actors.city(), await actors.sponsor(), await actors.sponsor()];
  const project = await actors.submitted(city);
  funding = await actors.funded(project, [
    [lender, '400.00'],
    [co, '600.00'],
  ]);
  agreement = await actors.approved(project, funding);
  milestone = first(await actors.signed(agreement));
});

const reader = (organisation: string, ...roles: Role[]): Someone => ({ person: `${organisation}/reader`, organisation, roles });
const overseers = (): Someone[] =>
  (['secretariat.officer', 'secretariat.verifier', 'secretariat.approver', 'finance.maker', 'finance.checker', 'auditor'] as const).map(
    (role) => reader('secretariat', role),
  );
const ofCity = (): Someone => reader(city, 'proposer.officer');
const ofLender = (): Someone => reader(lender.sponsor, 'sponsor.officer');
const ofCo = (): Someone => reader(co.sponsor, 'sponsor.approver');
const strangers = async (): Promise<Someone[]> => [
  reader(await actors.city('Elsewhere'), 'proposer.officer', 'proposer.certifier'),
  reader((await actors.sponsor()).sponsor, 'sponsor.officer', 'sponsor.approver'),
  reader('secretariat', 'clock.operator'),
];
const readers = async (): Promise<Someone[]> => (await strangers()).filter((as) => notSeen(as) === 404);
/** A clock operator reads nothing; for others, items that they may not see are not found. */
const notSeen = ({ roles }: Someone) => (roles.includes('clock.operator') ? 403 : 404);

describe('who may read', () => {
  test('an agreement, its payments and its milestones’ money: its parties and overseers, nobody else', async () => {
    const reads = [
      ['getAgreement', agreement.id] as const,
      ['listPayments', agreement.id] as const,
      ['getMoneyOfMilestone', milestone.id] as const,
    ];
    for (const [name, id] of reads) {
      for (const as of [ofCity(), ofLender(), ofCo(), ...overseers()])
        expect([name, as, (await web.ask(as, name, { id })).status]).toEqual([name, as, 200]);
      for (const as of await strangers()) expect([name, as, (await web.ask(as, name, { id })).status]).toEqual([name, as, notSeen(as)]);
    }
  });

  test('of the list of agreements, each its own', async () => {
    const listed = async (as: Someone) =>
      bodyOf<{ agreements: Agreement[] }>(await web.ask(as, 'listAgreements', { after: `${agreement.id}@5` })).agreements.map(
        ({ id }) => id,
      );
    for (const as of [ofCity(), ofLender(), ...overseers()]) expect(await listed(as)).toEqual([agreement.id]);
    for (const as of await readers()) expect(await listed(as)).toEqual([]);
  });

  test('offers, singly or in any list: each sponsor its own, the city what budget backs, overseers all', async () => {
    const poor = await actors.sponsor({ total: '200.00' });
    const other = await actors.submitted(city);
    const { id } = await actors.opened(other);
    const unbacked = await actors.offer(id, poor, '250.00');
    const backed = await actors.offer(id, lender, '250.00');
    await settled(system.api);
    const seen = async (as: Someone): Promise<string[][]> => {
      const replies = await Promise.all([
        web.ask(as, 'getFunding', { id }),
        web.ask(as, 'listOffers', { id }),
        web.ask(as, 'listFundings', { id: other }),
      ]);
      const [one, offers, list] = replies.map((reply: Reply) => bodyOf<Funding & { fundings: Funding[] }>(reply));
      return [one?.offers, offers?.offers, list?.fundings.flatMap((each) => each.offers)].map((all) =>
        (all ?? []).map((offer) => offer.id),
      );
    };
    const thrice = (...offers: string[]) => [offers, offers, offers];
    expect(await seen(reader(poor.sponsor, 'sponsor.officer'))).toEqual(thrice(unbacked));
    expect(await seen(ofLender())).toEqual(thrice(backed));
    expect(await seen(ofCity())).toEqual(thrice(backed));
    for (const as of overseers()) expect(await seen(as)).toEqual(thrice(unbacked, backed));
    for (const as of await readers()) expect(await seen(as)).toEqual(thrice());
  });

  test('envelopes: their own sponsor and overseers', async () => {
    for (const [name, id] of [['getEnvelope', lender.envelope] as const, ['listEnvelopes', lender.sponsor] as const]) {
      for (const as of [ofLender(), ...overseers()]) expect((await web.ask(as, name, { id })).status).toBe(200);
      for (const as of [ofCity(), ofCo(), ...(await strangers())])
        expect([name, as, (await web.ask(as, name, { id })).status]).toEqual([name, as, notSeen(as)]);
    }
  });

  test('the accounts: overseers only', async () => {
    for (const as of overseers()) expect((await web.ask(as, 'listAccounts')).status).toBe(200);
    for (const as of [ofCity(), ofLender(), ...(await strangers())])
      expect(await refusal(web.ask(as, 'listAccounts'))).toEqual([403, '/problems/role-is-missing']);
  });

  test('evidence: only as a file to keep', async () => {
    const hash = (
      await system.api
        .as({ organisation: city, role: 'proposer.officer' })
        .upload(new TextEncoder().encode('A note: <script>alert(1)</script>'), 'text/plain')
    ).hash;
    const { status, headers } = await web.ask(ofCity(), 'downloadEvidence', { hash });
    expect([status, headers.get('content-disposition'), headers.get('x-content-type-options')]).toEqual([200, 'attachment', 'nosniff']);
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'; sandbox");
    for (const as of [ofLender(), ...overseers()])
      expect(await refusal(web.ask(as, 'downloadEvidence', { hash }))).toEqual([404, '/problems/evidence-not-found']);
    expect(await refusal(web.ask(ofCity(), 'downloadEvidence', { hash: '0'.repeat(64) }))).toEqual([404, '/problems/evidence-not-found']);
  });

  test('of a list that holds others’ agreements, every page is full and no cursor names what is hidden', async () => {
    const other = await actors.sponsor();
    for (let made = 0; made < 2; made += 1) {
      await actors.agreed(await actors.city(), [[other, '1000.00']]);
    }
    const mine = (await actors.agreement(await anotherOne())).id;
    type Page = { agreements: { id: string }[]; nextCursor?: string };
    const seen: string[] = [];
    for (let cursor = '', isLast = false; !isLast; ) {
      const page: Page = bodyOf(await web.ask(ofCity(), 'listAgreements', { limit: 1, after: `${mine}@1`, cursor }));
      seen.push(...page.agreements.map(({ id }) => id));
      isLast = page.nextCursor === undefined;
      if (!isLast) expect([page.agreements.length, decoded(page.nextCursor)]).toEqual([1, expect.not.stringMatching(/agr_|prj_|spo_/)]);
      cursor = page.nextCursor ?? '';
    }
    expect(seen.toSorted()).toEqual([agreement.id, mine].toSorted());
  });
});

/** What somebody reads who takes a cursor apart. */
const decoded = (cursor = ''): string => Buffer.from(cursor, 'base64url').toString();

/** One more project of the city with an agreement. */
async function anotherOne(): Promise<string> {
  const project = await actors.submitted(city);
  await actors.approved(project, await actors.funded(project, [[lender, '1000.00']]));
  return project;
}

describe('what an answer says', () => {
  test('numbers that are zero and lists that are empty are there, and a cursor only where more follows', async () => {
    const auditor = reader('secretariat', 'auditor');
    for (let made = 0; made < 3; made += 1) await actors.submitted(city);
    await settled(system.api);
    type Page = { projects: { id: string; round: number; reminded: string[] }[]; nextCursor?: string };
    const page = async (query: Parameters): Promise<Page> =>
      bodyOf(await web.ask(auditor, 'listProjects', { status: 'submitted', ...query }));
    const first = await page({ limit: 2 });
    expect(first.projects.map(({ round, reminded }) => [round, reminded])).toEqual([
      [0, []],
      [0, []],
    ]);
    const second = await page({ limit: 2, cursor: first.nextCursor });
    expect([first.projects.length, second.projects.length, 'nextCursor' in second]).toEqual([2, 1, false]);
    expect(new Set([...first.projects, ...second.projects].map(({ id }) => id)).size).toBe(3);
    expect(await page({ limit: 3 })).not.toHaveProperty('nextCursor');
    const none = bodyOf(await web.ask(auditor, 'listProjects', { status: 'closed' }));
    expect(none).toEqual({ projects: [], progress: {}, total: { count: 0, more: false }, counts: {} });
  });

  test('a list names its next page in a Link header, which leads through all of it and keeps the filters', async () => {
    const auditor = reader('secretariat', 'auditor');
    const whole = bodyOf<{ proposers: { id: string }[] }>(await web.ask(auditor, 'listProposers', { limit: 500 }));
    const seen: string[] = [];
    let pages = 0;
    for (let path: string | undefined = `/v1${requestNow('listProposers', { limit: 1 }).path}`; path !== undefined; pages += 1) {
      const reply: Reply = await web.send('GET', path, { as: auditor });
      const body = bodyOf<{ proposers: { id: string }[]; nextCursor?: string }>(reply);
      seen.push(...body.proposers.map(({ id }) => id));
      const [, next]: string[] = /^<(\/v1\/proposers\?limit=1&cursor=\S+)>; rel="next"$/.exec(reply.headers.get('link') ?? '') ?? [];
      expect(next === undefined).toBe(body.nextCursor === undefined);
      path = next;
    }
    expect(pages).toBeGreaterThan(1);
    expect(seen).toEqual(whole.proposers.map(({ id }) => id));
  });
});
