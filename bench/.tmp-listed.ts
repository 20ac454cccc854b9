import { mkdtempSync } from 'node:fs';
import { listed } from './reading-lists.ts';

const folder = mkdtempSync('/tmp/junkan-answers-');
for (const size of [1000, 10000, 100000]) listed(folder, size);
