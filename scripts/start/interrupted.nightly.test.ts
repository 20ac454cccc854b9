import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { finish, interrupt, starts, TOTALS } from './interrupted.fixture.ts';

test('a start that is interrupted goes on where it was: SIGKILL while importing, SIGINT while offering, SIGKILL while paying', async () => {
  const { start } = starts('signals');
  await interrupt(start(), 'Importing', 'SIGKILL');
  await interrupt(start(), 'Offers', 'SIGINT');
  await interrupt(start(), 'milestones passed', 'SIGKILL');
  expect(await finish(start())).toEqual({ code: 0, totals: TOTALS });
});

test('with two of every process, one of them killed at each stage: they share the work, and all of it goes on by itself', async () => {
  const { data, start } = starts('processes');
  const child = start('--processes', '--replicas', '2');
  const victims = new Map([
    ['Importing', 'matching-1'],
    ['Offers', 'workflows-2'],
    ['Approvals', 'gateway-1'],
    ['Signatures', 'disbursement-2'],
    ['Demonstrations', 'project-registry-1'],
  ]);
  const killed: string[] = [];
  createInterface({ input: child.stderr ?? process.stdin }).on('line', (line) => {
    for (const [stage, program] of victims) {
      if (!line.includes(stage) || killed.includes(program)) continue;
      process.kill(Number(readFileSync(join(data, 'logs', `${program}.pid`), 'utf8')), 'SIGKILL');
      killed.push(program);
    }
  });
  expect(await finish(child)).toEqual({ code: 0, totals: TOTALS });
  expect(killed).toEqual([...victims.values()]);
});
