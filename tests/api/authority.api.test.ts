import { ACTS } from '@junkan/gateway/acts.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { expect, test } from 'vitest';
import { lifeOfAward } from '../authority/awards.ts';
import { lifeOfCall } from '../authority/calls.ts';
import { lifecycle } from '../authority/lifecycle.ts';
import { attempt, type Cells, everybodyElse, type Organisations, type Pairs, whoHasActed } from '../authority/matrix.ts';
import { asRole } from '../authority/moments.ts';
import { lifeOfExchanges } from '../authority/peers.ts';
import { permittedIn } from '../authority/permissions.ts';
import { lifeOfRequest } from '../authority/policy.ts';
import { lifeOfSignatory } from '../authority/programme.ts';
import { verifiedFaults } from '../breaking.ts';
import { bodyOf, type Someone } from '../http.ts';
import { openSystem } from '../open-system.ts';

/** They take files: who brings which is tried where they are. */
const OF_FILES = ['uploadEvidence', 'importStatements', 'answerPaymentFile'];

const { system, actors, web } = await openSystem();

const met = new Set<string>(OF_FILES);

test.each([
  { of: 'a project', life: lifecycle },
  { of: 'a city that signs a declaration', life: lifeOfSignatory },
  { of: 'a city that learns from another', life: lifeOfExchanges },
  { of: 'a request for support', life: lifeOfRequest },
  { of: 'an award', life: lifeOfAward },
  { of: 'a call for projects', life: lifeOfCall },
])(
  'in every state of $of each act is refused to everybody whom the published table does not name, and to everybody who has acted before it',
  async ({ of, life }) => {
    const [city, lender] = [await actors.city(), await actors.sponsor()];
    const organisations: Organisations = {
      own: [city, lender.sponsor, 'secretariat'],
      others: [await actors.city('Kawasaki'), (await actors.sponsor()).sponsor, await actors.partner()],
    };
    const cells: Cells = { cells: 0, differences: [] };
    const pairs: Pairs = { pairs: 0, passed: [] };
    const before: { act: string; by: Someone }[] = [];
    const running = life({ api: system.api, actors, city, lender });
    for (let next = await running.next(); !next.done; ) {
      const { possible, done, state } = next.value;
      const permitted = await permittedIn(web, next.value, organisations.own);
      // What only one person may do is met where it is done.
      for (const { act } of [...possible, ...permitted, ...(done ? [done] : [])]) met.add(act);
      await settled(system.api);
      const commits = await system.commits();
      await everybodyElse(web, { state, possible: [...possible, ...permitted] }, organisations, cells);
      await whoHasActed(web, { state, possible: done ? [...possible, done] : possible }, organisations, before, pairs, asRole);
      expect([state, cells.differences, pairs.passed]).toEqual([state, [], []]);
      expect([state, await system.commits()]).toEqual([state, commits]);
      if (!done) throw new Error('the life cycle goes on by what is done');
      const reply = await attempt(web, done, done.by);
      expect([done.act, state, reply.status < 300 ? '' : reply.bytes.toString()]).toEqual([done.act, state, '']);
      before.push({ act: done.act, by: done.by });
      next = await running.next(bodyOf(reply));
    }
    await settled(system.api);
    expect(await verifiedFaults(system)).toEqual({});
    console.log(
      `authority over ${of}: ${cells.cells} cells, ${cells.differences.length} differences; duties: ${pairs.pairs} pairs, ${pairs.passed.length} passed`,
    );
  },
);

test('no act is left out', () => {
  expect([...met].toSorted()).toEqual(Object.keys(ACTS).toSorted());
});
