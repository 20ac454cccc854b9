import { expect, test } from 'vitest';
import type { Routes } from '../route.ts';
import type { Services } from '../services.ts';
import { checking } from './checking.ts';

test('two checks of a person are under way at a time, and a third gets the time at which to come back', async () => {
  const waiting: (() => void)[] = [];
  const checkProposals = () => new Promise((resolve) => waiting.push(() => resolve({ proposals: [] })));
  let ask = (_: object): Promise<object> => Promise.reject(new Error('there is no route'));
  const question = ((_path, _about, _body, asked) => {
    ask = asked as typeof ask;
  }) as Routes['question'];
  checking({ question } as Routes, { 'project-registry': { checkProposals } } as unknown as Services);

  const by = (person: string) => ask({ body: { proposer: 'org_a', proposals: [] }, call: { actor: { person } } });
  const [one, other] = [by('per_a'), by('per_a')];
  const tooMany = { status: 429, type: 'RequestsAreTooMany', headers: { 'Retry-After': '1' } };
  await expect(by('per_a')).rejects.toMatchObject(tooMany);
  const another = by('per_b');
  expect(waiting.length).toBe(3);
  for (const end of waiting) end();
  expect(await Promise.all([one, other, another])).toEqual(Array(3).fill({ proposals: [] }));
  const again = by('per_a');
  waiting.at(-1)?.();
  expect(await again).toEqual({ proposals: [] });
});
