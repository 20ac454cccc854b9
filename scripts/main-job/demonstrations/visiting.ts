import { sendingAs, verifier } from '../api.ts';
import { checksBy, criteriaOf } from '../criteria.ts';
import type { Base } from './base.ts';

/** A verifier visits the site of a milestone once, and confirms a part of what is to be seen there. Its keys are its own: what is recorded already is left alone. */
export async function visited({ name, api, time, milestone }: Base, id: string): Promise<void> {
  const { inspections = [] } = await milestone(id);
  if (inspections.length > 0) return;
  const { now } = await time.until(async () => true);
  let step = 0;
  const by = sendingAs(api, () => {
    step += 1;
    return { key: `${name}:visit:${id}:${step}`, correlationId: `demonstration:${name}` };
  }).as(verifier);
  const notes = new TextEncoder().encode(`Notes of a visit to the site of ${id}. Half of it is at work.\n`);
  const { hash } = await by.upload(notes, 'text/plain', { name: 'Notes of the visit.txt' });
  const found = { 'assets-in-use': { answer: 'no', note: 'Two of four machines are in their crates.' } } as const;
  const checks = checksBy(await criteriaOf(api, 'inspection-criteria'), found);
  const seen = { kind: 'site-visit', inspectedOn: now.slice(0, 10), place: 'The site', conclusion: 'confirmed-in-part' } as const;
  const note = 'What is at work is as reported; the rest waits for power.';
  await by.inspectMilestone({ id }, { ...seen, checks, evidence: [hash], note });
}
