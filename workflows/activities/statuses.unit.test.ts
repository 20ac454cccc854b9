import type { Log } from '@junkan/kit/log.ts';
import { expect, test } from 'vitest';
import { knowing } from './statuses.ts';

function listening() {
  const logged: object[] = [];
  const counted: string[] = [];
  const log = { error: (facts: object) => logged.push(facts) } as unknown as Log;
  return { logged, counted, knows: knowing({ log, countUnrecognised: (of) => counted.push(of) }, 'funding/prj_a/1') };
}

test('a known status is reported as it is, and to nobody else', () => {
  const { knows, logged, counted } = listening();
  expect(knows('project', 'open')).toBe('open');
  expect([logged, counted]).toEqual([[], []]);
});

test('a status that is not known is unrecognised, logged with its workflow and counted', () => {
  const { knows, logged, counted } = listening();
  expect(knows('project', 'paused')).toBe('unrecognised');
  expect(logged).toEqual([{ of: 'project', status: 'paused', workflowId: 'funding/prj_a/1' }]);
  expect(counted).toEqual(['project']);
});

test('the status of one is not that of another, and none is none', () => {
  const { knows } = listening();
  expect([knows('funding', 'funded'), knows('offer', 'open'), knows('project', '')]).toEqual([
    'unrecognised',
    'unrecognised',
    'unrecognised',
  ]);
  expect([knows('offer', 'live'), knows('claim', 'none')]).toEqual(['live', 'none']);
});
