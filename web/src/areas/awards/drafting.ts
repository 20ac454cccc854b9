import type { Field as Described } from '#forms';
import * as d from '#messages/award-draft';
import { messages as rubric } from '#messages/award-rubric';
import * as m from '#messages/awards';
import { basisPointsOf } from '../../acts/amounts.ts';
import type { BodyOf } from '../../base/api/client.ts';
import { shareText } from '../../base/parts/locale.ts';
import { bodyOf } from '../../forms/body.ts';
import type { Values } from '../../forms/drafts.ts';

// What an award is made of, as it is written in its form.

type Body = BodyOf<'draftAwardCycle'>;

export const CATEGORIES = ['city-results', 'first-steps', 'small-city', 'partnership'] as const;
const SCALE = [0, 1, 2, 3, 4, 5] as const;
export const MOST_CRITERIA = 12;
/** All of the weights. */
const WHOLE = 10_000;
/** By what the programme judges unless it says otherwise, in the order in which they break ties. */
const USUAL = { results: '30', depth: '20', transfer: '20', inclusion: '15', governance: '15' };

const said = (name: string): string => rubric[name]?.({}) ?? '';

/** With what the form begins. */
export const INITIAL: Values = {
  title: '',
  closesOn: '',
  judgingUntil: '',
  declaration: '',
  ...Object.fromEntries(
    CATEGORIES.flatMap((code) => [
      [`category.${code}`, 'yes'],
      [`category.${code}.title`, m.categoryIs({ category: code })],
    ]),
  ),
  'criteria.count': String(Object.keys(USUAL).length),
  ...Object.fromEntries(
    Object.entries(USUAL).flatMap(([code, weight], row) => [
      [`criteria.${row}.code`, code],
      [`criteria.${row}.title`, said(code)],
      [`criteria.${row}.weight`, weight],
      ...SCALE.map((mark) => [`criteria.${row}.${mark}`, said(`${code}_${mark}`)]),
    ]),
  ),
};

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
  if (of === 'title') return m.criterion();
  return of === 'weight' ? m.weight() : d.markMeans({ mark: Number(of) });
};

/** The body that the values make, and by field what is wrong with them, in words. */
export function draftedIn(values: Values, fields: readonly Described[]): { readonly body: Body; readonly faults: Record<string, string> } {
  const own = bodyOf(fields, values);
  const chosen = CATEGORIES.filter((code) => values[`category.${code}`] === 'yes');
  const titles = bodyOf(
    chosen.map((code) => ({ name: `category.${code}.title`, kind: 'line', required: true })),
    values,
  );
  const rows = Array.from({ length: countOf(values) }, (_, row) => ({ row, ...bodyOf(fieldsOf(row), values) }));
  const sum = weightsOf(values);
  const lacks = (name: string): string => m.lacks({ field: LABELS[name]?.() ?? name });
  const faults = {
    ...(values['declaration'] ? {} : { declaration: d.noDeclaration() }),
    ...Object.fromEntries(Object.keys(own.faults).map((name) => [name, lacks(name)])),
    ...(chosen.length === 0 ? { categories: d.noCategory() } : {}),
    ...Object.fromEntries(
      chosen
        .filter((code) => titles.faults[`category.${code}.title`])
        .map((code) => [`category.${code}.title`, m.lacks({ field: d.titleOfCategory({ category: code }) })]),
    ),
    ...Object.fromEntries(rows.flatMap(({ row, faults: of }) => Object.keys(of).map((name) => [name, lacksIn(row, name)]))),
    ...(sum === WHOLE ? {} : { 'criteria.0.weight': d.weightsComeTo({ sum: shareText(sum) }) }),
  };
  const body = {
    ...own.body,
    declaration: values['declaration'],
    categories: chosen.map((code) => ({ code, title: titles.body[`category.${code}.title`] })),
    criteria: rows.map(({ row, body: of }) => ({
      code: values[`criteria.${row}.code`] ?? `criterion-${row + 1}`,
      tieOrder: row + 1,
      title: of[`criteria.${row}.title`],
      weightBasisPoints: of[`criteria.${row}.weight`],
      meanings: SCALE.map((mark) => of[`criteria.${row}.${mark}`]),
    })),
  } as unknown as Body;
  return { body, faults };
}

const LABELS: Readonly<Record<string, () => string>> = { title: m.titleOf, closesOn: m.closesOn, judgingUntil: m.judgingUntil };

const lacksIn = (row: number, name: string): string => {
  const of = name.split('.').at(-1) ?? '';
  return m.lacks({ field: `${d.criterionOne({ number: row + 1 })}, ${labelIn(of)}` });
};
