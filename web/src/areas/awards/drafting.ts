import type { Field as Described } from '#forms';
import * as d from '#messages/award-draft';
import { messages as rubric } from '#messages/award-rubric';
import * as m from '#messages/awards';
import type { BodyOf } from '../../base/api/client.ts';
import { bodyOf } from '../../forms/body.ts';
import type { Values } from '../../forms/drafts.ts';
import { criteriaIn, SCALE, valuesOfCriteria } from '../../judging/criteria.ts';

// What an award is made of, as it is written in its form.

type Body = BodyOf<'draftAwardCycle'>;

export const CATEGORIES = ['city-results', 'first-steps', 'small-city', 'partnership'] as const;
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
  ...valuesOfCriteria(
    Object.entries(USUAL).map(([code, weight]) => ({
      code,
      title: said(code),
      weight,
      meanings: SCALE.map((mark) => said(`${code}_${mark}`)),
    })),
  ),
};

/** The body that the values make, and by field what is wrong with them, in words. */
export function draftedIn(values: Values, fields: readonly Described[]): { readonly body: Body; readonly faults: Record<string, string> } {
  const own = bodyOf(fields, values);
  const chosen = CATEGORIES.filter((code) => values[`category.${code}`] === 'yes');
  const titles = bodyOf(
    chosen.map((code) => ({ name: `category.${code}.title`, kind: 'line', required: true })),
    values,
  );
  const judged = criteriaIn(values);
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
    ...judged.faults,
  };
  const body = {
    ...own.body,
    declaration: values['declaration'],
    categories: chosen.map((code) => ({ code, title: titles.body[`category.${code}.title`] })),
    criteria: judged.criteria,
  } as unknown as Body;
  return { body, faults };
}

const LABELS: Readonly<Record<string, () => string>> = { title: m.titleOf, closesOn: m.closesOn, judgingUntil: m.judgingUntil };
