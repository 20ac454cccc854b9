import { type Api, checker, maker, secretary, verifier } from '../api.ts';
import { type Clock, settled } from '../clock.ts';
import { inParallel } from '../in-parallel.ts';
import type { Agreement, Milestone, Project } from '../messages.ts';
import type { Member } from '../plan.ts';

/** Reports, verifies and pays every milestone that waits for it. Answers how many. */
export async function passMilestones(api: Api, now: string): Promise<number> {
  const lists = await Promise.all(
    ['due', 'overdue', 'submitted'].map((status) => api.all<Milestone>(`/milestones?status=${status}`, 'milestones', { as: verifier })),
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
    for (const milestone of await api.all<Milestone>(`/milestones?agreement=${id}&status=verified`, 'milestones', { as: verifier }))
      await pay(api, milestone, now);
  });
}

async function pass(api: Api, milestone: Milestone, now: string): Promise<void> {
  const report = milestone.status === 'submitted' ? (milestone.report?.number ?? 1) : await submit(api, milestone, now);
  await api.command(
    'POST',
    `/milestones/${milestone.id}/verification`,
    { report },
    { as: verifier, key: `verify:${milestone.id}:${report}`, chain: `cohort:${milestone.project}` },
  );
  await pay(api, milestone, now);
}

async function submit(api: Api, { id, project, proposer, title, number, report, dueOn }: Milestone, now: string): Promise<number> {
  const as = { organisation: proposer, role: 'proposer.officer' };
  const chain = `cohort:${project}`;
  const words = `Report on milestone ${number}, "${title}", of project ${project}: due on ${dueOn}, reported on ${now.slice(0, 10)}.\n`;
  const evidence = await api.upload(new TextEncoder().encode(words), 'text/plain', { as, chain });
  const next = (report?.number ?? 0) + 1;
  await api.command('POST', `/milestones/${id}/reports`, { evidence: [evidence] }, { as, key: `report:${id}:${next}`, chain });
  return next;
}

/** Each sponsor's part of the tranche: requested by one person, approved by another, instructed and settled by the first. */
async function pay(api: Api, { agreement: id, number, project }: Milestone, now: string): Promise<void> {
  const chain = `cohort:${project}`;
  const agreement = await api.get<Agreement>(`/agreements/${id}`, { as: maker });
  for (const { tranche, sponsor, amount } of agreement.cells) {
    if (tranche !== number || !/[1-9]/.test(amount.amount)) continue;
    const done = agreement.payments.find((each) => each.tranche === tranche && each.sponsor === sponsor)?.status;
    if (done === 'settled') continue;
    const { payment } = await api.command(
      'POST',
      `/agreements/${id}/payments`,
      { tranche, sponsor },
      { as: maker, key: `request:${id}:${tranche}:${sponsor}`, chain },
    );
    const order = `/agreements/${id}/payments/${payment}`;
    await api.command('POST', `${order}/approval`, {}, { as: checker, key: `approve:${payment}`, chain });
    await api.command('POST', `${order}/instruction`, {}, { as: maker, key: `instruct:${payment}`, chain });
    await api.command(
      'POST',
      `${order}/settlement`,
      { bankReference: `STMT-${payment}`, valueDate: now.slice(0, 10) },
      { as: maker, key: `settle:${payment}`, chain },
    );
  }
}

/** The secretariat closes what is completed. Answers how many cohort projects are not at their end yet. */
export async function closeCompleted(api: Api, cohort: readonly Member[]): Promise<{ open: number; clock: Clock }> {
  const clock = await settled(api);
  const found = await inParallel(cohort, ({ id }) => api.get<Project>(`/projects/${id}`, { as: secretary }));
  const completed = found.filter(({ status }) => status === 'completed');
  await inParallel(completed, ({ id }) =>
    api.command('POST', `/projects/${id}/closure`, {}, { as: secretary, key: `close:${id}`, chain: `cohort:${id}` }),
  );
  const open = found.filter(({ status }) => !['closed', 'unfunded', 'completed'].includes(status)).length;
  return { open, clock: completed.length > 0 ? await settled(api) : clock };
}
