import type { Entry } from './matters.ts';

// A bundle is what is loaded at once: the messages of one use, or of one screen. Everywhere has no name.

/** Of the first part of a key: the bundle that its messages are in, and what precedes their names there. */
const OF_USE: Readonly<Record<string, readonly [bundle: string, before: string]>> = {
  act: ['acts', 'act_'],
  say: ['act-forms', 'say_'],
  done: ['acts-done', 'done_'],
  field: ['acts', 'field_'],
  hint: ['hints', 'hint_'],
  event: ['events', ''],
  problem: ['problems', ''],
  duty: ['duties', ''],
  status: ['statuses', ''],
};
const EVERYWHERE = 'everywhere';
/** Bundles that are found by a code of any service. A page needs what its own service says: so that it loads no other's, each is made in parts too. */
const IN_PARTS: readonly string[] = ['acts', 'act-forms', 'acts-done', 'events'];
/** A form that its page shows at once needs those of its matter alone. */
const partsOf = (matter: string): readonly string[] =>
  matter.startsWith('programme-') ? ['programme', matter] : matter === 'programme' ? ['programme'] : ['money'];

type Place = { readonly bundle: string; readonly name: string };

/** Where the message of a key is loaded from, and its name there: `act.holdPayment`, `screen.portfolio.total`. */
function placeOf(key: string): Place {
  const [use = '', ...rest] = key.split('.');
  if (use === 'screen' && rest.length === 2) {
    const [bundle = '', name = ''] = rest;
    return { bundle: bundle === EVERYWHERE ? '' : bundle, name };
  }
  // Types of problems are looked up by their paths, which know no capitals.
  if (use === 'problem' && rest.length === 2 && rest[1] === 'title')
    return { bundle: 'problem-titles', name: (rest[0] ?? '').toLowerCase() };
  const [bundle, before] = OF_USE[use] ?? [];
  if (bundle === undefined || rest.length !== 1)
    throw new Error(`“${key}” names no use: it is one of ${Object.keys(OF_USE).join(', ')} and a name, or screen, a bundle and a name`);
  const name = use === 'problem' || use === 'duty' ? rest[0]?.toLowerCase() : rest[0];
  return { bundle, name: `${before}${name}` };
}

export type Bundle = ReadonlyMap<string, Entry>;

/** The messages of each bundle by name, in the order of their names. */
export function bundlesOf(all: readonly Entry[]): ReadonlyMap<string, Bundle> {
  const bundles = new Map<string, Map<string, Entry>>();
  for (const entry of all) {
    const { bundle, name } = placeOf(entry.key);
    const messages = bundles.get(bundle) ?? new Map<string, Entry>();
    const other = messages.get(name);
    if (name === 'then') throw new Error(`words/${entry.matter}.json: a module with a message “then” is never loaded`);
    if (other) throw new Error(`“${entry.key}” is in ${other.matter}.json and in ${entry.matter}.json`);
    bundles.set(bundle, messages.set(name, entry));
    if (!IN_PARTS.includes(bundle)) continue;
    for (const part of partsOf(entry.matter)) {
      const own = `${bundle}-${part}`;
      bundles.set(own, new Map(bundles.get(own)).set(name, entry));
    }
  }
  return new Map([...bundles].map(([bundle, messages]) => [bundle, new Map([...messages].toSorted(([a], [b]) => (a < b ? -1 : 1)))]));
}
