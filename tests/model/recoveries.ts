import type { Role } from '@junkan/proto/actor.ts';
import { openOfSponsor, takenOf } from './advances.ts';
import { type Asking, cents, NOTE, needs, post } from './asking.ts';
import { onRefund } from './exchanges.ts';
import { paidBy } from './retention.ts';
import {
  type Agreement,
  daysOn,
  endOfDay,
  isInForce,
  isPaid,
  LIMIT,
  type Model,
  type Portions,
  type Project,
  type Recovery,
  type Resolution,
  type Step,
  sum,
} from './state.ts';

type Rule = Step['rules'][number];
type Claimed = { readonly asking: Asking; readonly project: Project; readonly agreement: Agreement; readonly recovery: Recovery };

const ANSWER_DAYS = 30;
const KINDS = ['ineligible', 'clawback', 'unspent'] as const;

/** What is claimed back of a project of which something is paid, and what becomes of it; nothing where there is none. */
export function recoveryStep(asking: Asking): Step | undefined {
  const { model, rng } = asking;
  const paid = model.inPlay.filter(({ agreement }) => agreement?.cells.some(isPaid));
  if (paid.length === 0) return undefined;
  const project = rng.of(paid);
  const { agreement } = project;
  if (!agreement) return undefined;
  const recovery = agreement.recoveries.at(-1);
  if (!recovery || rng.is(10)) return claim(asking, project, agreement);
  const of = { asking, project, agreement, recovery };
  const steps = recovery.status === 'claimed' ? [answer(of), decide(of, 'approve'), decide(of, 'refuse')] : resolving(of);
  return rng.of(steps);
}

function claim(asking: Asking, project: Project, agreement: Agreement): Step {
  const { rng, by, model } = asking;
  const tranche = rng.of([0, 0, 1, 2]);
  const amount = rng.of([1, 3_333, 10_000, 99_999]);
  const kind = rng.of(KINDS);
  const open = claimable(agreement, tranche, kind);
  const last = agreement.recoveries.at(-1);
  const isDone =
    last?.status === 'claimed' && last.kind === kind && last.tranche === tranche && last.amount === amount && last.claimedBy === by.person;
  return post('recovery claim', 'claimRecovery', { id: agreement.id }, asking, project, {
    body: { kind, tranche, amount: cents(amount), ...NOTE },
    isDone,
    rules: [needs(by, ['secretariat.officer']), [isInForce(agreement), 409], ...(isDone ? [] : within(amount, open))],
    effect: () => {
      const portions = kind === 'unspent' ? ofUnspent(agreement, tranche, amount, open) : apportioned(amount, open);
      const ahead = kind === 'unspent' ? takenOf(agreement, portions, tranche) : new Map<number, number>();
      agreement.recoveries.push({
        number: agreement.recoveries.length + 1,
        kind,
        tranche,
        amount,
        portions,
        ahead,
        status: 'claimed',
        claimedBy: by.person,
        answeredBy: '',
        answerDue: endOfDay(daysOn(model.now, ANSWER_DAYS)),
        decidedBy: '',
        resolutions: [],
      });
    },
  });
}

const within = (amount: number, open: Portions): Rule[] => {
  const held = sum([...open.values()]);
  return [
    [held > 0, 409],
    [held === 0 || amount <= held, 422],
  ];
};

function answer({ asking, project, agreement, recovery }: Claimed): Step {
  const { by } = asking;
  const isDone = recovery.status === 'claimed' && recovery.answeredBy === by.person;
  return post('recovery answer', 'answerRecovery', { id: agreement.id, number: recovery.number }, asking, project, {
    body: NOTE,
    isDone,
    rules: [needs(by, ['proposer.officer', 'proposer.certifier'], project.city), [recovery.status === 'claimed', 409]],
    effect: () => Object.assign(recovery, { answeredBy: by.person }),
  });
}

function decide({ asking, project, agreement, recovery }: Claimed, decision: 'approve' | 'refuse'): Step {
  const { by, model } = asking;
  const { number, status, claimedBy, answeredBy, decidedBy, answerDue } = recovery;
  const isDone = decidedBy === by.person && (decision === 'approve' ? ['pending', 'resolved'] : ['refused']).includes(status);
  const rules: Rule[] = [
    [status === 'claimed', 409],
    [![claimedBy, answeredBy].includes(by.person), 403],
    [decision === 'refuse' || answeredBy !== '' || model.now >= answerDue, 409],
  ];
  return post(
    `recovery ${decision}`,
    decision === 'approve' ? 'approveRecovery' : 'refuseRecovery',
    { id: agreement.id, number },
    asking,
    project,
    {
      body: decision === 'approve' ? {} : NOTE,
      isDone,
      rules: [needs(by, ['secretariat.approver']), ...(isDone ? [] : rules)],
      effect: () => Object.assign(recovery, { status: decision === 'approve' ? 'pending' : 'refused', decidedBy: by.person }),
    },
  );
}

function resolving(of: Claimed): Step[] {
  const { asking, recovery } = of;
  const { resolutions } = recovery;
  const said = resolutions.length > 0 ? asking.rng.of(resolutions.slice(-2)) : undefined;
  return [refund(of), eligible(of), writeOff(of), ...(said ? [confirm(of, said), confirm(of, said), object(of, said)] : [])];
}

const CONFIRMS: Readonly<Record<Resolution['kind'], Role>> = {
  refunded: 'finance.checker',
  justified: 'secretariat.approver',
  documented: 'secretariat.approver',
  'written-off': 'sponsor.approver',
  reversed: 'finance.checker',
};
/** It settles something, and is not refused. */
const isSettling = ({ kind, status }: Resolution): boolean => kind !== 'reversed' && status !== 'refused';

type Proposed = Pick<Resolution, 'kind' | 'amount' | 'sponsor'> & { readonly open: Portions };

function proposing(of: Claimed, operation: Step['operation'], role: Role, body: object, { open, ...said }: Proposed): Step {
  const { asking, project, agreement, recovery } = of;
  const { by } = asking;
  const { resolutions, status, number } = recovery;
  const last = resolutions.at(-1);
  const isDone =
    said.kind !== 'refunded' &&
    last?.status === 'proposed' &&
    last.kind === said.kind &&
    last.sponsor === said.sponsor &&
    last.amount === said.amount &&
    last.by === by.person;
  const isStanding = status === 'pending' || status === 'resolved';
  return post(`resolution ${said.kind}`, operation, { id: agreement.id, number }, asking, project, {
    body: { amount: cents(said.amount), ...body },
    isDone,
    rules: [needs(by, [role]), [isStanding, 409], ...(isDone ? [] : within(said.amount, open))],
    effect: () => {
      const portions = apportioned(said.amount, open);
      resolutions.push({
        number: resolutions.length + 1,
        ...said,
        portions,
        status: 'proposed',
        by: by.person,
        day: asking.model.now.slice(0, 10),
        firstBy: '',
        decidedBy: '',
      });
    },
  });
}

const AMOUNTS = [1, 2_000, 5_001, 60_000];

function refund(of: Claimed): Step {
  const { asking, agreement, recovery } = of;
  const bankReference = `BACK ${agreement.id.slice(-26).toUpperCase()} ${recovery.number} ${recovery.resolutions.length}`;
  const body = { bankReference, valueDate: asking.model.now.slice(0, 10), document: asking.model.advice };
  const said = { kind: 'refunded', amount: asking.rng.of(AMOUNTS), sponsor: '', open: openOf(recovery) } as const;
  return proposing(of, 'reportRefund', 'finance.maker', body, said);
}

function eligible(of: Claimed): Step {
  const { rng } = of.asking;
  const kind = rng.of(['justified', 'documented'] as const);
  const said = { kind, amount: rng.of(AMOUNTS), sponsor: '', open: openOf(of.recovery) };
  return proposing(of, 'proposeResolution', 'secretariat.officer', { kind, ...NOTE }, said);
}

function writeOff(of: Claimed): Step {
  const { asking, agreement, recovery } = of;
  const sponsor = asking.rng.of(sponsorsOf(agreement));
  const open = new Map([[sponsor, openOf(recovery).get(sponsor) ?? 0]]);
  const said = { kind: 'written-off', amount: asking.rng.of(AMOUNTS), sponsor, open } as const;
  return proposing(of, 'proposeWriteOff', 'secretariat.officer', { sponsor, ...NOTE }, said);
}

const GIVES_UP: readonly Resolution['kind'][] = ['justified', 'documented', 'written-off'];

/**
 * What a side gives up of a recovery, all of it above its limit, two of its approvers confirm: the secretariat, or a sponsor what it writes off. A sponsor that has a
 * limit in another currency alone has one of zero in dollars.
 */
function isLimited({ sponsors }: Model, { resolutions }: Recovery, resolution: Resolution): boolean {
  if (!GIVES_UP.includes(resolution.kind)) return false;
  const { limit, currency } = sponsors.find(({ sponsor }) => sponsor === resolution.sponsor) ?? { limit: LIMIT, currency: 'USD' };
  const own = resolutions.filter(
    (each) => GIVES_UP.includes(each.kind) && each.status !== 'refused' && each.sponsor === resolution.sponsor,
  );
  return limit !== undefined && sum(own.map(({ amount }) => amount)) > (currency === 'JPY' ? 0 : limit);
}

function confirm(of: Claimed, resolution: Resolution): Step {
  const { recovery } = of;
  if (isLimited(of.asking.model, recovery, resolution) && resolution.firstBy === '')
    return deciding(of, resolution, 'proposed', () => undefined);
  return deciding(of, resolution, 'confirmed', () => {
    resolution.exchange = onRefund(of.asking.model, resolution);
    const undone = undoneBy(recovery, resolution);
    if (undone) Object.assign(undone, { status: 'refused', decidedBy: resolution.decidedBy, exchange: undefined });
    const settled = recovery.resolutions.filter((each) => isSettling(each) && each.status === 'confirmed');
    recovery.status = recovery.amount === sum(settled.map(({ amount }) => amount)) ? 'resolved' : 'pending';
  });
}

/** The refund that it takes back, if it is one that is. */
const undoneBy = ({ resolutions }: Recovery, { undoes }: Resolution): Resolution | undefined =>
  resolutions.find(({ number }) => number === undoes);

const object = (of: Claimed, resolution: Resolution): Step =>
  resolution.kind === 'refunded' && resolution.status === 'confirmed'
    ? doubt(of, resolution)
    : deciding(of, resolution, 'refused', () => undefined);

/** One person says that a refund was confirmed by mistake. */
function doubt({ asking, project, agreement, recovery }: Claimed, { number: undoes, amount, portions, by: refundedBy }: Resolution): Step {
  const { by, model } = asking;
  const { resolutions } = recovery;
  const said = resolutions.find((each) => each.undoes === undoes && each.status === 'proposed');
  const isDone = said?.by === by.person;
  const rules: Rule[] = [
    [![recovery.claimedBy, recovery.answeredBy, refundedBy].includes(by.person), 403],
    [said === undefined, 409],
  ];
  const of = { id: agreement.id, number: recovery.number, resolution: String(undoes) };
  return post('refund doubted', 'refuseResolution', of, asking, project, {
    body: NOTE,
    isDone,
    rules: [needs(by, ['finance.checker']), ...(isDone ? [] : rules)],
    effect: () => {
      const facts = { kind: 'reversed', undoes, amount, portions, sponsor: '', status: 'proposed', by: by.person } as const;
      resolutions.push({ number: resolutions.length + 1, ...facts, day: model.now.slice(0, 10), firstBy: '', decidedBy: '' });
    },
  });
}

function deciding(
  { asking, project, agreement, recovery }: Claimed,
  resolution: Resolution,
  /** `proposed`: the first of two confirmations. */
  to: 'proposed' | 'confirmed' | 'refused',
  after: () => void,
): Step {
  const { by } = asking;
  const { kind, status, sponsor } = resolution;
  const isFirst = to !== 'refused' && status !== 'refused' && resolution.firstBy === by.person;
  const isDone = isFirst || (to !== 'proposed' && status === to && resolution.decidedBy === by.person);
  const rules: Rule[] = [
    [status === 'proposed', 409],
    [![resolution.by, recovery.claimedBy, recovery.answeredBy, undoneBy(recovery, resolution)?.by].includes(by.person), 403],
  ];
  const of = { id: agreement.id, number: recovery.number, resolution: String(resolution.number) };
  return post(
    `resolution ${to === 'proposed' ? 'confirmed first' : to}`,
    to === 'refused' ? 'refuseResolution' : 'confirmResolution',
    of,
    asking,
    project,
    {
      body: to === 'refused' ? NOTE : {},
      isDone,
      rules: [needs(by, [CONFIRMS[kind]], sponsor || 'secretariat'), ...(isDone ? [] : rules)],
      effect: () => {
        Object.assign(resolution, to === 'proposed' ? { firstBy: by.person } : { status: to, decidedBy: by.person });
        after();
      },
    },
  );
}

const sponsorsOf = ({ cells }: Agreement): string[] => [...new Set(cells.map(({ sponsor }) => sponsor))];

/** What was paid and is not claimed, by sponsor; what was found eligible after all is not claimed any more. */
export function claimable(agreement: Agreement, tranche: number, kind: Recovery['kind']): Portions {
  const left = (sponsor: string, of: number): number => {
    const claims = agreement.recoveries.filter((each) => each.status !== 'refused' && (of === 0 || each.tranche === of));
    const eligibleAgain = claims.flatMap(({ resolutions }) =>
      resolutions.filter(({ status, kind }) => status === 'confirmed' && (kind === 'justified' || kind === 'documented')),
    );
    const portionIn = (all: readonly { readonly portions: Portions }[]): number =>
      sum(all.map(({ portions }) => portions.get(sponsor) ?? 0));
    // Of what is open of advances nobody knows yet whether it was spent.
    const open = kind === 'unspent' ? 0 : openOfSponsor(agreement, sponsor, of);
    return paidBy(agreement, sponsor, of) - open - portionIn(claims) + portionIn(eligibleAgain);
  };
  return new Map(sponsorsOf(agreement).map((sponsor) => [sponsor, Math.min(left(sponsor, 0), left(sponsor, tranche))]));
}

/** What nobody has said to be settled, by sponsor. */
const openOf = ({ portions, resolutions }: Recovery): Portions =>
  new Map(
    [...portions].map(([sponsor, amount]) => [
      sponsor,
      amount - sum(resolutions.filter(isSettling).map((each) => each.portions.get(sponsor) ?? 0)),
    ]),
  );

/** Of those who paid ahead as far as that is open, and only then of all. */
function ofUnspent(agreement: Agreement, tranche: number, amount: number, open: Portions): Portions {
  const ahead = new Map([...open].map(([sponsor, held]) => [sponsor, Math.min(held, openOfSponsor(agreement, sponsor, tranche))]));
  const rest = new Map([...open].map(([sponsor, held]) => [sponsor, held - (ahead.get(sponsor) ?? 0)]));
  const first = Math.min(amount, sum([...ahead.values()]));
  const [one, two] = [first > 0 ? apportioned(first, ahead) : new Map(), amount > first ? apportioned(amount - first, rest) : new Map()];
  const both = [...open.keys()].map((sponsor) => [sponsor, (one.get(sponsor) ?? 0) + (two.get(sponsor) ?? 0)] as const);
  return new Map(both.filter(([, portion]) => portion > 0));
}

/** In proportion to what each has, by the largest remainders; the first of equal ones. */
export function apportioned(amount: number, held: Portions): Portions {
  const all = sum([...held.values()]);
  const exact = [...held].map(([sponsor, weight], at) => ({
    sponsor,
    at,
    floor: Math.floor((amount * weight) / all),
    remainder: (amount * weight) % all,
  }));
  const missing = amount - sum(exact.map(({ floor }) => floor));
  const raised = new Set(
    exact
      .toSorted((a, b) => b.remainder - a.remainder || a.at - b.at)
      .slice(0, missing)
      .map(({ sponsor }) => sponsor),
  );
  const parts = exact.map(({ sponsor, floor }): [string, number] => [sponsor, floor + (raised.has(sponsor) ? 1 : 0)]);
  return new Map(parts.filter(([, part]) => part > 0));
}
