import { settled } from '@junkan/scripts/main-job/clock.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifiedFaults } from '../breaking.ts';
import { type Constellation, startConstellation } from '../constellation.ts';
import { http } from '../http.ts';
import { walk } from '../model/walk.ts';
import { worldOf } from '../model/world.ts';

/** One that is known; another explores: JUNKAN_MODEL_SEED. */
const seed = Number(process.env['JUNKAN_MODEL_SEED'] ?? 5);
const steps = Number(process.env['JUNKAN_MODEL_STEPS'] ?? 400);

let system: Constellation;
beforeAll(async () => {
  system = await startConstellation();
});
afterAll(() => system.close());

test(
  `${steps} steps by chance, legal and illegal, are answered as the model says, and leave everything where it says (seed ${seed})`,
  async () => {
    const { api, address } = system;
    const tally = await walk(
      { api, web: http(address), clock: () => settled(api), settled: async () => (await settled(api)).now, ...(await worldOf(api)), seed },
      steps,
    );
    console.info(JSON.stringify({ seed, ...tally }));
    const refused = Object.values(tally.refused).reduce((all, count) => all + count, 0);
    expect(Math.min(tally.accepted, refused)).toBeGreaterThan(steps / 10);
    await settled(api);
    expect(await verifiedFaults(system)).toEqual({});
  },
  200_000 + steps * 1_000,
);
