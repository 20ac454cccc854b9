import { createLog } from '../log.ts';
import { openView, type ViewOptions } from './open-view.ts';

// A program that keeps a view until it is killed, and says a word after each transaction: node killed.fixture.ts <what the view is opened with, as JSON>
const told = JSON.parse(process.argv[2] ?? '{}') as Omit<ViewOptions, 'module' | 'log'>;
const view = await openView({
  ...told,
  module: new URL('./slow-accounts-view.fixture.ts', import.meta.url),
  log: createLog('killed', 'silent'),
});
view.onTold(() => process.stdout.write('.'));
