import type { Agreement, Funding, Milestone, Project } from '@junkan/scripts/main-job/messages.ts';
import { proposal, usd } from '../../actors.ts';
import { MET } from '../../screened.ts';
import { advanced, claimedBack, paid, released } from './money.ts';
import { answered, type Lender } from './parties.ts';
import type { Sent } from './record.ts';
import type { Stage } from './stage.ts';

const NOTE = { note: 'Because.' };
/** Of a hundred times. */
const SELDOM = 25;
/** Of all lenders: something is kept of each payment, and something may be paid ahead. */
const FINANCING = { instrument: 'grant', retentionPercent: '7.5', advances: true } as const;

/** What it promises to report, and what all parties agree on instead. */
const PLANNED = { code: 'tonnes-composted', unit: 't', baseline: '0', target: '1200', method: 'Weighed.', milestones: [1] };
const LOWERED = { tranche: 1, code: PLANNED.code, target: '900' };

/** One project from its proposal to its last payment, with what must be refused on the way. Needs no policy time to pass. */
export async function journey(stage: Stage): Promise<string> {
  const project = await proposed(stage);
  const funding = await raised(stage, project);
  const agreement = await contracted(stage, project, funding);
  const { id, cells } = agreement;
  if (stage.rng.is(SELDOM) && cells[0]) await advanced(stage, id, cells[0]);
  await reported(stage, await amended(stage, agreement));
  for (const cell of cells) await paid(stage, id, cell);
  if (stage.rng.is(SELDOM)) await claimedBack(stage, id);
  for (const { sponsor } of agreement.shares) await released(stage, id, sponsor);
  await past(stage, project, 'completed');
  return project;
}

const past = ({ send, waits, parties }: Stage, project: string, status: Project['status']): Promise<Project> =>
  waits.until(`${project} is ${status}`, async () => {
    const found = await send.read(parties.desk.auditor, 'getProject', { id: project });
    return found?.status === status ? found : undefined;
  });

async function proposed({ send, parties, city }: Stage): Promise<string> {
  const { screener } = parties.desk;
  const { id } = answered(
    await send.command(city.officer, 'draftProject', {}, { proposer: city.id, proposal: proposal({ plannedIndicators: [PLANNED] }) }),
  );
  await send.command(city.officer, 'submitProject', { id });
  await send.command(screener, 'requestInformation', { id }, { note: 'Which wards?' });
  await send.command(city.officer, 'provideInformation', { id }, { note: 'All of them.' });
  await send.command(screener, 'declareEligible', { id }, MET);
  await send.command(screener, 'openProject', { id });
  return id;
}

/** Three offers, of which two fit: the one that comes too late must be refused, whichever it is. */
async function raised(stage: Stage, project: string): Promise<Funding> {
  const { send, waits, parties, city, rng } = stage;
  const round = await waits.until(`${project} has a round`, async () => {
    const found = await send.read(parties.desk.auditor, 'listFundings', { id: project });
    return found?.fundings[0]?.id;
  });
  const offerOf = async ({ officer, mandate, envelope }: Lender, amount: string): Promise<string> =>
    answered(await send.command(officer, 'proposeOffer', { id: round }, { mandate, envelope, amount: usd(amount), financing: FINANCING }))
      .offer ?? '';
  const [first, second, third] = parties.lenders as readonly [Lender, Lender, Lender];
  const isRetracted = rng.is(SELDOM);
  const amounts = [[first, '600.00'] as const, [second, '400.00'] as const, [third, '400.00'] as const];
  const offers = await Promise.all(
    [...amounts, ...(isRetracted ? [[third, '250.00'] as const] : [])].map(([of, amount]) => offerOf(of, amount)),
  );
  await until(stage, round, 'has its offers backed', (funding) =>
    offers.every((id) => funding.offers.some((offer) => offer.id === id && offer.status === 'live')),
  );
  const accept = (offer = '', expects: Sent['expects'] = 'done') =>
    send.command(city.officer, 'acceptOffer', { id: round, offer }, { terms: 1 }, { expects });
  const [, , , retracted] = offers;
  if (retracted) await send.command(third.officer, 'retractOffer', { id: round, offer: retracted }, NOTE);
  await accept(offers[0]);
  const both = await Promise.all(offers.slice(1, 3).map((offer) => accept(offer, 'either')));
  const accepted = both.filter(({ answers }) => answers.length > 0);
  if (accepted.length !== 1)
    throw new Error(`${round} accepted ${accepted.length} of two offers for one gap: ${both.map(({ chain }) => chain)}`);
  return until(stage, round, 'is closed', ({ status }) => status === 'closed');
}

const until = ({ send, waits, parties }: Stage, round: string, what: string, isSo: (funding: Funding) => boolean): Promise<Funding> =>
  waits.until(`${round} ${what}`, async () => {
    const found = await send.read(parties.desk.auditor, 'getFunding', { id: round });
    return found && isSo(found) ? found : undefined;
  });

async function contracted(stage: Stage, project: string, { id: round, offers }: Funding): Promise<Agreement> {
  const { send, waits, parties, city } = stage;
  const { auditor, approver } = parties.desk;
  const givers = parties.lenders.filter(({ sponsor }) => offers.some((offer) => offer.sponsor === sponsor && offer.status === 'accepted'));
  for (const offer of offers.filter(({ status }) => status === 'accepted')) {
    const lender = parties.lenders.find(({ sponsor }) => sponsor === offer.sponsor);
    if (lender) await send.command(lender.approver, 'approveOffer', { id: round, offer: offer.id });
  }
  await past(stage, project, 'funded');
  await send.command(approver, 'approveProject', { id: project });
  const id = await waits.until(`${project} has an agreement`, async () => {
    const found = await send.read(auditor, 'listAgreements', { project });
    return found?.agreements[0]?.id;
  });
  const read = () => send.read(auditor, 'getAgreement', { id });
  const { contentHash } = await waits.until(`${id} is drafted`, read);
  for (const signer of [city.certifier, ...givers.map((lender) => lender.approver)])
    await send.command(signer, 'signAgreement', { id }, { contentHash });
  return waits.until(`${id} is effective`, async () => {
    const found = await read();
    return found?.status === 'effective' ? found : undefined;
  });
}

/** All parties agree on another target, which its milestone takes over; nobody approves for two of them, or once more. */
async function amended(stage: Stage, agreement: Agreement): Promise<Milestone> {
  const { send, waits, parties, city } = stage;
  const { id } = agreement;
  const { auditor, approver } = parties.desk;
  const find = async () => (await send.read(auditor, 'listMilestones', { agreement: id }))?.milestones[0];
  await waits.until(`${id} has its milestone`, find);
  await send.command(city.officer, 'proposeMeasure', { id }, { kind: 'amendment', ...NOTE, results: [LOWERED] });
  const givers = parties.lenders.filter(({ sponsor }) => agreement.shares.some((share) => share.sponsor === sponsor));
  for (const as of [city.certifier, ...givers.map((lender) => lender.approver), approver])
    await send.command(as, 'approveMeasure', { id, number: 1 });
  await send.command(approver, 'refuseMeasure', { id, number: 1 }, NOTE, { expects: 'refused' });
  return waits.until(`${id} has its targets as they were amended`, async () => {
    const milestone = await find();
    return milestone && milestone.targets.length > 0 ? milestone : undefined;
  });
}

async function reported({ send, parties, city }: Stage, { id: milestone }: Milestone): Promise<void> {
  const { verifier } = parties.desk;
  const evidence = await send.upload(city.officer, `Report on ${milestone}`);
  const indicators = [{ code: PLANNED.code, unit: PLANNED.unit, value: LOWERED.target }];
  await send.command(city.officer, 'reportMilestone', { id: milestone }, { evidence: [evidence], indicators });
  await send.command(verifier, 'verifyMilestone', { id: milestone }, { report: 1 });
}
