import { type Api, auditor } from '@junkan/scripts/main-job/api.ts';
import { isOwedOf, openOf, statusOf } from './advances.ts';
import { endsIn, endsOf } from './budget-ends.ts';
import { bookingsOf, exchangesIn, exchangesOf } from './exchanges.ts';
import { heldOf, paymentsOf } from './retention.ts';
import * as believed from './state.ts';

/** What the API says of a project, in the words of the model. */
export async function seenOf(api: Api, { id }: believed.Project) {
  const project = await api.as(auditor).getProject({ id });
  // A long walk opens one project to sponsors more often than a page has places.
  const fundings = await Array.fromAsync(api.as(auditor).each('listFundings', { id }));
  const newest = fundings.toSorted((a, b) => b.round - a.round)[0];
  const funding = newest && (await api.as(auditor).getFunding({ id: newest.id }));
  const agreements = await Array.fromAsync(api.as(auditor).each('listAgreements', { project: id }));
  const last = agreements.toSorted((a, b) => b.round - a.round)[0];
  const agreement = last && last.round === newest?.round ? await api.as(auditor).getAgreement({ id: last.id }) : undefined;
  const milestones = agreement ? await Array.fromAsync(api.as(auditor).each('listMilestones', { agreement: agreement.id })) : [];
  return { project, funding, agreement, milestones: milestones.toSorted((a, b) => a.number - b.number) };
}

/** What is left of each envelope, in its own currency. @throws where it is not what the model says. */
export async function compareBudgets(api: Api, model: believed.Model): Promise<void> {
  for (const [id, currency] of model.budgets) {
    const { left } = await api.as(auditor).getEnvelope({ id });
    const believedLeft = believed.leftOf(model, id);
    const amount = currency === 'USD' ? believed.decimal(believedLeft) : String(believedLeft);
    if (left.currency !== currency || left.amount !== amount)
      throw new Error(`of ${id} ${left.amount} ${left.currency} is left, and the model says ${amount} ${currency}`);
  }
}

type Seen = Awaited<ReturnType<typeof seenOf>>;

/** Whether the model lacks a value that it must read before anybody can continue. */
export function isToLearn({ status, funding, agreement }: believed.Project): boolean {
  if (['draft', 'more-information-required'].includes(status) || (status === 'open' && !funding)) return true;
  if (!agreement) return false;
  return (
    agreement.id === '' ||
    agreement.hash === '' ||
    agreement.conditions.some(({ number }) => number === 0) ||
    agreement.milestones.some(({ id, dueOn }) => id === '' || dueOn === '')
  );
}

/** Takes over values that the model does not predict: ids, hashes, versions, and days. */
export function learn(project: believed.Project, { project: read, funding, agreement, milestones }: Seen): void {
  project.version = read.version;
  if (funding && funding.id !== project.funding?.id) {
    const minimum = Math.ceil((believed.TARGET * project.minimum) / 10_000);
    const opened = { id: funding.id, target: believed.TARGET, minimum, status: 'open', deadline: funding.deadline, offers: [] } as const;
    project.funding = { ...opened, offers: [] };
    project.agreement = undefined;
  }
  if (project.agreement && agreement) {
    Object.assign(project.agreement, { id: agreement.id, hash: agreement.contentHash });
    for (const each of project.agreement.conditions)
      each.number ||= agreement.agreedConditions.find(({ offer }) => offer === each.offer)?.number ?? 0;
    for (const each of project.agreement.milestones) {
      const found = milestones.find(({ number }) => number === each.number);
      each.id = found?.id ?? '';
      each.dueOn ||= found?.dueOn ?? '';
    }
  }
}

/** What both have a word for, so that they can be held against each other. */
export const ofSeen = ({ project, funding, agreement, milestones }: Seen) => ({
  project: project.status,
  funding: funding?.status,
  offers: funding?.offers.map(({ id, status, terms, amount }) => `${id} ${status} v${terms} ${amount?.amount}`).toSorted() ?? [],
  agreement: agreement?.status,
  cells: agreement?.cells.map(({ tranche, sponsor, amount }) => `${tranche} ${sponsor} ${amount?.amount}`).toSorted() ?? [],
  payments: agreement?.payments.map(({ id, status }) => `${id} ${status}`).toSorted() ?? [],
  advances: agreement?.advances.map(({ number, status, open }) => `${number} ${status} ${open.amount}`) ?? [],
  retained: agreement?.retained.map(({ sponsor, amount }) => `${sponsor} ${amount.amount}`).toSorted() ?? [],
  recoveries:
    agreement?.recoveries.map(
      ({ number, status, amount, portions, pending, resolutions }) =>
        `${number} ${status} ${amount.amount} of ${portions.map((each) => `${each.sponsor} ${each.amount.amount}`)}, pending ${pending.amount}: ${resolutions.map((each) => each.status)}`,
    ) ?? [],
  exchanges: agreement ? exchangesIn(agreement) : [],
  conditions: agreement?.agreedConditions.map(({ offer, status }) => `${offer} ${status}`).toSorted() ?? [],
  holds: agreement?.holds.map(({ number, status }) => `${number} ${status}`) ?? [],
  drawings: agreement?.drawings.map(({ number, status, amount }) => `${number} ${status} ${amount.amount}`) ?? [],
  ends: endsIn(agreement),
  milestones: milestones.map(
    ({ number, status, dueOn, targets }) => `${number} ${status} ${dueOn}, ${targets.at(-1)?.target ?? believed.PROMISED.target}`,
  ),
});

export function ofModel(project: believed.Project, model: believed.Model): ReturnType<typeof ofSeen> {
  const { status, funding, agreement } = project;
  const payments = agreement ? paymentsOf(agreement).map(({ id, status: is }) => `${id} ${is}`) : [];
  const held = agreement?.kept.map((each) => [each.sponsor, heldOf(agreement, each)] as const) ?? [];
  return {
    project: status,
    funding: funding?.status,
    offers:
      funding?.offers.map((offer) => `${offer.id} ${offer.status} v${offer.terms} ${believed.decimal(offer.amount)}`).toSorted() ?? [],
    agreement: agreement?.status,
    cells: agreement?.cells.map(({ tranche, sponsor, amount }) => `${tranche} ${sponsor} ${believed.decimal(amount)}`).toSorted() ?? [],
    payments: payments.toSorted(),
    advances:
      agreement?.advances.map((each) => `${each.number} ${statusOf(agreement, each)} ${believed.decimal(openOf(agreement, each, true))}`) ??
      [],
    retained: held.flatMap(([sponsor, amount]) => (amount > 0 ? [`${sponsor} ${believed.decimal(amount)}`] : [])).toSorted(),
    recoveries: agreement?.recoveries.map(recoveryOf) ?? [],
    exchanges: agreement ? exchangesOf(model, agreement) : [],
    conditions: agreement?.conditions.map((each) => `${each.offer} ${each.status}`).toSorted() ?? [],
    holds: agreement?.holds.map((hold) => `${hold.number} ${hold.releasedBy === '' ? 'standing' : 'released'}`) ?? [],
    drawings: agreement?.drawings.map(({ number, status: is, amount }) => `${number} ${is} ${believed.decimal(amount)}`) ?? [],
    ends: endsOf(project, model),
    milestones: agreement?.milestones.map(({ number, status: is, dueOn, target }) => `${number} ${is} ${dueOn}, ${target}`) ?? [],
  };
}

function recoveryOf({ number, status, amount, portions, resolutions }: believed.Recovery): string {
  const settled = believed.sum(
    resolutions.filter((each) => each.kind !== 'reversed' && each.status === 'confirmed').map((each) => each.amount),
  );
  const pending = ['pending', 'resolved'].includes(status) ? amount - settled : 0;
  const whose = [...portions].map(([sponsor, part]) => `${sponsor} ${believed.decimal(part)}`);
  return `${number} ${status} ${believed.decimal(amount)} of ${whose}, pending ${believed.decimal(pending)}: ${resolutions.map((each) => each.status)}`;
}

/** The status of a project and of all that belongs to it, in a word for each. */
export const statesOf = ({ status, funding, agreement }: believed.Project): string[] => [
  `project ${status}`,
  ...(funding ? [`funding ${funding.status}`, ...funding.offers.map((offer) => `offer ${offer.status}`)] : []),
  ...(agreement ? [`agreement ${agreement.status}`] : []),
  ...(agreement?.milestones.map((each) => `milestone ${each.status}`) ?? []),
  ...(agreement ? paymentsOf(agreement).map((payment) => `payment ${payment.status}`) : []),
  ...(agreement?.inParts.map(({ payment }) => `payment in part ${payment.status}`) ?? []),
  ...(agreement?.cells.some((cell) => believed.isPaid(cell) && isOwedOf(agreement, cell)) ? ['part due-again'] : []),
  ...(agreement?.advances.map((each) => `advance ${statusOf(agreement, each)}`) ?? []),
  ...(agreement?.conditions.map((each) => `condition ${each.status}`) ?? []),
  ...(agreement?.holds.map((hold) => `hold ${hold.releasedBy === '' ? 'standing' : 'released'}`) ?? []),
  ...(agreement?.drawings.map(({ kind, status: is }) => `${kind} ${is}`) ?? []),
  ...(agreement?.measures.map((measure) => `measure ${measure.status}`) ?? []),
  ...(agreement?.milestones.some(({ target }) => target !== believed.PROMISED.target) ? ['target amended'] : []),
  ...(agreement?.recoveries.map((recovery) => `recovery ${recovery.status}`) ?? []),
  ...(agreement ? bookingsOf(agreement) : []),
];

const named = (of: string, statuses: string): string[] => statuses.split(' ').map((status) => `${of} ${status}`);

/** Every state that the model knows. An offer is `proposed` only until its budget is asked for, which nobody outside sees for long. */
export const EVERY_STATE: readonly string[] = [
  ...named('project', 'draft submitted more-information-required eligible ineligible open unfunded funded refused approved'),
  ...named('project', 'in-implementation suspended terminated completed closed withdrawn'),
  ...named('funding', 'open closed approved fell-short cancelled'),
  ...named('offer', 'live refused accepted declined retracted expired approved withdrawn lapsed'),
  ...named('agreement', 'draft void effective suspended terminated ended'),
  ...named('milestone', 'scheduled due overdue submitted returned verified partially-met rejected waived cancelled'),
  ...named('payment', 'requested refused approved instructed failed settled returned'),
  ...named('payment in part', 'requested refused approved instructed failed settled returned'),
  ...named('part', 'due-again'),
  ...named('advance', 'asked refused lapsed ordered paid liquidated'),
  ...named('condition', 'open reported refused met'),
  ...named('hold', 'standing released'),
  ...named('call', 'open accepted rejected reported paid'),
  ...named('receipt', 'open accepted rejected'),
  ...named('measure', 'proposed effective refused'),
  ...named('target', 'amended'),
  ...named('recovery', 'claimed refused pending resolved'),
  ...named('exchange', 'waiting booked booked-again'),
  ...named('refund', 'waiting booked booked-again'),
];
