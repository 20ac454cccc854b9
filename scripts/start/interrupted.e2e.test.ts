import { expect, test } from 'vitest';
import { finish, interrupt, starts, TOTALS } from './interrupted.fixture.ts';

test('a start that is killed while it pays goes on where it was and ends with the same totals', async () => {
  const { start } = starts('killed');
  await interrupt(start(), 'milestones passed', 'SIGKILL');
  expect(await finish(start())).toEqual({ code: 0, totals: TOTALS });
});
