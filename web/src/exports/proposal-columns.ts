import type { ListName, ReadPage, Schemas } from '../base/api/types.ts';
import { BETWEEN, type Cell, type Column, nameOf } from './columns.ts';

type Proposal = Schemas['Proposal'];
/** Of what a proposal has several. */
export type Part = 'milestones' | 'wasteStreams' | 'otherSources' | 'plannedIndicators';

/** The part of a proposal in one column, both when writing and when reading. */
export type Field = {
  readonly key: string;
  /** Its place in the proposal, or in each entry of a list. */
  readonly path: string;
  readonly kind: 'line' | 'lines' | 'code' | 'whole' | 'decimal' | 'sum' | 'currency' | 'codes' | 'numbers';
  readonly part?: Part;
  readonly list?: ListName;
  /** Without it there is no draft, or no part. */
  readonly isDue?: boolean;
  /** The words that explain it, if they are not under its key. */
  readonly fields?: readonly string[];
};

const CODE = { kind: 'code', isDue: true } as const;
const of = (part: Part, prefix: string, fields: readonly Omit<Field, 'part' | 'key'>[]): readonly Field[] =>
  fields.map((field) => ({ fields: [part, field.path], ...field, part, key: `${prefix}.${field.path}` }));

export const REFERENCE: Field = { key: 'reference', path: 'reference', kind: 'line', isDue: true };

/** Everything that a proposal says. */
export const FIELDS: readonly Field[] = [
  REFERENCE,
  { key: 'title', path: 'title', kind: 'line' },
  { key: 'description', path: 'description', kind: 'lines' },
  { key: 'language', path: 'language', kind: 'code' },
  { key: 'readiness', path: 'readiness', kind: 'whole' },
  { key: 'beneficiaries', path: 'beneficiaries', kind: 'whole' },
  { key: 'operator', path: 'operator', kind: 'line' },
  { key: 'countries', path: 'countries', kind: 'codes' },
  { key: 'place', path: 'place/id', kind: 'code' },
  { key: 'themes', path: 'themes', kind: 'codes', list: 'themes' },
  { key: 'capacity', path: 'capacity/quantity', kind: 'decimal' },
  { key: 'unit', path: 'capacity/unit', kind: 'code', list: 'units', fields: ['capacity', 'unit'] },
  { key: 'currency', path: 'currency', kind: 'currency' },
  { key: 'target', path: 'target', kind: 'sum' },
  { key: 'cost', path: 'cost', kind: 'sum' },
  { key: 'ownContribution', path: 'ownContribution', kind: 'sum' },
  { key: 'minimumCloseBasisPoints', path: 'minimumCloseBasisPoints', kind: 'whole' },
  { key: 'instruments', path: 'instruments', kind: 'codes', list: 'instruments' },
  { key: 'preferredInstrument', path: 'preferredInstrument', kind: 'line' },
  { key: 'indicators', path: 'indicators', kind: 'codes', list: 'indicators' },
  ...of('milestones', 'milestone', [
    { path: 'number', kind: 'whole' },
    { path: 'title', kind: 'line', isDue: true },
    { path: 'monthsAfterEffective', kind: 'whole', isDue: true },
    { path: 'amount', kind: 'sum', isDue: true },
  ]),
  ...of('wasteStreams', 'wasteStream', [
    { path: 'stream', list: 'waste-streams', ...CODE },
    { path: 'tonnesPerYear', kind: 'decimal' },
  ]),
  ...of('otherSources', 'otherSource', [
    { path: 'name', kind: 'line', isDue: true },
    { path: 'amount', kind: 'sum', isDue: true },
  ]),
  ...of('plannedIndicators', 'plannedIndicator', [
    { path: 'code', list: 'indicators', ...CODE },
    { path: 'unit', kind: 'code', list: 'units' },
    { path: 'baseline', kind: 'decimal' },
    { path: 'target', kind: 'decimal', fields: ['plannedIndicators', 'indicatorTarget'] },
    { path: 'method', kind: 'lines' },
    { path: 'milestones', kind: 'numbers', fields: ['plannedIndicators', 'indicatorMilestones'] },
  ]),
];

/** The currency of all that a proposal says of money, but for sums that name another. */
export const currencyOf = ({ target, cost, ownContribution, milestones, otherSources }: Partial<Proposal>): string =>
  [target, cost, ownContribution, milestones?.[0]?.amount, otherSources?.[0]?.amount].find((sum) => sum !== undefined)?.currency ?? '';

/** The value at a path. */
const at = (value: unknown, path: string): unknown =>
  path.split('/').reduce<unknown>((inner, step) => (inner as Readonly<Record<string, unknown>> | undefined)?.[step], value);

function written({ kind, path }: Field, from: unknown, currency: string): Cell {
  const value = kind === 'currency' ? currency : at(from, path);
  if (value === undefined || value === '') return undefined;
  switch (kind) {
    case 'sum': {
      const sum = value as Schemas['Money'];
      return sum.currency === currency ? sum.amount : `${sum.amount}${BETWEEN}${sum.currency}`;
    }
    case 'codes':
    case 'numbers':
      return (value as readonly (string | number)[]).join(BETWEEN) || undefined;
    case 'whole':
      return path === 'beneficiaries' && value === 0 ? undefined : (value as number);
    case 'line':
    case 'lines':
    case 'code':
    case 'currency':
    case 'decimal':
      return String(value);
  }
}

const PARTS: readonly Part[] = ['milestones', 'wasteStreams', 'otherSources', 'plannedIndicators'];
export const rowCountOf = (proposal: Proposal): number => Math.max(1, ...PARTS.map((part) => proposal[part].length));

/** The value of a field in a row of its proposal: the first row has the single values, and each row one more entry of every list. */
export function cellOf(field: Field, proposal: Proposal, row: number): Cell {
  const currency = currencyOf(proposal);
  if (field.part !== undefined) return written(field, proposal[field.part][row], currency);
  return row === 0 || field === REFERENCE ? written(field, proposal, currency) : undefined;
}

/** A row of a file of projects. */
export type ProjectRow = { readonly project: Schemas['Project']; readonly row: number };
export const rowsOf = (projects: readonly Schemas['Project'][]): readonly ProjectRow[] =>
  projects.flatMap((project) => Array.from({ length: rowCountOf(project.proposal) }, (_, row) => ({ project, row })));

/** A list of projects as rows of a file, of which there are more than projects. */
export const inRows =
  (read: ReadPage<Schemas['Project']>): ReadPage<ProjectRow> =>
  async (cursor, signal) => {
    const { rows, names, next } = await read(cursor, signal);
    return { rows: rowsOf(rows), names, next };
  };

const once = (key: string, value: Column<Schemas['Project']>['value']): Column<ProjectRow> => ({
  key,
  value: ({ project, row }, names) => (row === 0 ? value(project, names) : undefined),
});

export const PROJECT_COLUMNS: readonly Column<ProjectRow>[] = [
  once('id', ({ id }) => id),
  once('status', ({ status }) => status),
  once('proposer', ({ proposer }, names) => nameOf(proposer, names)),
  once('placeName', ({ proposal }) => proposal.place?.name),
  ...FIELDS.map(
    (field): Column<ProjectRow> => ({
      key: field.key,
      ...(field.fields ? { fields: field.fields } : {}),
      isSum: field.kind === 'sum',
      value: ({ project, row }) => cellOf(field, project.proposal, row),
    }),
  ),
];
