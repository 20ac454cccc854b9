import { expect, test } from 'vitest';
import { type Kept, type Sent, wrongsOf } from './record.ts';

const sent = (more: Partial<Sent> = {}): Sent => ({
  chain: 'c1',
  step: 'draft',
  person: 'ann',
  expects: 'done',
  refusals: [],
  attempts: 1,
  answers: [{ id: 'prj_1', version: 1, status: 'draft' }],
  ...more,
});
const kept = (more: Partial<Kept> = {}): Kept => ({
  stream: 'prj_1',
  to: 1,
  chain: 'c1',
  person: 'ann',
  types: ['ProjectDrafted'],
  payments: [],
  ...more,
});
const refusals = [{ status: 409, type: 'no' }];
const nothing = { lost: [], doubled: [], wrong: [] };
const counts = (commands: Sent[], store: Kept[]) => {
  const { lost, doubled, wrong } = wrongsOf(commands, store);
  return [lost.length, doubled.length, wrong.length];
};

test('what was acknowledged once and is stored once is right, however often it was answered', () => {
  const command = sent();
  command.answers.push({ id: 'prj_1', version: 1, status: 'draft' });
  expect(wrongsOf([command], [kept()])).toEqual(nothing);
});

test('what the workflows do in the chain of a command, and what nobody knows the answer to, is nobody’s fault', () => {
  const asked = [sent(), sent({ chain: 'c2', answers: [] }), sent({ chain: 'c3', answers: [] })];
  const store = [kept(), kept({ stream: 'fnd_1', person: 'system:workflows' }), kept({ stream: 'prj_2', chain: 'c2' })];
  expect(wrongsOf(asked, store)).toEqual(nothing);
});

test.each<[string, Sent[], Kept[], number[]]>([
  ['acknowledged and not there', [sent()], [], [1, 0, 0]],
  ['acknowledged at a version that is not there', [sent({ answers: [{ id: 'prj_1', version: 2, status: '' }] })], [kept()], [1, 0, 0]],
  ['done twice', [sent()], [kept(), kept({ to: 2 })], [0, 1, 0]],
  ['one key, two ids', [sent({ answers: [...sent().answers, { id: 'prj_2', version: 1, status: '' }] })], [kept()], [0, 1, 0]],
  ['stored and never sent', [sent()], [kept(), kept({ stream: 'prj_2', chain: 'c9' })], [0, 1, 0]],
  ['settled twice', [], [1, 2].map((to) => kept({ to, types: ['PaymentSettled'], payments: ['pay_1'] })), [0, 1, 0]],
  ['refused and stored', [sent({ answers: [], refusals, expects: 'either' })], [kept()], [0, 0, 1]],
  ['refused, though it may be done', [sent({ answers: [], refusals })], [], [0, 0, 1]],
  ['done, though it must be refused', [sent({ expects: 'refused' })], [kept()], [0, 0, 1]],
])('it is noticed when something is %s', (_, commands, store, expected) => {
  expect(counts(commands, store)).toEqual(expected);
});
