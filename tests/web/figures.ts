import { moneyText } from '@junkan/kit/money-text.ts';
import type { Money } from '@junkan/kit/pure/money.ts';
import type { Commit } from '@junkan/kit/store/commit.ts';
import { CONTEXT_NAMES } from '@junkan/proto/programs.ts';
import type { Site } from '../site.ts';
import { inCash } from './cash-figures.ts';
import { filed } from './file-figures.ts';
import { limited, posted } from './ledger-figures.ts';
import { published } from './public-figures.ts';
import { recovered } from './recovery-figures.ts';
import { stated } from './statement-figures.ts';
import { type Data, type Event, type Planned, Sums } from './sums.ts';

/** Every sum that a screen may name, by the name that the screen gives it: `agr_…/paid` is `USD 18000000.00`. */
export type Figures = ReadonlyMap<string, string>;

async function eventsOf(site: Site): Promise<Event[]> {
  const contexts = await Promise.all(CONTEXT_NAMES.map((context) => site.database(context).collection<Commit>('commits').find().toArray()));
  return contexts.flatMap((commits) =>
    commits
      .toSorted((a, b) => (a.stream === b.stream ? Number(a.from) - Number(b.from) : a.stream < b.stream ? -1 : 1))
      .flatMap(({ stream, at, events }) => events.map(({ type, data }) => ({ type, stream, at: String(at), data: data as Data }))),
  );
}

const ENDED = ['ProjectDeclaredIneligible', 'ProjectLeftUnfunded', 'ProjectRefused', 'ProjectWithdrawn', 'ImplementationStarted'];
const TAKEN_BACK = ['OfferDeclined', 'OfferRetracted', 'OfferExpired', 'OfferWithdrawn', 'OfferRejected'];
const STEP_OF: Readonly<Record<string, string>> = {
  PaymentRequested: 'requested',
  PaymentApproved: 'approved',
  PaymentInstructed: 'instructed',
  PaymentSettlementReported: 'settlement-reported',
  PaymentSettled: 'settled',
};
const CERTAINTIES: Readonly<Record<string, string>> = { undisbursed: 'committed', payable: 'in-payment' };

/** What is known of the whole while the events go by. */
type World = {
  readonly sums: Sums;
  readonly proposerOf: Map<string, string>;
  readonly roundOf: Map<string, string>;
  readonly offers: Map<string, { readonly funding: string; readonly sponsor: string; amount: Money; isAccepted: boolean; isOver: boolean }>;
  readonly agreements: Map<string, Data>;
  /** Of projects, and of their rounds: what is planned to be paid, and after how many months. */
  readonly plans: Map<string, readonly Planned[]>;
  /** Projects that are public and seek money still. */
  readonly seeking: Set<string>;
};

/** Folds every sum that screens show from the events alone, with none of the code that the services fold it with. */
export async function figuresOf(site: Site): Promise<Figures> {
  const world: World = {
    sums: new Sums(),
    proposerOf: new Map(),
    roundOf: new Map(),
    offers: new Map(),
    agreements: new Map(),
    plans: new Map(),
    seeking: new Set(),
  };
  const events = await eventsOf(site);
  // What is agreed on is known before what is done under it.
  for (const event of events) proposals(world, event);
  for (const event of events) rounds(world, event);
  for (const event of events) called(world, event);
  for (const event of events) budgets(world, event);
  for (const event of events) agreed(world, event);
  for (const event of events) paid(world, event);
  for (const event of events) recovered(world.sums, event);
  left(world.sums);
  totals(world);
  published(world.sums, events);
  posted(world.sums, events);
  limited(world.sums, events);
  filed(world.sums, events);
  stated(world.sums, events);
  inCash(world.sums, events);
  return new Map([...world.sums.of].map(([name, money]) => [name, textOf(money)]));
}

function textOf(money: Money): string {
  const { amount, currency } = moneyText(money);
  return `${currency} ${amount}`;
}

function proposals({ sums, proposerOf, plans, seeking }: World, { type, stream, data }: Event): void {
  if (data.proposer && stream.startsWith('prj_')) proposerOf.set(stream, data.proposer);
  if (type === 'ProjectSubmitted') seeking.add(stream);
  if (ENDED.includes(type)) seeking.delete(stream);
  const { proposal } = data;
  if (!proposal) return;
  sums.set(`${stream}/target`, proposal.target);
  sums.set(`${stream}/cost`, proposal.cost);
  sums.set(`${stream}/own`, proposal.ownContribution);
  plans.set(stream, proposal.milestones ?? []);
  for (const { number, amount } of proposal.milestones ?? []) sums.set(`${stream}/plan/${number}`, amount);
}

/** What there is for all that a call selects, what one may ask for, and what each answer asks for. */
function called({ sums }: World, { stream, data }: Event): void {
  const { content, amount } = data;
  if (stream.startsWith('cal_') && content)
    for (const of of ['available', 'least', 'greatest'] as const) sums.set(`${stream}/${of}`, content[of]);
  if (stream.startsWith('ans_') && amount) sums.set(`${stream}/amount`, amount);
}

/** In proportion to what is planned, each part divided by 1.05 to the power of its years. */
function worthOf({ amount }: Money, plan: readonly Planned[]): bigint {
  const whole = plan.reduce((sum, each) => sum + Number(each.amount.amount), 0);
  const parts = plan.map((each) => ((Number(amount) * Number(each.amount.amount)) / whole) * 1.05 ** (-each.monthsAfterEffective / 12));
  return BigInt(Math.round(parts.reduce((sum, part) => sum + part, 0)));
}

function rounds({ sums, roundOf, offers, plans }: World, { type, stream, data }: Event): void {
  if (type === 'MandatePublished' || type === 'MandateRevised')
    for (const [name, value] of Object.entries(data.terms ?? {}))
      if (isMoney(value)) for (const of of [stream, `${stream}/${data.revision ?? 1}`]) sums.set(`${of}/${name}`, value);
  if (type === 'FundingOpened' && data.target) {
    roundOf.set(data.project ?? '', stream);
    plans.set(stream, plans.get(data.project ?? '') ?? []);
    sums.set(`${stream}/target`, data.target);
    sums.set(`${stream}/minimumClose`, data.minimumClose);
    sums.set(`${stream}/accepted`, { ...data.target, amount: 0n });
  }
  const id = data.offer ?? '';
  if (stream.startsWith('fnd_')) sums.set(`${id}/conversion`, data.conversion?.amount);
  if (data.amount && id !== '' && stream.startsWith('fnd_')) {
    sums.set(`${id}/amount`, data.amount);
    sums.set(`${id}/versions/${String(data.terms)}`, data.amount);
    // A grant costs nothing, and is worth today what comes by the plan, discounted; what a loan costs is held to published examples.
    if (data.financing?.instrument === 'grant') {
      sums.set(`${id}/nominalCost`, { ...data.amount, amount: 0n });
      sums.set(`${id}/presentCost`, { ...data.amount, amount: -worthOf(data.amount, plans.get(stream) ?? []) });
    }
    const before = offers.get(id);
    offers.set(id, {
      funding: stream,
      sponsor: data.sponsor ?? before?.sponsor ?? '',
      amount: data.amount,
      isAccepted: false,
      isOver: false,
    });
  }
  const offer = offers.get(id);
  if (!offer) return;
  if (type === 'OfferAccepted') {
    offer.isAccepted = true;
    sums.add(`${stream}/accepted`, offer.amount);
  }
  if (TAKEN_BACK.includes(type)) {
    if (offer.isAccepted) sums.add(`${stream}/accepted`, offer.amount, -1n);
    offer.isOver = true;
  }
}

const isMoney = (value: unknown): value is Money => typeof value === 'object' && value !== null && 'currency' in value;

/** What each event adds to what a budget holds reserved, committed and left, once for each unit of its amount. */
const HELD: Readonly<Record<string, readonly [reserved: bigint, committed: bigint]>> = {
  BudgetReserved: [1n, 0n],
  OfferReleased: [-1n, 0n],
  OfferCommitted: [-1n, 1n],
  CommitmentReturned: [0n, -1n],
  CommitmentIncreased: [0n, 1n],
};

function budgets({ sums }: World, { type, stream, data }: Event): void {
  if (type === 'EnvelopeOpened' && data.total) {
    for (const name of ['total', 'left']) sums.set(`${stream}/${name}`, data.total);
    for (const name of ['reserved', 'committed']) sums.set(`${stream}/${name}`, { ...data.total, amount: 0n });
  }
  const [reserved, committed] = HELD[type] ?? [0n, 0n];
  if (!data.amount || !stream.startsWith('env_')) return;
  sums.add(`${stream}/reserved`, data.amount, reserved);
  sums.add(`${stream}/committed`, data.amount, committed);
  sums.add(`${stream}/left`, data.amount, -reserved - committed);
}

function agreed({ sums, agreements }: World, { type, stream, data }: Event): void {
  if (type === 'AgreementDrafted') {
    agreements.set(stream, data);
    for (const { offer, conversion } of data.conversions ?? []) sums.set(`${stream}/conversions/${offer}`, conversion.amount);
    for (const key of [...sums.of.keys()].filter((each) => each.startsWith(`${stream}/cells`))) sums.of.delete(key);
    for (const { sponsor, amount } of data.shares ?? []) sums.set(`${stream}/shares/${sponsor}`, amount);
    for (const { number, amount } of data.tranches ?? []) sums.set(`${stream}/tranches/${number}`, amount);
    for (const { tranche, sponsor, amount, payment } of data.cells ?? []) {
      sums.set(`${stream}/cells/${tranche}/${sponsor}`, amount);
      for (const sum of ['cells', `cells/${tranche}`, `cells/${sponsor}`]) sums.add(`${stream}/${sum}`, amount);
      sums.set(`${payment}/amount`, amount);
      sums.set(`${stream}/paid`, { ...amount, amount: 0n });
    }
  }
  if (type !== 'MilestoneBegun' || !data.amount) return;
  for (const name of ['amount', 'planned', 'payable']) sums.set(`${stream}/${name}`, data.amount);
  for (const name of ['planned', 'payable']) sums.add(`${data.project}/${name}`, data.amount);
}

function paid({ sums, agreements }: World, { type, stream, data, at }: Event): void {
  const milestone = sums.of.get(`${stream}/amount`);
  if (type === 'MilestoneBegun') begun(sums, stream, data, agreements.get(data.agreement ?? ''));
  if (type === 'MilestoneReportSubmitted') sums.set(`reported/${at}`, milestone);
  if (type === 'MilestoneVerified' && milestone) {
    const payable = { ...milestone, amount: (milestone.amount * BigInt(data.payableBasisPoints ?? 0)) / 10_000n };
    sums.set(`${stream}/payable`, payable);
    sums.set(`verified/${at}`, payable);
  }
  const step = STEP_OF[type];
  if (step) sums.set(`${step}/${data.payment}`, sums.of.get(`${data.payment}/amount`));
  for (const { account, money } of data.entry?.postings ?? []) {
    if (type !== 'AgreementBecameEffective') sums.add(`${data.entry?.id}/${account}`, money);
    // sponsor/<id>/commitment, agreement/<id>/<undisbursed or payable>/<sponsor>, proposer/<id>/received
    const [kind = '', id = '', what = '', sponsor = ''] = account.split('/');
    const certainty = kind === 'proposer' ? 'settled' : CERTAINTIES[what];
    // What was paid stays paid, also where it has to come back.
    if (certainty === undefined || data.recovery !== undefined) continue;
    const party = kind === 'proposer' ? id : (agreements.get(id)?.proposer ?? '');
    for (const whose of ['public', party]) sums.add(`${whose}/totals/${money.currency}/${certainty}`, money);
    if (sponsor !== '') sums.add(`${sponsor}/totals/${money.currency}/${certainty}`, money);
  }
  if (type === 'PaymentSettled') {
    sums.set(`${data.payment}/debited`, data.debited);
    const amount = sums.of.get(`${data.payment}/amount`);
    const cell = agreements.get(stream)?.cells?.find(({ payment }) => payment === data.payment);
    if (!amount || !cell) return;
    sums.add(`${stream}/paid`, amount);
    sums.add(`${data.milestone}/paid`, amount);
    sums.add(`${cell.sponsor}/totals/${amount.currency}/settled`, amount);
  }
}

/** What of a milestone that was judged is still to be paid; of none of these is anything kept. */
function left(sums: Sums): void {
  for (const [name, payable] of sums.of) {
    const milestone = /^(mst_.*)\/payable$/.exec(name)?.[1];
    if (milestone) sums.set(`${milestone}/left`, { ...payable, amount: payable.amount - (sums.of.get(`${milestone}/paid`)?.amount ?? 0n) });
  }
}

/** What a milestone is of its agreement: its part of each share, and of the entry by which the agreement became effective. */
function begun(sums: Sums, milestone: string, { agreement = '', number }: Data, drafted: Data | undefined): void {
  for (const { tranche, sponsor, amount, payment } of drafted?.cells ?? []) {
    if (tranche !== number) continue;
    sums.set(`committed/${payment}`, amount);
    const entry = `${agreement}/effective/${milestone}`;
    sums.set(`${entry}/agreement/${agreement}/undisbursed/${sponsor}`, amount);
    sums.set(`${entry}/sponsor/${sponsor}/commitment`, { ...amount, amount: -BigInt(amount.amount) });
  }
}

/** What is not in the journal yet: what is sought, and what was accepted without an agreement that is in force. */
function totals({ sums, proposerOf, roundOf, offers, seeking }: World): void {
  for (const project of seeking) {
    const target = sums.of.get(`${project}/target`);
    if (!target) continue;
    const round = roundOf.get(project) ?? '';
    const accepted = sums.of.get(`${round}/accepted`) ?? { ...target, amount: 0n };
    if (round !== '') sums.set(`${round}/gap`, { ...target, amount: target.amount - accepted.amount });
    for (const whose of ['public', proposerOf.get(project)]) {
      sums.add(`${whose}/totals/${target.currency}/sought`, { ...target, amount: target.amount - accepted.amount });
      sums.add(`${whose}/totals/${target.currency}/accepted`, accepted);
    }
    for (const { funding, sponsor, amount, isAccepted, isOver } of offers.values())
      if (funding === round && !isOver) sums.add(`${sponsor}/totals/${amount.currency}/${isAccepted ? 'accepted' : 'offered'}`, amount);
  }
}

/** The money of an organisation of one country or theme: in what is shown all of its projects are of the same ones. */
export const figureOfCut = (figures: Figures, cut: string, organisation: string, currency: string): string | undefined =>
  figures.get(`${organisation}/totals/${currency}/${cut.split('/').at(-1)}`);

/**
 * What a task is about, of whose items its name gives the last: a payment, an offer, a milestone, a project, or somebody's share of an
 * agreement.
 */
export function figureOfTask(figures: Figures, task: string, organisation: string): string | undefined {
  const item = /[a-z]{3}_[0-9a-z]+/g[Symbol.match](task)?.findLast((each) => !each.startsWith('spo_')) ?? '';
  if (item.startsWith('stm_')) return figures.get(`${item}/${task.split('/')[1]}`);
  if (item.startsWith('agr_')) return figures.get(`${item}/shares/${organisation}`);
  return figures.get(`${item}/${item.startsWith('prj_') ? 'target' : 'amount'}`);
}
