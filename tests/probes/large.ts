import { randomUUID } from 'node:crypto';
import { AUDITOR, pathOf, type Target } from './target.ts';

const officer = { organisation: 'secretariat', roles: ['secretariat.officer'] };

/** A proposal with a plan of so many milestones, each with a title of three hundred letters. */
const large = (milestones: number, letter = 'x') => ({
  reference: randomUUID(),
  title: 'Large',
  milestones: Array.from({ length: milestones }, (_, index) => ({
    number: index + 1,
    title: `${index}`.padEnd(300, letter),
    monthsAfterEffective: index + 1,
    amount: { amount: '1.00', currency: 'USD' },
  })),
});

/** Drafts as large as are taken, and one that is revised; answers what became of them, and a small one to be read. */
export async function fillWithDrafts(target: Target, { drafts, revisions }: { drafts: number; revisions: number }) {
  const registered = await target.command('registerProposer', {}, 'officer', officer, { name: 'Kawa', kind: 'city', countries: ['JP'] });
  const { id: proposer } = JSON.parse(registered.text) as { id: string };
  const city = { organisation: proposer, roles: ['proposer.officer'] };
  const draft = (proposal: object) => target.command('draftProject', {}, 'planner', city, { proposer, proposal });
  const small = JSON.parse((await draft({ reference: 'small' })).text) as { id: string };
  const milestones = (await draft(large(200))).status === 201 ? 200 : 55;
  for (let number = 0; number < drafts; number += 1) await draft(large(milestones));
  const revised = JSON.parse((await draft(large(milestones))).text) as { id: string };
  const taken: number[] = [];
  for (let number = 1; number <= revisions; number += 1) {
    const proposal = large(milestones, String.fromCharCode(97 + (number % 20)));
    taken.push(
      (await target.command('reviseProposal', { id: revised.id }, 'planner', city, proposal, { 'if-match': `"${number}"` })).status,
    );
  }
  return {
    small: small.id,
    revised: revised.id,
    kilobytes: Math.round((milestones * 400) / 1_000),
    revisions: taken.filter((status) => status === 200).length,
  };
}

/** What a list and the trail of what was revised answer. */
export async function readBack(target: Target, revised: string): Promise<Record<string, string>> {
  const headers = { authorization: `Bearer ${await target.tokenOf('reader', AUDITOR)}` };
  const paths = [pathOf('listProjects', { limit: 500 }), pathOf('getTimeline', { id: revised })];
  const times = paths.map(async (path) => {
    const { status, text } = await target.ask(path, { headers });
    return [path.replace(revised, '…'), `${status}, ${Math.round(text.length / 1_000)} kB`] as const;
  });
  return Object.fromEntries(await Promise.all(times));
}
