import { requestOf, type Schemas } from '@junkan/client/operations.ts';
import { ACTS } from '@junkan/gateway/acts.ts';
import { work as workAnswer } from '@junkan/gateway/answers/work.ts';
import { KIND_OF_ROLE, kindOf, ROLES } from '@junkan/proto/actor.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { expect, test } from 'vitest';
import { lifecycle } from '../authority/lifecycle.ts';
import { attempt, may, type Organisations } from '../authority/matrix.ts';
import { asRole, type Possible, someOf } from '../authority/moments.ts';
import { bodyOf, type Someone } from '../http.ts';
import { openSystem } from '../open-system.ts';

const { system, actors, web } = await openSystem();

type Row = Schemas['Work'];
type Page = { readonly work: Row[]; readonly total: { readonly count: number }; readonly counts: Readonly<Record<string, number>> };
type May = { operation: string; answer: string; reason?: { type: string } } & { readonly [name: string]: unknown };

const PARTS = ['offer', 'payment', 'measure', 'tranche', 'sponsor', 'question', 'recovery', 'resolution', 'hold', 'drawing'] as const;

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

/** The item that an act is done to, and the part of it; nothing where it begins an item. */
function aimOf({ act, of, body = {} }: Possible): { href: string; part: object } | undefined {
  const [, collection, id, parts, part, step, resolution] = requestOf(act, of).path.split('/');
  if (id === undefined || parts === undefined || ['sponsors', 'searches'].includes(collection ?? '')) return undefined;
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
    href: `/v1/${collection}/${id}${parts === 'draft' ? '/draft' : ''}`,
    part: isHold ? { tranche: body.tranche, sponsor: body.sponsor } : isRequest ? body : step === undefined ? {} : (named ?? {}),
  };
}

/** What every sponsor may do from a mandate of its own, or for itself. */
const ASKED_OF_ALL: readonly string[] = ['proposeOffer', 'askQuestion'];

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

const [OFFICER, VERIFIER, APPROVER] = ['secretariat.officer', 'secretariat.verifier', 'secretariat.approver'];
const [CITY, MAKER, CHECKER] = ['proposer.officer', 'finance.maker', 'finance.checker'];
const APPROVALS = ['offer-to-approve: sponsor.approver', `project-to-approve: ${APPROVER}`];
/** Until the bank has answered it. */
const SENT = `payment-file-to-be-answered: ${MAKER}`;
const [DECIDES, REPORTS] = [`entries-to-decide: ${MAKER}`, `payment-to-report: ${MAKER}`];
const [CLOSES, RESOLVES] = [`closure-to-propose: ${OFFICER}`, `recovery-to-resolve: ${MAKER}`];
const [ANSWERS, MEETS] = ['modification-to-answer: sponsor.officer', `condition-to-report: ${CITY}`];
const DRAFTED = `proposal-to-submit: ${CITY}`;
/** At each moment of a project's life cycle: what waits, and for whom. */
const WAITS: readonly (readonly [state: string, ...waits: string[]])[] = [
  ['nothing'],
  ['guaranteed', DRAFTED],
  ['guarantee called', 'drawing-to-answer: sponsor.approver', DRAFTED],
  ['call accepted', `claim-to-report: ${MAKER}`, DRAFTED],
  ['claim reported', `claim-to-confirm: ${CHECKER}`, DRAFTED],
  ['call accepted', `claim-to-report: ${MAKER}`, DRAFTED],
  ['claim reported', `claim-to-confirm: ${CHECKER}`, DRAFTED],
  ['guaranteed', DRAFTED],
  ['receipt recorded', 'drawing-to-answer: sponsor.approver', DRAFTED],
  ['draft', DRAFTED],
  ['draft', DRAFTED],
  ['submitted', `screening: ${OFFICER}`],
  ['more-information-required', `information-asked: ${CITY}`],
  ['submitted', `screening: ${OFFICER}`],
  ['eligible', `project-to-open: ${OFFICER}`],
  ['open'],
  ['asked', `question-to-answer: ${CITY}`],
  ['open'],
  ['live', `offer-to-answer: ${CITY}`],
  ['countered', 'counter-offer-to-answer: sponsor.officer'],
  ['funded', ...APPROVALS],
  ['under review', `due-diligence: ${VERIFIER}`, ...APPROVALS],
  ['cleared', ...APPROVALS],
  ['funded', ...APPROVALS],
  ['funded', `project-to-approve: ${APPROVER}`],
  ['drafted', 'signature: proposer.certifier', 'signature: sponsor.approver'],
  ['drafted', 'signature: sponsor.approver'],
  ['in force', MEETS],
  ['suspension proposed', MEETS, `modification-to-answer: ${CITY}`, ANSWERS, `modification-to-approve: ${APPROVER}`],
  ['suspension answered', MEETS, ANSWERS, `modification-to-approve: ${APPROVER}`],
  ['in force', MEETS],
  ['resumption proposed', MEETS, `modification-to-approve: ${APPROVER}`],
  ['in force', MEETS],
  ['condition reported', 'condition-to-confirm: sponsor.approver'],
  ['scheduled'],
  ['advance asked', `advance-to-request: ${MAKER}`],
  ['advance requested', `payment-to-approve: ${CHECKER}`],
  ['advance approved', 'payment-to-instruct: requestAdvance'],
  ['advance instructed', REPORTS],
  ['advance reported', `payment-to-confirm: ${CHECKER}`],
  ['advance paid', `expenditure-to-submit: ${CITY}`],
  ['expenditure stated', `expenditure-to-verify: ${VERIFIER}`],
  ['scheduled'],
  ['on hold', `hold-to-release: ${CHECKER}`, `hold-to-release: ${APPROVER}`],
  ['scheduled'],
  ['on hold by its sponsor', 'hold-to-release: sponsor.approver'],
  ['scheduled'],
  ['waiver proposed', `waiver-to-decide: ${APPROVER}`],
  ['budget committed'],
  ['increase proposed', 'increase-to-confirm: sponsor.approver'],
  ['increase refused'],
  ['increase proposed', 'increase-to-confirm: sponsor.approver'],
  ['due', `report-due: ${CITY}`],
  ['submitted', `report-to-verify: ${VERIFIER}`],
  ['returned', `report-returned: ${CITY}`],
  ['written', `report-returned: ${CITY}`],
  ['at the certifier', 'report-to-sign: proposer.certifier'],
  ['returned by the certifier', `draft-returned: ${CITY}`, `report-returned: ${CITY}`],
  ['at the certifier', 'report-to-sign: proposer.certifier'],
  ['submitted', `report-to-verify: ${VERIFIER}`],
  ['verified', `payment-to-request: ${MAKER}`],
  ['part requested', `payment-to-approve: ${CHECKER}`],
  ['part approved', 'payment-to-instruct: requestPartPayment'],
  ['part instructed', REPORTS],
  ['part reported', `payment-to-confirm: ${CHECKER}`],
  ['paid in part', `payment-to-request: ${MAKER}`],
  ['requested', `payment-to-approve: ${CHECKER}`],
  ['approved', 'payment-to-instruct: requestPayment'],
  ['in a file', `payment-file-to-approve: ${CHECKER}`],
  ['in an approved file', `payment-file-to-send: ${MAKER}`],
  ['file rejected by the bank', SENT, REPORTS],
  ['failure reported', `payment-file-failures-to-confirm: ${CHECKER}`],
  ['failed', `payment-to-request: ${MAKER}`],
  ['requested again', `payment-to-approve: ${CHECKER}`],
  [
    'approved again',
    ...['makePaymentFile', 'rejectRemainingTransfers', 'requestPayment', 'sendPaymentFile'].map((act) => `payment-to-instruct: ${act}`),
  ],
  ['instructed', REPORTS],
  ['settlement reported', `payment-to-confirm: ${CHECKER}`],
  ['statement imported', DECIDES, REPORTS, 'statement-owner-to-name: finance.maker'],
  ['owner named', DECIDES, REPORTS, `statement-owner-to-confirm: ${CHECKER}`],
  ['owner refused', DECIDES, REPORTS, 'statement-owner-to-name: finance.maker'],
  ['owner named again', DECIDES, REPORTS, `statement-owner-to-confirm: ${CHECKER}`],
  ['owner confirmed', DECIDES, REPORTS],
  ['entry held', DECIDES, REPORTS],
  ['entry ignored', DECIDES, REPORTS, `statement-to-confirm: ${CHECKER}`],
  ['dismissal refused', DECIDES, REPORTS],
  ['entry charged', DECIDES, REPORTS, `statement-to-confirm: ${CHECKER}`],
  ['charge refused', DECIDES, REPORTS],
  ['entry explained', DECIDES, REPORTS, `statement-to-confirm: ${CHECKER}`],
  ['explanation refused', DECIDES, REPORTS],
  ['entry ignored again', DECIDES, REPORTS, `statement-to-confirm: ${CHECKER}`],
  ['entry left aside', DECIDES, REPORTS],
  ['entry linked', `payment-to-confirm: ${CHECKER}`, `statement-to-confirm: ${CHECKER}`],
  ['settled', `retention-to-release: ${MAKER}`],
  ['return reported', `payment-to-confirm: ${CHECKER}`],
  ['settled still', `retention-to-release: ${MAKER}`],
  ['return reported again', `payment-to-confirm: ${CHECKER}`],
  ['returned', `payment-to-request: ${MAKER}`],
  ['mistake reported', `payment-to-confirm: ${CHECKER}`],
  ['retained', `retention-to-release: ${MAKER}`],
  ['release requested', `payment-to-approve: ${CHECKER}`],
  // The person who has asked for it has taken those steps as well.
  [
    'release approved',
    ...[
      'instructPayment',
      'makePaymentFile',
      'rejectRemainingTransfers',
      'requestPayment',
      'requestRelease',
      'sendPaymentFile',
      'settlePayment',
    ].map((act) => `payment-to-instruct: ${act}`),
  ],
  ['release instructed', REPORTS],
  ['release reported', `payment-to-confirm: ${CHECKER}`],
  ['paid', CLOSES],
  ['claimed back', `recovery-to-answer: ${CITY}`, `recovery-to-decide: ${APPROVER}`],
  ['claim answered', `recovery-to-decide: ${APPROVER}`],
  ['to come back', RESOLVES],
  ['write-off proposed', RESOLVES, 'resolution-to-decide: sponsor.approver'],
  ['to come back', RESOLVES],
  ['refund reported', `resolution-to-decide: ${CHECKER}`],
  ['refunded', CLOSES],
  ['refund doubted', `resolution-to-decide: ${CHECKER}`],
  ['completed', CLOSES],
  ['closure proposed', `closure-to-decide: ${APPROVER}`],
  ['nothing'],
  ['account named', 'bank-account-to-confirm: proposer.certifier'],
  ['account confirmed'],
  ['nothing'],
  ['account named', 'bank-account-to-confirm: sponsor.approver'],
  ['account confirmed'],
  ['nothing'],
  ['rates entered', `rates-to-confirm: ${CHECKER}`],
  ['rates refused'],
  ['rates entered again', `rates-to-confirm: ${CHECKER}`],
  ['nothing'],
  ['closing proposed', `period-to-close: ${CHECKER}`],
  ['closing refused'],
  ['closing proposed again', `period-to-close: ${CHECKER}`],
  ['gap open', `gap-to-explain: ${MAKER}`],
  ['gap explained', `gap-to-confirm: ${CHECKER}`],
  ['gap open again', `gap-to-explain: ${MAKER}`],
  ['gap explained again', `gap-to-confirm: ${CHECKER}`],
  ['nothing'],
  ['limits proposed', 'limits-to-approve: sponsor.approver'],
  ['limits refused'],
  ['limits proposed', 'limits-to-approve: sponsor.approver'],
  ['nothing'],
  ['limits proposed', `limits-to-approve: ${CHECKER}`],
  ['limits refused'],
  ['limits proposed', `limits-to-approve: ${CHECKER}`],
  ['nothing'],
  ['budget open'],
  ['end proposed', 'envelope-end-to-confirm: sponsor.approver'],
  ['end refused'],
  ['end proposed', 'envelope-end-to-confirm: sponsor.approver'],
  ['nothing'],
  ['role delegated', 'delegation-to-confirm: proposer.certifier'],
  ['delegation ended'],
  ['role delegated', 'delegation-to-confirm: proposer.certifier'],
  ['delegation confirmed'],
  ['nothing'],
  ['role delegated', 'delegation-to-confirm: sponsor.approver'],
  ['delegation ended'],
  ['role delegated', 'delegation-to-confirm: sponsor.approver'],
  ['delegation confirmed'],
  ['nothing'],
  ['role delegated', `delegation-to-confirm: ${CHECKER}`, `delegation-to-confirm: ${APPROVER}`],
  ['delegation ended'],
  ['role delegated', `delegation-to-confirm: ${CHECKER}`, `delegation-to-confirm: ${APPROVER}`],
  ['delegation confirmed'],
  ['paid before its rates', `exchange-to-book: ${MAKER}`],
  ['refunded before its rates', `exchange-to-book: ${MAKER}`],
  ['registered'],
  ['change proposed', `change-to-confirm: ${APPROVER}`],
  ['change refused'],
  ['change proposed', `change-to-confirm: ${APPROVER}`],
  ['registered'],
  ['change proposed', `change-to-confirm: ${APPROVER}`],
  ['change refused'],
  ['change proposed', `change-to-confirm: ${APPROVER}`],
];

test('from draft to close exactly those who must act have it in their work, and the item says that they may', async () => {
  const [city, lender] = [await actors.city(), await actors.sponsor()];
  const others = [await actors.city('Kawasaki'), (await actors.sponsor()).sponsor];
  const organisations = { own: [city, lender.sponsor, 'secretariat'], others };
  const before: { act: string; by: Someone }[] = [];
  const met: [string, ...string[]][] = [];
  let excluded = 0;
  const running = lifecycle({ api: system.api, actors, city, lender });
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
  expect(met).toEqual(WAITS);
  expect(excluded).toBeGreaterThan(20);
  expect((await workOf(asRole('secretariat'), 'all')).map(({ kind }) => kind)).toEqual([]);
});
