import { type Api, secretary } from './api.ts';
import { advance, settled } from './clock.ts';
import { demonstrate } from './demonstrations/run.ts';
import { inParallel } from './in-parallel.ts';
import type { Agreement, Clock } from './messages.ts';
import { agreementOf, sign } from './phases/agreements.ts';
import { closeCompleted, passMilestones, payWhatIsVerified } from './phases/milestones.ts';
import { approve, raiseMoney } from './phases/offers.ts';
import { importProjects, registerSponsors } from './phases/register.ts';
import { ledgerBalances, paidByCurrency, paidBySponsor, resultsOf } from './phases/results.ts';
import { type Member, whyUnfunded } from './plan.ts';
import { readTable } from './read-tables.ts';
import type { JobSummary } from './summary.ts';
import { readProjects } from './tables/projects.ts';
import { cohortOf } from './tables/rules.ts';
import { readWindows } from './tables/windows.ts';
import { demonstrationTable, projectTable, rejectTable, sponsorTable } from './tables-printed.ts';

const began = performance.now();
const say = (line: string): void =>
  void process.stderr.write(`${`${((performance.now() - began) / 1000).toFixed(1)} s`.padStart(8)}  ${line}\n`);

type Input = { readonly projects: string; readonly windows: string; readonly demonstrations: readonly string[] };

/** From the two tables to the last payment. Every step asks first how things stand, so it can be begun again at any point. */
export async function runJob(api: Api, files: Input): Promise<JobSummary> {
  const { rows, rejected } = await readTable(files.projects, readProjects);
  const windows = await readTable(files.windows, readWindows);
  if (windows.rejected.length > 0) throw new Error(`${files.windows} has bad rows:\n${rejectTable(windows.rejected)}`);
  if (rejected.length > 0) process.stderr.write(`Rows that are left out:\n${rejectTable(rejected)}\n`);

  say(`Registering ${windows.rows.length} sponsors`);
  const parties = await registerSponsors(api, windows.rows);
  say(`Importing and screening ${rows.length} projects`);
  const { members, differing } = await importProjects(api, rows);
  for (const { reference, reason } of differing) say(`${reference} differs: ${reason}`);
  await settled(api);
  say('Matching all of them');
  const matches = await countMatches(api, members);

  const chosen = new Set(cohortOf(rows).map(({ id }) => id));
  const cohort = members.filter(({ row }) => chosen.has(row.id));
  say(`Offers for the cohort of ${cohort.length}`);
  await raiseMoney(api, cohort, parties);
  say('Approvals');
  await approve(api, cohort);
  say('Signatures');
  await sign(api, cohort);
  await implement(api, cohort);

  say('Demonstrations of every variant');
  const { demonstrations, declaration, learning, policy, call, inProgress } = await demonstrate(api, { only: files.demonstrations });

  const results = await resultsOf(api, cohort);
  const paid = paidBySponsor(results, parties);
  process.stderr.write(
    `\n${projectTable(
      results,
      (result) => paidByCurrency([result])['USD'],
      ({ member }) => whyUnfunded(member.row, parties),
    )}\n\n${sponsorTable(parties, paid)}\n\n${demonstrationTable(demonstrations)}\n\n`,
  );
  const having = (status: string): number => results.filter(({ project }) => project.status === status).length;
  return {
    projects: members.length,
    sponsors: parties.length,
    rejectedRows: rejected,
    differing,
    matches,
    cohort: cohort.length,
    closed: having('closed'),
    unfunded: having('unfunded'),
    milestonesPaid: results.reduce((sum, { paidMilestones }) => sum + paidMilestones, 0),
    paidBySponsor: paid,
    paidByCurrency: paidByCurrency(results),
    ledgerBalanced: await ledgerBalances(api),
    demonstrations,
    ...(declaration ? { declaration } : {}),
    ...(learning ? { learning } : {}),
    ...(policy ? { policy } : {}),
    ...(call ? { call } : {}),
    ...(inProgress ? { inProgress } : {}),
    unfinished: [
      ...results.filter(({ project }) => !['closed', 'unfunded'].includes(project.status)).map(({ member }) => member.row.id),
      ...demonstrations.filter(({ status, ends }) => status !== ends).map(({ name }) => name),
    ],
  };
}

/** Eligible pairs of project and mandate, as the API gives them for each project that asks for a sum. */
async function countMatches(api: Api, members: readonly Member[]): Promise<number> {
  const asking = members.filter(({ status }) => status !== 'ineligible');
  const found = await inParallel(asking, ({ id }) => api.as(secretary).findSponsors({ id, limit: 1 }));
  return found.reduce((sum, { eligible }) => sum + eligible, 0);
}

/** Milestones, payments and closures; time passes from deadline to deadline until every project of the cohort is at its end. */
async function implement(api: Api, cohort: readonly Member[]): Promise<void> {
  let clock = await settled(api);
  await resume(api, cohort, clock);
  for (;;) {
    const passed = await passMilestones(api, clock.now);
    const { open, clock: after } = await closeCompleted(api, cohort);
    say(`${clock.now.slice(0, 10)}: ${passed} milestones passed, ${open} projects under way`);
    if (open === 0) return;
    if (passed === 0 && !after.earliestDeadline) throw new Error(`${open} projects are under way, but no deadline is pending`);
    clock = after.earliestDeadline ? await advance(api, after.earliestDeadline) : after;
  }
}

async function resume(api: Api, cohort: readonly Member[], { now }: Clock): Promise<void> {
  const agreements = await inParallel(cohort, ({ id }) => agreementOf(api, id));
  await payWhatIsVerified(
    api,
    agreements.filter((found): found is Agreement => found?.status === 'effective'),
    now,
  );
}
