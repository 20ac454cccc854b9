import { globSync } from 'node:fs';
import type { Since, Variant } from '@junkan/kit/testing/since.fixture.ts';

const ROOT = new URL('../../', import.meta.url);
const found = globSync('services/*/since.fixture.ts', { cwd: ROOT }).map(
  async (file): Promise<Since> => ((await import(new URL(file, ROOT).href)) as { since: Since }).since,
);

const SINCE: Since = Object.assign({}, ...(await Promise.all(found)));

/** How the streams of a kind go on since the recording, as their service says. */
export const sinceOf = (aggregate: string): readonly Variant[] => SINCE[aggregate] ?? [];
