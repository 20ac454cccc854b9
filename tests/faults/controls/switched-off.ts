import { registerHooks } from 'node:module';
import { SIMULATED_CONTROLS } from '../../simulation/defences.ts';
import { type Change, CONTROLS, changed, ROOT, WITHOUT } from './controls.ts';

// Loaded before anything else of a process (node --import): takes a defence out of the code while it is read.
const changes = changesOf(process.env[WITHOUT] ?? '');

registerHooks({
  load(url, context, next) {
    const loaded = next(url, context);
    const fitting = changes.filter(({ file }) => new URL(file, ROOT).href === url);
    if (fitting.length === 0) return loaded;
    return { ...loaded, source: fitting.reduce(changed, text(loaded.source)) };
  },
});

const text = (source: unknown): string => (typeof source === 'string' ? source : Buffer.from(source as Uint8Array).toString('utf8'));

function changesOf(name: string): readonly Change[] {
  const simulated: Readonly<Record<string, readonly Change[]>> = SIMULATED_CONTROLS;
  const others: Readonly<Record<string, { readonly changes: readonly Change[] }>> = CONTROLS;
  return simulated[name] ?? others[name]?.changes ?? [];
}
