import type { Schemas } from '@junkan/client/operations.ts';
import { requestNow } from '@junkan/client/requests.ts';
import { ACTS } from '@junkan/gateway/acts.ts';
import { work as workAnswer } from '@junkan/gateway/answers/work.ts';
import { KIND_OF_ROLE, kindOf, ROLES } from '@junkan/proto/actor.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { expect, test } from 'vitest';
import { lifecycle } from '../authority/lifecycle.ts';
import { attempt, may, type Organisations } from '../authority/matrix.ts';
import { asRole, type Possible, someOf } from '../authority/moments.ts';
import { lifeOfExchanges } from '../authority/peers.ts';
import { lifeOfRequest } from '../authority/policy.ts';
import { lifeOfSignatory } from '../authority/programme.ts';
import { WAITS_OF_EXCHANGES, WAITS_OF_PROJECT, WAITS_OF_SIGNATORY } from '../authority/waits.ts';
import { WAITS_OF_REQUEST } from '../authority/waits-of-policy.ts';
import { bodyOf, type Someone } from '../http.ts';
import { openSystem } from '../open-system.ts';

const { system, actors, web } = await openSystem();

type Row = Schemas['Work'];
type Page = { readonly work: Row[]; readonly total: { readonly count: number }; readonly counts: Readonly<Record<string, number>> };
type May = { operation: string; answer: string; reason?: { type: string } } & { readonly [name: string]: unknown };

const PARTS = [
  'offer',
  'payment',
  'measure',
  'tranche',
  'sponsor',
  'question',
  'recovery',
  'resolution',
  'hold',
  'drawing',
  'contest',
  'correction',
  'comment',
  'obligation',
] as const;

async function workOf(who: Someone, waits: 'me' | 'others' | 'all'): Promise<Row[]> {
  const reply = await web.ask(who, 'listWork', { limit: 500, waits });
  if (reply.status !== 200) throw new Error(`${waits}: ${reply.bytes}`);
  const page = bodyOf<Page>(reply);
  workAnswer.parse(page);
  expect(page.total.count).toBe(page.work.length);
  expect(Object.values(page.counts).reduce((sum, count) => sum + count, 0)).toBe(page.work.length);
  return page.work;
}

type MayOf = (href: string) => Promise<May[]>;

/** What items say that somebody may do. Each item is read once: as long as nothing is done, it says the same. */
function readingAs(who: Someone): MayOf {
  const read = new Map<string, Promise<May[]>>();
  return (href) => {
    const may = read.get(href) ?? web.send('GET', href, { as: who }).then((reply) => bodyOf<{ may?: May[] }>(reply).may ?? []);
    read.set(href, may);
    return may;
  };
}

/** What the item says of this operation on the part that the row is about. */
async function mayOf(read: MayOf, row: Row, operation: string): Promise<May | undefined> {
  // An agreement is signed as a whole, and payments are requested by tranche and sponsor.
  const isOfPart = (each: May): boolean => PARTS.every((part) => each[part] === row[part]);
  return (await read(row.href)).find((each) => each.operation === operation && isOfPart(each));
}

/** At a city that has signed, they begin what it hands in. */
const BEGIN: readonly string[] = ['beginAssessment', 'openPlan', 'openReport'];

/** The item that an act is done to, and the part of it; nothing where it begins an item. */
function aimOf({ act, of, body = {} }: Possible): { href: string; part: object } | undefined {
  const [, collection, id, parts, part, step, resolution] = requestNow(act, of).path.split('/');
  if (id === undefined || parts === undefined || BEGIN.includes(act) || ['sponsors', 'searches'].includes(collection ?? ''))
    return undefined;
  const isRequest = parts === 'payments' && part === undefined;
  const isHold = parts === 'holds' && part === undefined && 'tranche' in body && 'sponsor' in body;
  const named = {
    offers: { offer: part },
    payments: { payment: part },
    measures: { measure: Number(part) },
    questions: { question: Number(part) },
    conditions: { condition: Number(part) },
    holds: { hold: Number(part) },
    drawings: { drawing: Number(part) },
    recoveries: {
      recovery: Number(part),
      ...(resolution === undefined ? {} : { resolution: Number(resolution) }),
      ...(step === 'write-offs' && 'sponsor' in body ? { sponsor: body.sponsor } : {}),
    },
  }[parts];
  return {
    href: `/v1/${collection}/${id}${collection === 'milestones' && parts === 'draft' ? '/draft' : ''}`,
    part: isHold ? { tranche: body.tranche, sponsor: body.sponsor } : isRequest ? body : step === undefined ? {} : (named ?? {}),
  };
}

/** What every sponsor may do from a mandate of its own, or for itself. */
const ASKED_OF_ALL: readonly string[] = ['giveSecondLook', 'proposeOffer', 'askQuestion'];

/** What the item says of each possible act to a person of one role, against the published table of roles. */
async function differences(who: Someone, read: MayOf, possible: readonly Possible[], organisations: Organisations): Promise<string[]> {
  const seen = [];
  for (const one of possible) {
    const aim = aimOf(one);
    // The requester of a payment instructs it.
    if (!aim || one.act === 'instructPayment' || ASKED_OF_ALL.includes(one.act)) continue;
    const is = (await read(aim.href)).find(
      (each) => each.operation === one.act && Object.entries(aim.part).every(([name, value]) => each[name] === value),
    );
    const mayDo = who.roles.some((role) => may(one, role, who.organisation, organisations));
    if ((is?.answer === 'allowed') !== mayDo) seen.push(`${one.act} as ${who.roles} of ${who.organisation}: ${is?.answer}`);
  }
  return seen;
}

/** What a city that has signed still has ahead: the edition of its assessment that it began, and those of its reports. */
const LEFT = [
  'progress-report-to-write',
  'assessment-to-sign',
  'progress-report-to-write',
  'progress-report-to-sign',
  'assessment-to-answer',
];

/** What of the lives before has waited: time passes for it as well, and what is owed of it falls due. */
const earlier = new Set<string>();

/** Its project serves no commitment yet. */
const LEFT_OF_EXCHANGES = ['project-without-commitments'];

test.each([
  { of: 'a project', life: lifecycle, waits: WAITS_OF_PROJECT, left: [], kept: 5 },
  { of: 'a city that signs a declaration', life: lifeOfSignatory, waits: WAITS_OF_SIGNATORY, left: LEFT, kept: 5 },
  { of: 'a city that learns from another', life: lifeOfExchanges, waits: WAITS_OF_EXCHANGES, left: LEFT_OF_EXCHANGES, kept: -1 },
  // Who does the next step is of another organisation each time.
  { of: 'a request for support', life: lifeOfRequest, waits: WAITS_OF_REQUEST, left: [], kept: -1 },
])(
  'in every state of $of exactly those who must act have it in their work, and the item says that they may',
  async ({ life, waits: expected, left, kept }) => {
    const [city, lender] = [await actors.city(), await actors.sponsor()];
    const others = [await actors.city('Kawasaki'), (await actors.sponsor()).sponsor, await actors.partner()];
    const organisations = { own: [city, lender.sponsor, 'secretariat'], others };
    const before: { act: string; by: Someone }[] = [];
    const met: [string, ...string[]][] = [];
    const own = new Set<string>();
    let excluded = 0;
    const running = life({ api: system.api, actors, city, lender });
    for (let next = await running.next(); !next.done; ) {
      const { state, possible, done } = next.value;
      await settled(system.api);
      const waits: string[] = [];
      for (const organisation of [...organisations.own, ...others]) {
        for (const role of ROLES.filter((each) => KIND_OF_ROLE[each] === kindOf(organisation) && each !== 'clock.operator')) {
          const who = { person: `${role}-of-${organisation}`, organisation, roles: [role] };
          const read = readingAs(who);
          expect([state, await differences(who, read, possible, organisations)]).toEqual([state, []]);
          for (const row of await workOf(who, 'me')) {
            if (earlier.has(row.item)) continue;
            own.add(row.item);
            waits.push(`${row.kind}: ${role}`);
            expect([row.role, row.organisation, row.mine]).toEqual([role, organisation, true]);
            for (const operation of row.operations) {
              expect(ACTS[operation]).toBeDefined();
              expect([state, row.kind, operation, (await mayOf(read, row, operation))?.answer]).toEqual([
                state,
                row.kind,
                operation,
                'allowed',
              ]);
            }
          }
        }
      }
      for (const by of new Map(someOf(before).map((each) => [each.by.person, each.by])).values()) {
        const read = readingAs(by);
        for (const row of await workOf(by, 'me')) {
          // Instructed by its requester, and nobody else.
          if (row.kind === 'payment-to-instruct')
            waits.push(...before.filter((each) => each.by.person === by.person).map(({ act }) => `${row.kind}: ${act}`));
          for (const operation of row.operations)
            expect([state, row.kind, operation, (await mayOf(read, row, operation))?.answer]).toEqual([
              state,
              row.kind,
              operation,
              'allowed',
            ]);
        }
        for (const row of await workOf(by, 'others')) {
          expect(row.mine).toBe(false);
          if (!row.excluded) continue;
          excluded += 1;
          const seen = await mayOf(read, row, row.operations[0] ?? '');
          expect([state, row.kind, seen?.answer, seen?.reason?.type]).toEqual([state, row.kind, 'refused', row.excluded]);
        }
      }
      met.push([state, ...new Set(waits.toSorted())]);
      if (!done) throw new Error('the life cycle goes on by what is done');
      const reply = await attempt(web, done, done.by);
      expect([done.act, reply.status < 300 ? '' : reply.bytes.toString()]).toEqual([done.act, '']);
      before.push({ act: done.act, by: done.by });
      next = await running.next(bodyOf(reply));
    }
    expect(met).toEqual(expected);
    expect(excluded).toBeGreaterThan(kept);
    const ofOwn = (await workOf(asRole('secretariat'), 'all')).filter(
      ({ item, organisation }) => !earlier.has(item) && (organisation === city || organisation === 'secretariat'),
    );
    for (const item of own) earlier.add(item);
    expect(ofOwn.map(({ kind }) => kind).toSorted()).toEqual(left.toSorted());
  },
);
