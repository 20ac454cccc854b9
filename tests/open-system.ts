import { afterAll } from 'vitest';
import { breaking } from './breaking.ts';
import { http } from './http.ts';
import { startMemorySystem } from './memory-system.ts';
import { parties } from './parties.ts';
import { stages } from './stages.ts';

/** The whole system in memory, with the parties who act on it, until the tests of the file are over. `store`: for breaking what is stored. */
export async function openSystem() {
  const system = await startMemorySystem();
  afterAll(() => system.close());
  const { api } = system;
  const actors = parties(api);
  return { system, api, actors, stage: stages(api, actors), web: http(system.address), store: breaking(system) };
}
