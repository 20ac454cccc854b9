import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflows } from './bundle.ts';
// What the code is made of is loaded too, so that set-up knows when to make it again.
import './flows/workflows.ts';

/** Writes the code of the workflows for workers that load it (JUNKAN_WORKFLOW_BUNDLE): the compiler takes more memory than they do. */
const file = process.argv[2] ?? fileURLToPath(new URL('../.tools/workflows.js', import.meta.url));
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, (await bundleWorkflows()).code);
