import { api, type BodyOf } from '../base/api/client.ts';
import type { ListName } from '../base/api/types.ts';
import { type ActionItem, itemsOf, type Known } from './actions.ts';
import { oneByOne, type Running } from './one-by-one.ts';
import { readProposal } from './proposals.ts';
import type { Table } from './table.ts';

const LISTS: readonly ListName[] = ['themes', 'actions'];

/** What would be done with a file. Nothing is written. */
export async function planOf(table: Table, city: string, signal: AbortSignal): Promise<readonly ActionItem[]> {
  const [own, declarations, lists] = await Promise.all([
    Array.fromAsync(api.each('listActions', { city }, { signal })),
    Array.fromAsync(api.each('listDeclarations', {}, { signal })),
    Promise.all(LISTS.map((list) => api.operations.getList({ list }, { signal }))),
  ]);
  const known: Known = {
    own,
    codes: Object.fromEntries(LISTS.map((list, index) => [list, (lists[index]?.entries ?? []).map(({ code }) => code)])),
    commitments: new Map(
      declarations.map(({ id, versions }) => [
        id,
        [...new Set(versions.filter(({ status }) => status !== 'draft').flatMap(({ text }) => text.commitments.map(({ code }) => code)))],
      ]),
    ),
  };
  const items = await itemsOf(table, known);
  const unknown = await unknownPlaces(items, city, signal);
  return items.map((item) =>
    item.act === 'plan' && unknown.has(item.place)
      ? { ...item, act: 'faulty', faults: [{ row: item.row, column: 'place', because: { type: 'place-unknown' } }] }
      : item,
  );
}

const MOST_AT_ONCE = 40;

/** Which places of new actions the gazetteer does not have: a proposal at each is checked, and none is drafted. */
async function unknownPlaces(items: readonly ActionItem[], proposer: string, signal: AbortSignal): Promise<ReadonlySet<string>> {
  const places = [...new Set(items.flatMap(({ act, place }) => (act === 'plan' ? [place] : [])))];
  const unknown = new Set<string>();
  for (let from = 0; from < places.length; from += MOST_AT_ONCE) {
    const proposals = places.slice(from, from + MOST_AT_ONCE).map((place) => proposalAt(place));
    const checked = await api.operations.checkProposals({}, { proposer, proposals }, { signal });
    for (const { unknownPlace } of checked.proposals) if (unknownPlace) unknown.add(unknownPlace);
  }
  return unknown;
}

function proposalAt(place: string) {
  const cells = { reference: place, title: place, place };
  const group = { reference: place, rows: [{ number: 1, cells, tooMany: false }], faults: [] };
  return readProposal(group, new Set(Object.keys(cells))).proposal;
}

/** What came of a row; what was stopped before its turn is not done. */
export type ActionResult = {
  readonly item: ActionItem;
  readonly state: 'planned' | 'revised' | 'same' | 'faulty' | 'kept' | 'refused' | 'stopped';
  readonly action?: string | undefined;
  readonly error?: unknown;
};

/** Does what was found, one action after the other, each under the key of its row. */
export const runAll = (items: readonly ActionItem[], running: Running): Promise<readonly ActionResult[]> =>
  oneByOne(items, running, { done: (item) => done(item, running), stopped });

const stopped = (item: ActionItem): ActionResult => ({ item, state: 'stopped', action: item.action?.id });

async function done(item: ActionItem, { isRevising }: Running): Promise<ActionResult> {
  const { act, place, content, tags, action, key } = item;
  try {
    if (act === 'plan') {
      const { id } = await api.operations.planAction({}, { place, content, tags } as BodyOf<'planAction'>, { key });
      return { item, state: 'planned', action: id };
    }
    if (act === 'revise' && action && isRevising) {
      const { id, version } = action;
      // Of another version it is another change, also where the row says the same.
      await api.operations.reviseAction({ id }, { content, tags } as BodyOf<'reviseAction'>, { key: `${key}-${version}`, version });
      return { item, state: 'revised', action: id };
    }
  } catch (error) {
    return { item, state: 'refused', action: action?.id, error };
  }
  return { item, state: act === 'revise' ? 'kept' : act === 'same' ? 'same' : 'faulty', action: action?.id };
}
