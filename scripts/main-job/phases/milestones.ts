import { type Api, maker, officerOf, secretary, verifier } from '../api.ts';
import { ordered, owedCells, settles, statementOf, stepsOf } from '../bank.ts';
import { settled } from '../clock.ts';
import { inParallel } from '../in-parallel.ts';
import type { Agreement, Clock, Milestone } from '../messages.ts';
import type { Member } from '../plan.ts';
import { answersOf } from '../reporting.ts';
import { closeProject } from './closing.ts';

/** Reports, verifies and pays every milestone that waits for it. Answers how many. */
export async function passMilestones(api: Api, now: string): Promise<number> {
  const lists = await Promise.all(
    ['due', 'overdue', 'submitted'].map((status) => Array.fromAsync(api.as(verifier).each('listMilestones', { status }))),
  );
  const waiting = lists.flat();
  // Those of one agreement in turn: they write to one stream.
  await inParallel([...Map.groupBy(waiting, ({ agreement }) => agreement).values()], async (milestones) => {
    for (const milestone of milestones.toSorted((a, b) => a.number - b.number)) await pass(api, milestone, now);
  });
  return waiting.length;
}

/** Pays what was verified before, where an earlier run was interrupted between verdict and payment. */
export async function payWhatIsVerified(api: Api, agreements: readonly Agreement[], now: string): Promise<void> {
  await inParallel(agreements, async ({ id }) => {
    for await (const milestone of api.as(verifier).each('listMilestones', { agreement: id, status: 'verified' }))
      await pay(api, milestone, now);
  });
}

async function pass(api: Api, milestone: Milestone, now: string): Promise<void> {
  const report = milestone.status === 'submitted' ? (milestone.report?.number ?? 1) : await submit(api, milestone, now);
  const sending = { key: `verify:${milestone.id}:${report}`, correlationId: `cohort:${milestone.project}` };
  await api.as(verifier).verifyMilestone({ id: milestone.id }, { report }, sending);
  await pay(api, milestone, now);
}

async function submit(api: Api, milestone: Milestone, now: string): Promise<number> {
  const { id, project, proposer, title, number, report, dueOn } = milestone;
  const officer = api.as(officerOf(proposer));
  const { proposal } = await officer.getProject({ id: project });
  const indicators = answersOf(proposal, milestone);
  const correlationId = `cohort:${project}`;
  const words = `Report on milestone ${number}, "${title}", of project ${project}: due on ${dueOn}, reported on ${now.slice(0, 10)}.\n`;
  const { hash } = await officer.upload(new TextEncoder().encode(words), 'text/plain', {
    correlationId,
    name: `Report on milestone ${number}.txt`,
  });
  const next = (report?.number ?? 0) + 1;
  await officer.reportMilestone(
    { id },
    { evidence: [hash], indicators, fileNamesPublic: true },
    { key: `report:${id}:${next}`, correlationId },
  );
  return next;
}

/** Each sponsor's part of the tranche: requested by one person, approved by another, instructed and settled by the first. */
async function pay(api: Api, { agreement: id, number, project }: Milestone, now: string): Promise<void> {
  const correlationId = `cohort:${project}`;
  const agreement = await api.as(maker).getAgreement({ id });
  for (const { tranche, sponsor } of owedCells(agreement, number)) {
    const before = agreement.payments.find((each) => each.tranche === tranche && each.sponsor === sponsor);
    if (before?.status === 'settled') continue;
    const keyOf = (step: string, payment?: string) => (payment ? `${step}:${payment}` : `${step}:${id}:${tranche}:${sponsor}`);
    const order = await ordered(api, id, { tranche, sponsor }, (step, payment) => ({ key: keyOf(step, payment), correlationId }));
    const booked = { bankReference: statementOf(order.payment), valueDate: before?.reported?.valueDate ?? now.slice(0, 10) };
    await settles(
      stepsOf(api, order, (step) => ({ key: keyOf(step, order.payment), correlationId })),
      booked,
    );
  }
}

/** The secretariat closes what is completed. Answers how many cohort projects are not at their end yet. */
export async function closeCompleted(api: Api, cohort: readonly Member[]): Promise<{ open: number; clock: Clock }> {
  const clock = await settled(api);
  const found = await inParallel(cohort, ({ id }) => api.as(secretary).getProject({ id }));
  const completed = found.filter(({ status }) => status === 'completed');
  await inParallel(completed, ({ id }) => closeProject(api, id, { chain: `cohort:${id}` }));
  const open = found.filter(({ status }) => !['closed', 'unfunded', 'completed'].includes(status)).length;
  return { open, clock: completed.length > 0 ? await settled(api) : clock };
}
