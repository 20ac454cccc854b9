import { officerOf, secretary } from '../api.ts';
import { allMet } from '../criteria.ts';
import type { Base } from './base.ts';
import { type About, usd } from './demo-parties.ts';
import { papersOf } from './illustrating.ts';

const CONTACT = { name: 'Hana Demonstration', role: 'Project officer', email: 'hana@example.org' };

/** A fictional project with every field. */
const said = (milestones: number, target: number, { own, ofWard }: Pick<About, 'own' | 'ofWard'>) => ({
  language: 'en',
  beneficiaries: 12_000,
  wasteStreams: [
    { stream: 'organic', tonnesPerYear: '1200' },
    { stream: 'plastics', tonnesPerYear: '300' },
  ],
  capacity: { quantity: '5', unit: 't/d' },
  operator: 'Demonstration works',
  ownContribution: usd(own.toFixed(2)),
  otherSources: [{ name: 'Demonstration ward', amount: usd(ofWard.toFixed(2)) }],
  cost: usd((target + own + ofWard).toFixed(2)),
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
  /** A complete proposal, in so many milestones of equal amounts, yearly where nothing else is said. */
  async drafted(milestones = 1, minimumCloseBasisPoints = 10_000, target = 1000): Promise<string> {
    const amount = usd((target / milestones).toFixed(2));
    const { country, theme, place, monthsApart, own, ofWard, isIllustrated = false, ...named } = base.demoParties.about(base.name);
    const proposal = {
      ...named,
      countries: [country],
      themes: [theme],
      place: { id: place },
      ...said(milestones, target, { own, ofWard }),
      readiness: 3,
      target: usd(target.toFixed(2)),
      minimumCloseBasisPoints,
      milestones: Array.from({ length: milestones }, (_, index) => ({
        number: index + 1,
        title: `${monthsApart === 12 ? 'Year' : 'Stage'} ${index + 1}`,
        monthsAfterEffective: monthsApart * (index + 1),
        amount,
      })),
    };
    const officer = base.as(officerOf(base.city));
    const { id, version } = await officer.draftProject({}, { proposer: base.city, proposal });
    const documents = isIllustrated ? await this.illustrated(id, named) : [await this.study()];
    const attached = await officer.attachDocuments({ id }, { documents }, { version });
    await officer.nameContacts({ id }, { contacts: [CONTACT] }, { version: attached.version });
    return id;
  },
  async study() {
    const text = new TextEncoder().encode(`Feasibility study: ${base.name}`);
    const { hash } = await base.as(officerOf(base.city)).upload(text, 'text/plain');
    return { title: 'Feasibility study', hash, language: 'en' };
  },
  /** The documents of a proposal that has some, by an earlier version perhaps, are left as they are. */
  async illustrated(id: string, about: Pick<About, 'title' | 'description'>) {
    const { documents = [] } = await base.api.as(officerOf(base.city)).getProject({ id });
    return documents.length > 0 ? documents : papersOf(base, about);
  },
  async submitted(milestones = 1, minimumCloseBasisPoints = 10_000, target = 1000): Promise<string> {
    const project = await this.drafted(milestones, minimumCloseBasisPoints, target);
    await base.as(officerOf(base.city)).submitProject({ id: project });
    return project;
  },
  /** Opened to sponsors; answers the round's funding. */
  async opened(project: string, round = 1): Promise<string> {
    if (round === 1) await base.as(secretary).declareEligible({ id: project }, await allMet(base.api));
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
