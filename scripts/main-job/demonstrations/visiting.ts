import { sendingAs, verifier } from '../api.ts';
import { checksBy, criteriaOf } from '../criteria.ts';
import type { Base } from './base.ts';
import { seenBy } from './illustrating.ts';

/** A verifier visits the site of a milestone once, and confirms a part of what is to be seen there. Its keys are its own: what is recorded already is left alone. */
export async function visited(base: Base, id: string): Promise<void> {
  const { name, api, time } = base;
  const milestone = await base.milestone(id);
  if ((milestone.inspections ?? []).length > 0) return;
  const { now } = await time.until(async () => true);
  const day = now.slice(0, 10);
  let step = 0;
  const by = sendingAs(api, () => {
    step += 1;
    return { key: `${name}:visit:${id}:${step}`, correlationId: `demonstration:${name}` };
  }).as(verifier);
  const notes = new TextEncoder().encode(`Notes of a visit to the site of ${id}. Half of it is at work.\n`);
  const { hash } = await by.upload(notes, 'text/plain', { name: 'Notes of the visit.txt' });
  const found = { 'assets-in-use': { answer: 'no', note: 'Two of four machines are in their crates.' } } as const;
  const picture = base.demoParties.about(name).isIllustrated ? [await seenBy(base, milestone, day)] : [];
  const checks = checksBy(await criteriaOf(api, 'inspection-criteria'), found);
  const seen = { kind: 'site-visit', inspectedOn: day, place: 'The site', conclusion: 'confirmed-in-part' } as const;
  const note = 'What is at work is as reported; the rest waits for power.';
  await by.inspectMilestone({ id }, { ...seen, checks, evidence: [hash, ...picture], note });
}
