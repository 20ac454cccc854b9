import { approver, auditor, secretary } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifiedFaults } from '../breaking.ts';
import { type MemorySystem, startMemorySystem } from '../memory-system.ts';
import { first, type Parties, parties, refused, usd } from '../parties.ts';
import { type Stages, stages } from '../stages.ts';

let system: MemorySystem;
let actors: Parties;
let stage: Stages;
beforeAll(async () => {
  system = await startMemorySystem();
  actors = parties(system.api);
  stage = stages(system.api, actors);
});
afterAll(() => system.close());

test('a completed project knows what is claimed back of it, also where the same is open as some time before', async () => {
  const by = (as: Parameters<typeof system.api.as>[0]) => system.api.as(as);
  const [city, lender] = [await actors.city(), await actors.sponsor()];
  const project = await actors.submitted(city);
  const agreement = await stage.approved(project, await stage.funded(project, [[lender, '1000.00']]));
  await stage.verified(first(await stage.signed(agreement)));
  await stage.paid(agreement, 1);
  const known = async () => {
    await settled(system.api);
    const { status, openRecoveries } = await by(auditor).getProject({ id: project });
    return [status, openRecoveries];
  };
  expect(await known()).toEqual(['completed', []]);
  const { id } = agreement;
  const claim = (note: string) => by(secretary).claimRecovery({ id }, { kind: 'clawback', tranche: 1, amount: usd('10.00'), note });
  const refuse = (number: number) => by(approver).refuseRecovery({ id, number }, { note: 'It was not sold.' });
  await claim('The site was sold.');
  expect(await known()).toEqual(['completed', [1]]);
  await claim('The machines were sold.');
  expect(await known()).toEqual(['completed', [1, 2]]);
  await refuse(2);
  expect(await known()).toEqual(['completed', [1]]);
  expect((await refused(by(secretary).proposeClosure({ id: project }, { note: 'All is done.' }))).type).toBe(
    '/problems/recoveries-are-open',
  );
  await refuse(1);
  expect(await known()).toEqual(['completed', []]);
  await by(secretary).proposeClosure({ id: project }, { note: 'All is done.' });
  await settled(system.api);
  expect(await verifiedFaults(system)).toEqual({});
});
