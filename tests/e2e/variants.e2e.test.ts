import { DEMONSTRATIONS } from '@junkan/scripts/main-job/demonstrations/run.ts';
import { expect, test } from 'vitest';
import { runVariants } from '../variants.ts';

/** One for each way in which engines have a part: timers, several sponsors, files and statements of banks, what is undone, and budgets. */
const ON_ENGINES = [
  'second-round',
  'sponsor-declines-to-sign',
  'overdue-suspended-resumed',
  'terminated',
  'paid-by-files',
  'returned-by-the-bank',
];

test('on engines too, variants of the life cycle end where they should and leave nothing behind', async () => {
  expect(DEMONSTRATIONS).toEqual(expect.arrayContaining(ON_ENGINES));
  await runVariants(ON_ENGINES);
});
