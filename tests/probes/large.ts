import { randomUUID } from 'node:crypto';
import { AUDITOR, pathOf, type Target } from './target.ts';

const officer = { organisation: 'secretariat', roles: ['secretariat.officer'] };

/** A proposal of about so many codes of a hundred letters in each of three lists. */
const large = (codes: number, letter = 'x') => {
  const list = Array.from({ length: codes }, (_, index) => `${index}`.padEnd(100, letter));
  return { reference: randomUUID(), title: 'Large', themes: list, instruments: list, indicators: list };
};

/** Drafts as large as are taken, and one that is revised; answers what became of them, and a small one to be read. */
export async function fillWithDrafts(target: Target, { drafts, revisions }: { drafts: number; revisions: number }) {
  const registered = await target.command('registerProposer', {}, 'officer', officer, { name: 'Kawa', kind: 'city', countries: ['JP'] });
  const { id: proposer } = JSON.parse(registered.text) as { id: string };
  const city = { organisation: proposer, roles: ['proposer.officer'] };
  const draft = (proposal: object) => target.command('draftProject', {}, 'planner', city, { proposer, proposal });
  const small = JSON.parse((await draft({ reference: 'small' })).text) as { id: string };
  const codes = (await draft(large(300))).status === 201 ? 300 : 55;
  for (let number = 0; number < drafts; number += 1) await draft(large(codes));
  const revised = JSON.parse((await draft(large(codes))).text) as { id: string };
  const taken: number[] = [];
  for (let number = 1; number <= revisions; number += 1) {
    const proposal = large(codes, String.fromCharCode(97 + (number % 20)));
    taken.push(
      (await target.command('reviseProposal', { id: revised.id }, 'planner', city, proposal, { 'if-match': `"${number}"` })).status,
    );
  }
  return {
    small: small.id,
    revised: revised.id,
    kilobytes: Math.round((codes * 309) / 1_000),
    revisions: taken.filter((status) => status === 200).length,
  };
}

/** What a list and the trail of what was revised answer. */
export async function readBack(target: Target, revised: string): Promise<Record<string, string>> {
  const headers = { authorization: `Bearer ${await target.tokenOf('reader', AUDITOR)}` };
  const paths = [pathOf('listProjects', { limit: 500 }), pathOf('getTimeline', { id: revised })];
  const told = paths.map(async (path) => {
    const { status, text } = await target.ask(path, { headers });
    return [path.replace(revised, '…'), `${status}, ${Math.round(text.length / 1_000)} kB`] as const;
  });
  return Object.fromEntries(await Promise.all(told));
}
