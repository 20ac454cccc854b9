import { officerOf, secretary } from '../api.ts';
import type { Base } from './base.ts';
import { usd } from './demo-parties.ts';

const CONTACT = { name: 'Hana Demonstration', role: 'Project officer', email: 'hana@example.org' };

/** A fictional project with every field. */
const said = (name: string, milestones: number, target: number) => ({
  description: `A made-up composting and sorting yard, which shows one way that a project can go: ${name}.`,
  language: 'en',
  place: { id: '1848354' },
  beneficiaries: 12_000,
  wasteStreams: [
    { stream: 'organic', tonnesPerYear: '1200' },
    { stream: 'plastics', tonnesPerYear: '300' },
  ],
  capacity: { quantity: '5', unit: 't/d' },
  operator: 'Demonstration works',
  ownContribution: usd('150.00'),
  otherSources: [{ name: 'Demonstration ward', amount: usd('100.00') }],
  cost: usd((target + 250).toFixed(2)),
  plannedIndicators: [
    {
      code: 'tonnes-composted',
      unit: 't',
      baseline: '0',
      target: '1200',
      method: 'Weighed at the gate.',
      milestones: Array.from({ length: milestones }, (_, index) => index + 1),
    },
    { code: 'jobs-created', unit: 'jobs', baseline: '0', target: '8', method: 'Counted in the payroll.', milestones: [] },
  ],
});

/** From the first draft to a round that is open. */
export const proposing = (base: Base) => ({
  /** A complete proposal, in so many yearly milestones of equal amounts. */
  async drafted(milestones = 1, minimumCloseBasisPoints = 10_000, target = 1000): Promise<string> {
    const amount = usd((target / milestones).toFixed(2));
    const proposal = {
      reference: `demonstration-${base.name}`,
      title: `Demonstration: ${base.name}`,
      countries: ['JP'],
      themes: ['demonstration'],
      ...said(base.name, milestones, target),
      readiness: 3,
      target: usd(target.toFixed(2)),
      minimumCloseBasisPoints,
      milestones: Array.from({ length: milestones }, (_, index) => ({
        number: index + 1,
        title: `Year ${index + 1}`,
        monthsAfterEffective: 12 * (index + 1),
        amount,
      })),
    };
    const officer = base.as(officerOf(base.city));
    const { id, version } = await officer.draftProject({}, { proposer: base.city, proposal });
    const { hash } = await officer.upload(new TextEncoder().encode(`Feasibility study: ${base.name}`), 'text/plain');
    const documents = [{ title: 'Feasibility study', hash, language: 'en' }];
    const attached = await officer.attachDocuments({ id }, { documents }, { version });
    await officer.nameContacts({ id }, { contacts: [CONTACT] }, { version: attached.version });
    return id;
  },
  async submitted(milestones = 1, minimumCloseBasisPoints = 10_000, target = 1000): Promise<string> {
    const project = await this.drafted(milestones, minimumCloseBasisPoints, target);
    await base.as(officerOf(base.city)).submitProject({ id: project });
    return project;
  },
  /** Opened to sponsors; answers the round's funding. */
  async opened(project: string, round = 1): Promise<string> {
    if (round === 1) await base.as(secretary).declareEligible({ id: project });
    await base.as(secretary).openProject({ id: project });
    let found: string | undefined;
    await base.time.until(async () => {
      const fundings = await Array.fromAsync(base.as(secretary).each('listFundings', { id: project }));
      found = fundings.find((each) => each.round === round)?.id;
      return found !== undefined;
    });
    return found ?? '';
  },
  /** A project of which the first round is open. */
  async raising(milestones = 1, minimumCloseBasisPoints = 10_000, target = 1000): Promise<{ project: string; funding: string }> {
    const project = await this.submitted(milestones, minimumCloseBasisPoints, target);
    return { project, funding: await this.opened(project) };
  },
  withdraws: (project: string) =>
    base.as(officerOf(base.city)).withdrawProject({ id: project }, { note: 'The council has decided otherwise.' }),
});
