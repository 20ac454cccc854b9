import { expect, test } from 'vitest';
import { CONTROL_NAMES, mustFit } from './defences.ts';

test.each(CONTROL_NAMES)('what takes out the defence "%s" fits the code as it is', (name) => {
  expect(() => mustFit(name)).not.toThrow();
});
