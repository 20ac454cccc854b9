import { readFileSync } from 'node:fs';
import { calledBy, PROGRAM_NAMES } from '@junkan/proto/programs.ts';
import { expect, test } from 'vitest';
import { chartPrograms, composedPrograms, exampleAccounts, mongoAccounts, natsConfiguration, natsPasswords, withPart } from './programs.ts';

// After a change of proto/programs.ts: npm test -- --project unit scripts/containers -u
const ROOT = '../..';
const text = (path: string): string => readFileSync(new URL(`${ROOT}/${path}`, import.meta.url), 'utf8');

const FILES: Readonly<Record<string, (text: string) => string>> = {
  'docker-compose.yml': (compose) => withPart(compose, 'programs', composedPrograms()),
  'docker-compose.engines.yml': (engines) =>
    withPart(withPart(engines, 'accounts of MongoDB', mongoAccounts()), 'accounts of NATS', natsPasswords()),
  'infra/containers/nats.conf': () => natsConfiguration(text('infra/embedded/nats.conf')),
  'infra/kubernetes/programs.yaml': (chart) => withPart(chart, 'programs', chartPrograms()),
  'infra/kubernetes/examples/production.yaml': (values) => withPart(values, 'accounts', exampleAccounts()),
};

test.each(Object.entries(FILES))('%s says of the programs what their list says', async (path, written) => {
  await expect(written(text(path))).toMatchFileSnapshot(`${ROOT}/${path}`);
});

test('each program comes after those whom it calls', () => {
  const early = PROGRAM_NAMES.flatMap((name, place) => calledBy(name).filter((called) => PROGRAM_NAMES.indexOf(called) > place));
  expect(early).toEqual([]);
});
