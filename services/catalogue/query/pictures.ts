import { PROJECT_STATUSES } from '@junkan/proto/junkan/project/v1/language.ts';
import { type Flow, STAGES } from './portfolio.ts';

type NodeKind = 'countries' | 'others' | 'status' | 'stage';
export type FlowNode = { readonly kind: NodeKind; readonly countries: readonly string[]; readonly code: string; readonly amount: bigint };
/** `source` and `target`: places among the nodes. */
export type FlowLink = { readonly source: number; readonly target: number; readonly stage: string; readonly amount: bigint };
export type FlowPicture = {
  readonly currency: string;
  readonly amount: bigint;
  readonly nodes: readonly FlowNode[];
  readonly links: readonly FlowLink[];
};

/** This many countries have their own node; the others share one. */
const MAX_COUNTRIES = 15;
/** Meant for what is sought, where it would be counted twice; or no money. */
const SHOWN_SEPARATELY: readonly string[] = ['offered', 'guaranteed', 'guarantee-paid', 'in-kind'] satisfies Flow['stage'][];

const SUREST_FIRST: readonly string[] = STAGES.toReversed();
/** What has come furthest first, so that the bands of a picture seldom cross. */
const FURTHEST_FIRST: readonly string[] = PROJECT_STATUSES.toReversed();
const rank = (stage: string): number => SUREST_FIRST.indexOf(stage);
const inOrder = (order: readonly string[], found: readonly string[]): string[] => [
  ...order.filter((each) => found.includes(each)),
  ...new Set(found.filter((each) => !order.includes(each))),
];

type Unit = Pick<Flow, 'stage' | 'countries' | 'status' | 'amount'>;

/** The money of each currency from countries to statuses, and on to how sure it is: each unit is in one link of either side. */
export function picturesOf(flows: readonly Flow[]): FlowPicture[] {
  const among = flows.filter(({ stage }) => !SHOWN_SEPARATELY.includes(stage));
  return [...Map.groupBy(among, ({ currency }) => currency)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, units]) => ({ currency, amount: sumOf(units), ...drawn(units) }));
}

const sumOf = (units: readonly Pick<Flow, 'amount'>[]): bigint => units.reduce((sum, { amount }) => sum + amount, 0n);

function drawn(units: readonly Unit[]): Pick<FlowPicture, 'nodes' | 'links'> {
  const keyOf = ({ countries }: Unit): string => countries.join('\n');
  const largest = (by: (unit: Unit) => string): string[] =>
    [...Map.groupBy(units, by)]
      .map(([key, of]) => ({ key, amount: sumOf(of) }))
      .sort((a, b) => (a.amount === b.amount ? (a.key < b.key ? -1 : 1) : a.amount > b.amount ? -1 : 1))
      .map(({ key }) => key);
  const ranked = largest(keyOf);
  const own = ranked.length > MAX_COUNTRIES + 1 ? ranked.slice(0, MAX_COUNTRIES) : ranked;
  const isOwn = new Set(own);
  const columns: { kind: NodeKind; code: string; countries: readonly string[]; holds: (unit: Unit) => boolean }[] = [
    ...own.map((key) => ({
      kind: 'countries' as const,
      code: '',
      countries: key === '' ? [] : key.split('\n'),
      holds: (unit: Unit) => keyOf(unit) === key,
    })),
    ...(ranked.length > own.length
      ? [{ kind: 'others' as const, code: '', countries: [], holds: (unit: Unit) => !isOwn.has(keyOf(unit)) }]
      : []),
    ...inOrder(
      FURTHEST_FIRST,
      units.map(({ status }) => status),
    ).map((code) => ({
      kind: 'status' as const,
      code,
      countries: [],
      holds: ({ status }: Unit) => status === code,
    })),
    ...inOrder(
      SUREST_FIRST,
      units.map(({ stage }) => stage),
    ).map((code) => ({
      kind: 'stage' as const,
      code,
      countries: [],
      holds: ({ stage }: Unit) => stage === code,
    })),
  ];
  const nodes = columns.map(({ holds, ...node }) => ({ ...node, amount: sumOf(units.filter(holds)) }));
  const first = (wanted: readonly NodeKind[], unit: Unit): number =>
    columns.findIndex(({ kind, holds }) => wanted.includes(kind) && holds(unit));
  const links = new Map<string, { source: number; target: number; stage: string; amount: bigint }>();
  const add = (source: number, target: number, { stage, amount }: Unit): void => {
    const key = `${source} ${target} ${stage}`;
    const link = links.get(key) ?? { source, target, stage, amount: 0n };
    link.amount += amount;
    links.set(key, link);
  };
  for (const unit of units) {
    const [from, status, stage] = [first(['countries', 'others'], unit), first(['status'], unit), first(['stage'], unit)];
    add(from, status, unit);
    add(status, stage, unit);
  }
  return { nodes, links: [...links.values()].sort((a, b) => a.source - b.source || a.target - b.target || rank(a.stage) - rank(b.stage)) };
}
