import { registerHooks } from 'node:module';
import { CONTROLS, type ControlName, changed, ROOT, WITHOUT } from './controls.ts';

// Loaded before anything else of a process (node --import): takes a defence out of the code while it is read.
const { changes } = CONTROLS[process.env[WITHOUT] as ControlName];

registerHooks({
  load(url, context, next) {
    const loaded = next(url, context);
    const fitting = changes.filter(({ file }) => new URL(file, ROOT).href === url);
    if (fitting.length === 0) return loaded;
    return { ...loaded, source: fitting.reduce(changed, text(loaded.source)) };
  },
});

const text = (source: unknown): string => (typeof source === 'string' ? source : Buffer.from(source as Uint8Array).toString('utf8'));
