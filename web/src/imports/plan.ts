import { api, type Schemas } from '../base/api/client.ts';
import { keyOf } from './keys.ts';
import { cellAt, type Fault, type Group, groupsOf, isSame, type Proposal, type Read, readProposal } from './proposals.ts';
import type { Table } from './table.ts';

/** What happens to a project of the file: nothing if it has faults, or exists unchanged. */
type Act = 'draft' | 'revise' | 'same' | 'faulty';
export type Item = {
  readonly rows: readonly number[];
  readonly reference: string;
  readonly title: string;
  readonly act: Act;
  readonly faults: readonly Fault[];
  /** How many things it lacks to be submitted. */
  readonly lacks: number;
  readonly proposal: Proposal;
  /** The draft that is there already. */
  readonly project: Pick<Schemas['Project'], 'id' | 'version'> | undefined;
  /** Names what its rows say: the same rows have one effect, however often they are imported. */
  readonly key: string;
};

type Checking = { readonly signal: AbortSignal; readonly onChecked: (done: number, all: number) => void };
type Candidate = { readonly group: Group; readonly read: Read; readonly found: readonly Schemas['Project'][] };
type Checked = Schemas['CheckedProposal'];

const MAX_CHECKED = 40;
const MAX_CHECKED_LETTERS = 400_000;
const OPEN: readonly string[] = ['draft', 'more-information-required'];

/** Holds a file against what there is already and against the rules of the API. Nothing is written. */
export async function planOf(table: Table, proposer: string, { signal, onChecked }: Checking): Promise<readonly Item[]> {
  const existing = Map.groupBy(
    await Array.fromAsync(api.each('listProjects', { proposer }, { signal })),
    ({ proposal }) => proposal.reference,
  );
  const columns = new Set(table.columns);
  const candidates = groupsOf(table).map((group): Candidate => {
    const found = existing.get(group.reference) ?? [];
    const read = readProposal(group, columns, found.length === 1 ? found[0]?.proposal : undefined);
    return { group, found, read: { ...read, faults: [...read.faults, ...barred(group, found, read)] } };
  });
  const sound = candidates.filter(({ read }) => read.faults.length === 0);
  const told = new Map<Candidate, Checked>();
  for (const batch of batchesOf(sound)) {
    for (const [candidate, checked] of await checkedIn(batch, proposer, signal)) told.set(candidate, checked);
    onChecked(told.size, sound.length);
  }
  return Promise.all(candidates.map((candidate) => itemOf(candidate, told.get(candidate))));
}

/** What there is already may stand against what the file says. */
function barred({ rows }: Group, found: readonly Schemas['Project'][], { proposal }: Read): readonly Fault[] {
  const [first] = rows;
  const [one] = found;
  const at = { row: first?.number ?? 0, column: 'reference' };
  if (found.length > 1) return [{ ...at, because: { type: 'several', count: found.length } }];
  return one && !OPEN.includes(one.status) && !isSame(one.proposal, proposal)
    ? [{ ...at, because: { type: 'closed', status: one.status } }]
    : [];
}

function batchesOf(candidates: readonly Candidate[]): readonly (readonly Candidate[])[] {
  const batches: Candidate[][] = [];
  let letters = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const { length } = JSON.stringify(candidate.read.proposal);
    const isFull = letters + length > MAX_CHECKED_LETTERS || (batches.at(-1)?.length ?? MAX_CHECKED) >= MAX_CHECKED;
    if (isFull) batches.push([]);
    batches.at(-1)?.push(candidate);
    letters = isFull ? length : letters + length;
  }
  return batches;
}

const NOTHING: Checked = { faults: [], unknownCodes: [], countriesOfOthers: [], missing: [] };

/** What the API says of each. */
async function checkedIn(
  batch: readonly Candidate[],
  proposer: string,
  signal: AbortSignal,
): Promise<readonly (readonly [Candidate, Checked])[]> {
  const asked = batch.map(({ read }) => read.proposal);
  const { proposals } = await api.operations.checkProposals({}, { proposer, proposals: asked }, { signal });
  return batch.map((candidate, index) => [candidate, proposals[index] ?? NOTHING]);
}

async function itemOf({ group, read, found }: Candidate, checked: Checked = NOTHING): Promise<Item> {
  const [first] = group.rows;
  const faults = [...read.faults, ...faultsOf(checked, read, first?.number ?? 0)];
  const [one] = found;
  const act = faults.length > 0 ? 'faulty' : one === undefined ? 'draft' : isSame(one.proposal, read.proposal) ? 'same' : 'revise';
  return {
    rows: group.rows.map(({ number }) => number),
    reference: group.reference,
    title: read.proposal.title ?? '',
    act,
    faults,
    lacks: checked.missing.length,
    proposal: read.proposal,
    project: one,
    key: await keyOf(group.rows),
  };
}

function faultsOf({ faults, unknownCodes, unknownPlace, countriesOfOthers }: Checked, read: Read, first: number): readonly Fault[] {
  return [
    ...faults.map(({ field, rule }): Fault => ({ ...cellAt(field, read, first), because: { type: 'rule', rule } })),
    ...unknownCodes.map(
      ({ field, code, nearest }): Fault => ({ ...cellAt(field, read, first), because: { type: 'code-unknown', code, nearest } }),
    ),
    ...(unknownPlace ? [{ row: first, column: 'place', because: { type: 'place-unknown' } as const }] : []),
    ...(countriesOfOthers.length > 0
      ? [{ row: first, column: 'countries', because: { type: 'countries-of-others', countries: countriesOfOthers } as const }]
      : []),
  ];
}
