import { DEMONSTRATIONS } from '@junkan/scripts/main-job/demonstrations/run.ts';
import { test } from 'vitest';
import { runVariants } from '../variants.ts';

test('on engines, every variant of the life cycle ends where it should, leaves nothing behind, and changes nothing when it is shown again', () =>
  runVariants(DEMONSTRATIONS));
