import * as d from '#messages/award-draft';
import { fieldMissing } from '#messages/forms';
import { basisPointsOf } from '../acts/amounts.ts';
import type { Schemas } from '../base/api/client.ts';
import { shareText } from '../base/parts/locale.ts';
import { bodyOf } from '../forms/body.ts';
import type { Values } from '../forms/drafts.ts';

// By what is judged, as it is written in a form.

type Criterion = Schemas['AwardCycle']['criteria'][number];
/** As a form begins with it. */
export type Begun = { readonly code: string; readonly title: string; readonly weight: string; readonly meanings: readonly string[] };

export const SCALE = [0, 1, 2, 3, 4, 5] as const;
export const MOST_CRITERIA = 12;
/** All of the weights. */
const WHOLE = 10_000;

/** The values with which a form begins, in the order in which criteria break ties. */
export const valuesOfCriteria = (criteria: readonly Begun[]): Values => ({
  'criteria.count': String(criteria.length),
  ...Object.fromEntries(
    criteria.flatMap(({ code, title, weight, meanings }, row) => [
      [`criteria.${row}.code`, code],
      [`criteria.${row}.title`, title],
      [`criteria.${row}.weight`, weight],
      ...SCALE.map((mark) => [`criteria.${row}.${mark}`, meanings[mark] ?? '']),
    ]),
  ),
});

export const countOf = (values: Values): number => Number(values['criteria.count'] ?? 1);

/** What a criterion is asked for; `of`: without the name of its row. */
export const fieldsOf = (row: number) =>
  [
    { of: 'title', name: `criteria.${row}.title`, kind: 'line', required: true, max: 200 },
    { of: 'weight', name: `criteria.${row}.weight`, kind: 'share', required: true },
    ...SCALE.map((mark) => ({ of: String(mark), name: `criteria.${row}.${mark}`, kind: 'line', required: true, max: 300 }) as const),
  ] as const;

/** What the weights come to, in basis points: of those that can be read. */
export const weightsOf = (values: Values): number =>
  Array.from({ length: countOf(values) }, (_, row) => basisPointsOf(values[`criteria.${row}.weight`] ?? '') ?? 0).reduce(
    (sum, weight) => sum + weight,
    0,
  );

export const labelIn = (of: string): string => {
  if (of === 'title') return d.criterion();
  return of === 'weight' ? d.weight() : d.markMeans({ mark: Number(of) });
};

const lacksIn = (row: number, name: string): string => {
  const of = name.split('.').at(-1) ?? '';
  return fieldMissing({ field: `${d.criterionOne({ number: row + 1 })}, ${labelIn(of)}` });
};

/** The criteria that the values make, and by field what is wrong with them, in words. */
export function criteriaIn(values: Values): { readonly criteria: readonly Criterion[]; readonly faults: Record<string, string> } {
  const rows = Array.from({ length: countOf(values) }, (_, row) => ({ row, ...bodyOf(fieldsOf(row), values) }));
  const sum = weightsOf(values);
  const faults = {
    ...Object.fromEntries(rows.flatMap(({ row, faults: of }) => Object.keys(of).map((name) => [name, lacksIn(row, name)]))),
    ...(sum === WHOLE ? {} : { 'criteria.0.weight': d.weightsComeTo({ sum: shareText(sum) }) }),
  };
  const criteria = rows.map(({ row, body: of }) => ({
    code: values[`criteria.${row}.code`] ?? `criterion-${row + 1}`,
    tieOrder: row + 1,
    title: of[`criteria.${row}.title`],
    weightBasisPoints: of[`criteria.${row}.weight`],
    meanings: SCALE.map((mark) => of[`criteria.${row}.${mark}`]),
  }));
  return { criteria: criteria as readonly Criterion[], faults };
}
