import type { Event, Sums } from './sums.ts';

/** What a project has come to by what happened to it. */
const STATUS_OF: Readonly<Record<string, string>> = {
  ProjectSubmitted: 'submitted',
  InformationRequested: 'more-information-required',
  InformationProvided: 'submitted',
  ProjectDeclaredEligible: 'eligible',
  ProjectDeclaredIneligible: 'ineligible',
  ProjectOpenedToSponsors: 'open',
  ProjectFunded: 'funded',
  ProjectLeftUnfunded: 'unfunded',
  ProjectApproved: 'approved',
  ProjectRefused: 'refused',
  ProjectWithdrawn: 'withdrawn',
  ImplementationStarted: 'in-implementation',
  ProjectCompleted: 'completed',
  ProjectClosed: 'closed',
};
const ASKING = ['submitted', 'more-information-required', 'eligible', 'open'];
const TAKEN = ['funded', 'approved'];

type Published = { status: string; countries: string; round: string; agreement: string; committed: bigint };

/** Folds what everybody is shown of projects, of countries and of the flow between them. */
export function published(sums: Sums, events: readonly Event[]): void {
  const projects = new Map<string, Published>();
  const projectOf = new Map<string, string>();
  const none = (): Published => ({ status: '', countries: '', round: '', agreement: '', committed: 0n });
  for (const { type, stream, data } of events) {
    const project = projects.get(stream) ?? none();
    const status = STATUS_OF[type];
    if (status) projects.set(stream, { ...project, status });
    if (data.proposal?.countries)
      projects.set(stream, { ...project, ...(status ? { status } : {}), countries: data.proposal.countries.join('+') });
  }
  for (const { type, stream, data } of events) {
    const project = projects.get(data.project ?? projectOf.get(stream) ?? '');
    if (type === 'FundingOpened' && project) project.round = stream;
    if (type === 'MilestoneBegun' && data.amount) sums.add(`${stream}/paid`, { ...data.amount, amount: 0n });
    if (type === 'AgreementDrafted') projectOf.set(stream, data.project ?? '');
    if (type !== 'AgreementBecameEffective' || !project) continue;
    project.agreement = stream;
    for (const { money } of data.entry?.postings ?? []) if (BigInt(money.amount) > 0n) project.committed += BigInt(money.amount);
  }
  for (const [id, project] of projects) flows(sums, id, project);
}

function flows(sums: Sums, id: string, { status, countries, round, agreement, committed }: Published): void {
  const target = sums.of.get(`${id}/target`);
  if (!target || status === '') return;
  const { currency } = target;
  const paid = sums.of.get(`${agreement}/paid`)?.amount ?? 0n;
  if (agreement !== '') sums.set(`${id}/paid`, { amount: paid, currency });
  const stages = {
    sought: ASKING.includes(status) ? target.amount : 0n,
    accepted: TAKEN.includes(status) ? (sums.of.get(`${round}/accepted`)?.amount ?? 0n) : 0n,
    committed: committed - (agreement === '' ? 0n : paid),
    settled: paid,
  };
  for (const [stage, amount] of Object.entries(stages)) {
    if (amount === 0n) continue;
    const money = { amount, currency };
    sums.add(`public/countries/${countries}/${currency}/${stage}`, money);
    sums.add(`public/flow/${countries.replaceAll('+', ' ')}/${status}/${stage}/${currency}`, money);
    sums.add(`public/flow/${status}/${stage}/${stage}/${currency}`, money);
  }
}
