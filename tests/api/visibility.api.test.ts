import type { OperationName, Parameters } from '@junkan/client/operations.ts';
import { requestNow } from '@junkan/client/requests.ts';
import { READERS as DISBURSEMENT } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import { READERS as MATCHING } from '@junkan/proto/junkan/matching/v1/language.ts';
import { READERS } from '@junkan/proto/junkan/project/v1/language.ts';
import { CONTEXT_NAMES, type Context } from '@junkan/proto/programs.ts';
import { mayRead, type Readers } from '@junkan/proto/readers.ts';
import { officerOf } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { erase } from '@junkan/scripts/operate/erase.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { usd } from '../actors.ts';
import { DRAFTED, NUMBER, OFFICER, type ReadableItems, readableItems, reads } from '../authority/readable.ts';
import { verifiedFaults } from '../breaking.ts';
import { bodyOf, type Reply, type Someone } from '../http.ts';
import { openSystem } from '../open-system.ts';

/** The relation of each caller to the city's projects, as the contracts define it. */
const STANDINGS = {
  own: 'proposer',
  party: 'partner',
  rival: 'stranger',
  elsewhere: 'stranger',
  auditor: 'overseer',
  nobody: 'stranger',
} as const;
type Asker = keyof typeof STANDINGS;
const ASKERS = Object.keys(STANDINGS) as Asker[];
/** Needs no token: `nobody` asks nothing else, and has none. */
const isPublic = (path: string): boolean => /^\/v1\/(public\/|lists|places)/.test(path);

const PROJECT = { ...READERS.Project, ...READERS.ReadProjectResponse };
const FUNDING = { ...MATCHING.Funding, ...MATCHING.ReadFundingResponse };
const MILESTONE = { ...READERS.Milestone, ...READERS.ReadMilestoneResponse };

/** Said or shown by somebody, with the group that the table gives it to. */
const SECRETS: Readonly<Record<string, Readers>> = {
  'words of the question': PROJECT.information,
  'words of the answer': PROJECT.information,
  'words of the ineligibility': PROJECT.note,
  'code-of-ineligibility': PROJECT.reason,
  'words of the report': MILESTONE.reports,
  'words of the return': MILESTONE.reports,
  'words of the counter-offer': 'partner',
  [NUMBER]: DISBURSEMENT.BankAccount.number,
  'Bank of the city': DISBURSEMENT.BankAccount.bankName,
  [OFFICER]: PROJECT.submittedBy,
  [DRAFTED]: PROJECT.information,
};

const mayShow = (asker: Asker, group: Readers): boolean => mayRead(STANDINGS[asker], group);

const { system, actors, web } = await openSystem();
let people: ReadableItems['people'];
/** Every existing item, by the collection in its path. */
let items: ReadableItems['items'];
let draft: string;
let evidence: string;
let paths: Awaited<ReturnType<typeof reads>>;
let answers: { readonly asker: Asker; readonly path: string; readonly reply: Reply }[];

const someone = (organisation: string, ...roles: Someone['roles']): Someone => ({ person: `${organisation}/reader`, organisation, roles });

const as = (asker: Asker) => (asker === 'nobody' ? {} : { as: people[asker] });

/** Calendars and lists that are signed are no JSON. */
const isFile = (path: string): boolean => /^\/v1\/evidence|calendar$|\/certificate-status\/|\/credential$/.test(path);

beforeAll(async () => {
  ({ people, items, draft, evidence } = await readableItems(system, actors, web));
  paths = (await reads(system.address, items)).filter(({ path }) => !['/v1/clock', '/v1/session'].includes(path));
  answers = [];
  for (const { path, hasNames } of paths)
    for (const asker of ASKERS.filter((each) => each !== 'nobody' || isPublic(path))) {
      const asked = hasNames ? `${path}${path.includes('?') ? '&' : '?'}with=names` : path;
      answers.push({ asker, path, reply: await web.send('GET', asked, as(asker)) });
    }
});

const organisationOf = (asker: Asker): string | undefined => (asker === 'nobody' ? undefined : people[asker].organisation);
const textOf = ({ bytes }: Reply): string => bytes.toString();
type Fields = Record<string, unknown>;

/** Of a dataset a line each, of anything else the whole. */
const rowsOf = (reply: Reply): unknown =>
  reply.headers.get('content-type')?.startsWith('application/jsonl')
    ? textOf(reply)
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as unknown)
    : bodyOf(reply);

/** Every object in an answer. */
function objectsIn(value: unknown): Fields[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn);
  if (typeof value !== 'object' || value === null) return [];
  return [value as Fields, ...Object.values(value).flatMap(objectsIn)];
}

const TABLES: Readonly<Record<string, Readonly<Record<string, Readers>>>> = {
  prj: PROJECT,
  mst: MILESTONE,
  fnd: FUNDING,
  acc: DISBURSEMENT.BankAccount,
};
const GATHERING = ['open', 'target-reached'];

function groupOf(field: string, { id, status }: Fields, table: Readonly<Record<string, Readers>>): Readers {
  const isOver = String(id).startsWith('fnd_') && !GATHERING.includes(String(status));
  return isOver && (field === 'accepted' || field === 'gap') ? 'public' : (table[field] ?? 'overseers');
}

describe('every read of the API, asked by each kind of reader', () => {
  test('shows of a project, a milestone and a round the fields that the table gives, and no other', () => {
    let checked = 0;
    for (const { asker, path, reply } of answers.filter(({ reply: { status } }) => status === 200)) {
      if (isFile(path)) continue;
      for (const found of objectsIn(rowsOf(reply))) {
        const table = TABLES[String(found['id']).split('_')[0] ?? ''];
        // Its own accounts are shown to everybody of an organisation.
        if (!table || !('status' in found) || found['organisation'] === organisationOf(asker)) continue;
        const { names: _names, may: _may, ...own } = found;
        const hidden = Object.keys(own).filter((field) => !mayShow(asker, groupOf(field, found, table)));
        expect([asker, path, hidden]).toEqual([asker, path, []]);
        checked += 1;
      }
    }
    expect(checked).toBeGreaterThan(50);
  });

  test('shows each word to those to whom the table gives it, and to nobody else', () => {
    for (const [secret, group] of Object.entries(SECRETS)) {
      const readers = new Set(answers.filter(({ reply }) => textOf(reply).includes(secret)).map(({ asker }) => asker));
      expect([secret, [...readers].sort()]).toEqual([secret, ASKERS.filter((asker) => mayShow(asker, group)).sort()]);
    }
  });

  test('names persons to the parties and overseers, and to others no persons but their own', () => {
    // Persons of the trial are named `<organisation>/<role>`.
    const persons = /"((?:org|spo)_\w+|secretariat)\/[a-z]+\.[a-z]+"/g;
    for (const { asker, path, reply } of answers) {
      // Of itself an organisation knows who registered it and who changed its details.
      const isOfItself = asker !== 'nobody' && /^\/v1\/(proposers|sponsors)\/(\w+)/.exec(path)?.[2] === people[asker].organisation;
      // And how it sets out to sign a declaration, it reads as a party.
      const ownWay = items['signatories']?.[1] ?? '-';
      const isOwnWay = asker === 'elsewhere' && path.includes(ownWay);
      if (mayShow(asker, 'partner') || path.startsWith('/v1/passports') || isOfItself || isOwnWay) continue;
      const rest =
        asker === 'elsewhere' && path === '/v1/notices'
          ? JSON.stringify(bodyOf<{ notices: object[] }>(reply).notices.filter((notice) => !JSON.stringify(notice).includes(ownWay)))
          : textOf(reply);
      const named = [...rest.replaceAll('\\"', '"').matchAll(persons)].map(([, organisation]) => organisation);
      const others = named.filter((organisation) => asker === 'nobody' || organisation !== people[asker].organisation);
      expect([asker, path, others]).toEqual([asker, path, []]);
    }
  });

  test('does not know a draft of others: no item, nothing in lists, no part of it', () => {
    for (const { asker, path, reply } of answers) {
      const knows = (asker === 'own' || asker === 'auditor') && !isPublic(path);
      if (path.includes(draft)) expect([asker, path, reply.status === 404]).toEqual([asker, path, !knows]);
      else if (!knows) expect([asker, path, textOf(reply).includes(draft)]).toEqual([asker, path, false]);
    }
    const refusalOf = async (id: string) => {
      const { type, title, status } = bodyOf<Fields>(await web.ask(people.rival, 'getProject', { id }));
      return { type, title, status };
    };
    return expect(Promise.all([refusalOf(`${draft.slice(0, -4)}0000`), refusalOf(draft)])).resolves.toEqual(
      Array(2).fill(expect.objectContaining({ status: 404, type: '/problems/project-not-found' })),
    );
  });

  test('shows everybody the same of what is public, with a token or without one, and of no sponsor what it gave', () => {
    const answersBy = Map.groupBy(
      // A list that is signed says of when it is; and codes of certificates are tried so often alone.
      answers.filter(({ path }) => isPublic(path) && !/\/certificate(s|-status)\//.test(path)),
      ({ path }) => path,
    );
    expect(answersBy.size).toBeGreaterThan(7);
    for (const [path, replies] of answersBy)
      expect([path, new Set(replies.map(({ reply }) => textOf(reply))).size === 1 || replies[0]?.reply.status === 404]).toEqual([
        path,
        true,
      ]);
    const text = [...answersBy.values()]
      .flat()
      .map(({ reply }) => textOf(reply))
      .join();
    expect(text).toContain('committed');
    const ofMoney = [...answersBy].filter(([path]) => !/^\/v1\/public\/(data\/)?(sponsors|mandates|search)/.test(path));
    const said = ofMoney.flatMap(([, replies]) => replies.map(({ reply }) => textOf(reply))).join();
    for (const sponsor of items['sponsors'] ?? []) expect(said).not.toContain(sponsor);
  });

  test('answers 404 for what one may not see, and 403 only where it is a matter of roles', () => {
    // An id is no code of a certificate.
    const asked = answers.filter(({ path }) => !path.startsWith('/v1/public/certificates/'));
    const statuses = new Set(asked.map(({ reply }) => reply.status));
    expect([...statuses].sort()).toEqual([200, 403, 404]);
    const forbidden = answers.filter(({ reply }) => reply.status === 403).map(({ path }) => path);
    expect(
      forbidden.filter(
        (path) =>
          path !== '/v1/accounts' &&
          !/^\/v1\/(passports|statements|cash-books|payment-files|periods|rates|enquiries)|\/(payments-for-file|accounts-of-payments)/.test(
            path,
          ),
      ),
    ).toEqual([]);
    const hidden = answers.filter(({ asker, path }) => asker === 'elsewhere' && /agreements\/|envelopes\/|\/(money|schedule)$/.test(path));
    expect(hidden.map(({ reply }) => reply.status)).toEqual(hidden.map(() => 404));
  });

  test('gives a cited file to the parties of its milestone and overseers, and any other to its own organisation alone', async () => {
    const statusOf = async (hash: string) =>
      Object.fromEntries(
        await Promise.all(
          Object.entries(people).map(
            async ([asker, someone]) => [asker, (await web.ask(someone, 'downloadEvidence', { hash })).status] as const,
          ),
        ),
      );
    expect(await statusOf(evidence)).toEqual({ own: 200, party: 200, auditor: 200, rival: 404, elsewhere: 404 });
    const { own } = people;
    const uncited = (await system.api.as(officerOf(own.organisation)).upload(new TextEncoder().encode('not yet'), 'text/plain')).hash;
    expect(await statusOf(uncited)).toEqual({ own: 200, party: 404, auditor: 404, rival: 404, elsewhere: 404 });
  });

  test('shows rivals about how much of an open round there is, and no sum', () => {
    const round = items['fundings']?.[1];
    const seen = (asker: Asker) => {
      const answer = answers.find((each) => each.asker === asker && each.path === `/v1${requestNow('getFunding', { id: round }).path}`);
      const { accepted, gap, acceptedPercent } = answer ? bodyOf<Fields>(answer.reply) : {};
      return { accepted, gap, acceptedPercent };
    };
    const sums = { accepted: usd('460.00'), gap: usd('540.00'), acceptedPercent: 40 };
    expect(ASKERS.map(seen)).toEqual([sums, sums, { acceptedPercent: 40 }, { acceptedPercent: 40 }, sums, {}]);
  });

  test('shows a person who only runs the clock of a trial nothing but the clock', async () => {
    const operator = someone('secretariat', 'clock.operator');
    for (const { path } of paths.filter((each) => !isPublic(each.path)))
      expect([path, (await web.send('GET', path, { as: operator })).status]).toEqual([path, 403]);
    expect((await web.ask(operator, 'getClock')).status).toBe(200);
  });
});

test('a token that is left without a role is none', async () => {
  const { status } = await web.ask(someone('junkan', 'system.workflow'), 'listProjects');
  expect(status).toBe(401);
});

test('what a person typed can be erased everywhere: every reader learns so, and all invariants hold', async () => {
  const db = (context: string) => system.database(context as Context);
  const person = `${people.own.organisation}/proposer.officer`;
  expect(await erase({ contexts: CONTEXT_NAMES, db }, person)).toBeGreaterThan(2);
  const [, , project] = items['projects'] ?? [];
  const milestone = items['milestones']?.[0];
  const of = async (name: OperationName, id = '', more: Parameters = {}) =>
    bodyOf<Fields>(await web.ask(people.auditor, name, { id, ...more }));
  expect(await of('getProject', project)).toMatchObject({
    information: [{ question: { note: 'words of the question', erased: false }, answer: { erased: true } }],
  });
  expect((await of('getMilestone', milestone))['reports']).toMatchObject([
    { submitted: { erased: true }, judged: { note: 'words of the return' } },
  ]);
  const { entries } = (await of('getTimeline', project)) as { entries: Fields[] };
  expect(entries.find(({ type }) => type === 'OfferCountered')).toMatchObject({ erased: true });
  for (const gone of ['words of the answer', 'words of the report', 'words of the counter-offer'])
    expect(JSON.stringify(entries)).not.toContain(gone);
  expect(await of('getProject', project, { with: 'names' })).not.toMatchObject({ names: { [person]: expect.anything() } });
  await settled(system.api);
  expect(await verifiedFaults(system)).toEqual({});
});
