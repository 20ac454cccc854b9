import { approverOf, officerOf } from '../api.ts';
import type { Base } from './base.ts';

/** What has to be so before the first payment of a sponsor. */
export const conditioning = (base: Base) => ({
  /** The city says how it is met, and shows it by a file once it is asked for one; the sponsor reads that and confirms. */
  async conditionMet(agreement: string, sponsor: string): Promise<void> {
    const of = { id: agreement, number: 1 };
    await base.as(officerOf(base.city)).reportCondition(of, { note: 'The land is ours.' });
    await base.as(approverOf(sponsor)).refuseCondition(of, { note: 'Where is the title?' });
    const title = new TextEncoder().encode(`Land title of ${agreement}`);
    const { hash } = await base.as(officerOf(base.city)).upload(title, 'text/plain', { name: 'Land title.txt' });
    await base.as(officerOf(base.city)).reportCondition(of, { note: 'The title is attached.', evidence: [hash] });
    await base.as(approverOf(sponsor)).confirmCondition(of);
  },
});
