import { expect, test } from 'vitest';
import { notFound, ProblemError } from '../problem.ts';
import { permissionsMessage, whereKnown } from './permissions.ts';

const OF = {
  offer: '',
  payment: '',
  measure: 0,
  tranche: 0,
  sponsor: '',
  question: 0,
  condition: 0,
  entry: 0,
  recovery: 0,
  resolution: 0,
  advance: 0,
  expenditure: 0,
  hold: 0,
  gap: '',
  explanation: 0,
  delegation: 0,
  drawing: 0,
  increase: 0,
  obligation: '',
  contest: 0,
  result: '',
  period: 0,
  correction: 0,
  comment: 0,
};
const failing = (kind: 'unavailable' | 'late' | 'busy' | 'bug') => Promise.reject(new ProblemError({ kind, type: 'CallFailed', data: {} }));

test('a service that does not answer leaves a fact unknown; what it refuses, or a fault of ours, is thrown', async () => {
  expect(await whereKnown(Promise.resolve('clear'))).toBe('clear');
  for (const kind of ['unavailable', 'late', 'busy'] as const) expect(await whereKnown(failing(kind))).toBe('out-of-reach');
  await expect(whereKnown(failing('bug'))).rejects.toThrow('CallFailed');
  await expect(whereKnown(Promise.reject(notFound('Milestone', 'mst_1')))).rejects.toThrow('MilestoneNotFound');
});

test('what depends on an unknown fact is refused for that, where nothing else refuses it', () => {
  const permitted = [
    { operation: 'approve', of: {}, answer: 'allowed' },
    { operation: 'approve', of: { offer: 'off_1' }, answer: 'refused', rejection: { type: 'RoleIsMissing' } },
    { operation: 'refuse', of: {}, answer: 'allowed' },
  ] as const;
  expect(permissionsMessage(permitted, { RoleIsMissing: 'forbidden' }, { approve: 'due-diligence' }).operations).toEqual([
    { ...OF, operation: 'approve', answer: 'refused', rejection: 'FactIsOutOfReach', facts: '{"fact":"due-diligence"}' },
    { ...OF, offer: 'off_1', operation: 'approve', answer: 'refused', rejection: 'RoleIsMissing', facts: '{}' },
    { ...OF, operation: 'refuse', answer: 'allowed', rejection: '', facts: '' },
  ]);
});
