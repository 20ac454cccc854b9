import { rm } from 'node:fs/promises';
import { stopLeftEngines } from '@junkan/infra/embedded/engines.ts';

/** Empties the data folder, after stopping what an earlier start left running on it. Refuses while another start uses it. */
export async function clearData(dataDir: string): Promise<void> {
  await stopLeftEngines(dataDir);
  await rm(dataDir, { recursive: true, force: true });
}
