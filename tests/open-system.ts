import { afterAll } from 'vitest';
import { actorsOf } from './actors.ts';
import { breaking } from './breaking.ts';
import { http } from './http.ts';
import { startMemorySystem } from './memory-system.ts';

/** The whole system in memory, with the parties who act on it, until the tests of the file are over. `store`: for breaking what is stored. */
export async function openSystem() {
  const system = await startMemorySystem();
  afterAll(() => system.close());
  const { api } = system;
  return { system, api, actors: actorsOf(api), web: http(system.address), store: breaking(system) };
}
