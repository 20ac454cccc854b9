import type { ListName, Schemas } from '../base/api/types.ts';
import { BETWEEN, type Cell, type Column, codes, fields, named } from './columns.ts';
import { decimalOf } from './decimals.ts';

type Action = Schemas['Action'];

/** What is said of an action in one column, both when writing and when reading. */
export type ActionField = {
  readonly key: string;
  /** Where it is said when an action is planned. */
  readonly of: 'content' | 'tags';
  /** `texts`: several, each on a line of its own. */
  readonly kind: 'line' | 'lines' | 'code' | 'codes' | 'texts';
  readonly list?: ListName;
};

/** Everything that a city says of an action. */
export const ACTION_FIELDS: readonly ActionField[] = [
  { key: 'title', of: 'content', kind: 'line' },
  { key: 'scope', of: 'content', kind: 'lines' },
  { key: 'objective', of: 'content', kind: 'lines' },
  { key: 'actors', of: 'content', kind: 'texts' },
  { key: 'themes', of: 'content', kind: 'codes', list: 'themes' },
  { key: 'learntFrom', of: 'content', kind: 'line' },
  { key: 'challenges', of: 'content', kind: 'lines' },
  { key: 'nextSteps', of: 'content', kind: 'lines' },
  { key: 'evidence', of: 'content', kind: 'codes' },
  { key: 'fiveR', of: 'tags', kind: 'code' },
  { key: 'code', of: 'tags', kind: 'code', list: 'actions' },
  { key: 'declaration', of: 'tags', kind: 'code' },
  { key: 'commitments', of: 'tags', kind: 'codes' },
  { key: 'partOf', of: 'tags', kind: 'code' },
];

/** What an action says in a column. */
export function saidOf({ key, of, kind }: ActionField, action: Action): Cell {
  const value = new Map<string, unknown>(Object.entries(of === 'content' ? action.content : action)).get(key) ?? '';
  switch (kind) {
    case 'codes':
      return [value].flat().join(BETWEEN) || undefined;
    case 'texts':
      return [value].flat().join('\n') || undefined;
    case 'line':
    case 'lines':
    case 'code':
      return String(value) || undefined;
  }
}

export const ACTION_COLUMNS: readonly Column<Action>[] = [
  ...fields<Action>('id', 'status'),
  named('city', ({ city }) => city),
  ...fields<Action>('country', 'project'),
  { key: 'place', value: ({ place }) => place?.id },
  { key: 'placeName', value: ({ place }) => place?.name },
  ...ACTION_FIELDS.map((field): Column<Action> => ({ key: field.key, value: (action) => saidOf(field, action) })),
  { key: 'results', value: ({ results }) => results.length },
];

/** What one source adds to the figures, once. */
export type ResultRow = Schemas['ResultAtom'];

/** Numbers are decimals, so that spreadsheets add them up. */
const decimal = (key: 'amount' | 'gross' | 'numerator' | 'denominator' | 'atLeast' | 'atMost'): Column<ResultRow> => ({
  key,
  isSum: true,
  value: ({ [key]: exact }) => exact && decimalOf(exact),
});

export const RESULT_COLUMNS: readonly Column<ResultRow>[] = [
  ...fields<ResultRow>('key', 'indicator', 'unit'),
  decimal('amount'),
  ...fields<ResultRow>('certainty', 'from', 'to'),
  named('city', ({ place }) => place),
  ...fields<ResultRow>('country', 'action', 'project', 'source'),
  decimal('gross'),
  decimal('numerator'),
  decimal('denominator'),
  decimal('atLeast'),
  decimal('atMost'),
  codes('payers', ({ payers }) => payers.map(({ payer, part }) => `${payer.replaceAll(' ', '-')}=${part}`)),
];

type Series = Schemas['Series'];
/** A period of a series. */
type PeriodRow = { readonly series: Series; readonly period: Series['periods'][number] };

/** A row for each period. */
export const seriesRows = (all: readonly Series[]): PeriodRow[] =>
  all.flatMap((series) => series.periods.map((period) => ({ series, period })));

const ofSeries = (key: 'id' | 'country' | 'indicator' | 'unit'): Column<PeriodRow> => ({ key, value: ({ series }) => series[key] });
/** Numbers are decimals, as spreadsheets read them. */
const measured = (key: 'value' | 'numerator' | 'denominator'): Column<PeriodRow> => ({
  key,
  value({ period }) {
    const exact = period.standing.measured[key];
    return exact && decimalOf(exact);
  },
});

export const SERIES_COLUMNS: readonly Column<PeriodRow>[] = [
  ofSeries('id'),
  named('city', ({ series }) => series.city),
  ofSeries('country'),
  ofSeries('indicator'),
  { key: 'from', value: ({ period }) => period.from },
  { key: 'to', value: ({ period }) => period.to },
  measured('value'),
  measured('numerator'),
  measured('denominator'),
  ofSeries('unit'),
  { key: 'notAvailable', value: ({ period }) => period.standing.measured.notAvailable },
  { key: 'certainty', value: ({ period }) => period.standing.certainty },
  { key: 'edition', value: ({ period }) => period.standing.edition },
  { key: 'system', value: ({ series }) => series.boundary.system },
  { key: 'area', value: ({ series }) => series.boundary.area },
  { key: 'leftOut', value: ({ series }) => series.boundary.leftOut },
  { key: 'method', value: ({ series }) => series.measurement.method },
  { key: 'source', value: ({ series }) => series.measurement.source },
  { key: 'target', value: ({ series }) => series.target?.target },
  { key: 'targetOn', value: ({ series }) => series.target?.targetOn },
];
