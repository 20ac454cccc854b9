import { type Field, FORMS } from '#forms';
import type { BodyOf, Schemas } from '../base/api/client.ts';
import { bodyOf, type Fault } from '../forms/body.ts';
import type { Values } from '../forms/drafts.ts';
import { faultsOf } from '../forms/Faults.tsx';
import { labelOf } from '../terms/words.ts';

export type Financing = Schemas['FinancialTerms'];

/** What financial terms are made of, as the API takes them; what is of a loan is named `loan.…`. */
const DESCRIBED = FORMS['proposeOffer']?.find(({ name }) => name === 'financing')?.fields ?? [];
const partsOf = (name: string): readonly Field[] => DESCRIBED.find((field) => field.name === name)?.fields ?? [];

const dotted = (name: string): readonly Field[] => partsOf(name).map((field) => ({ ...field, name: `${name}.${field.name}` }));
const OF_LOAN = dotted('loan');
const OF_GUARANTEE = dotted('guarantee');
const OF_IN_KIND = dotted('inKind');
const OF_INSTRUMENT: Readonly<Record<string, readonly Field[]>> = { guarantee: OF_GUARANTEE, 'in-kind': OF_IN_KIND };
const OF_CONDITION = partsOf('conditions');
const OWN = DESCRIBED.filter(({ kind }) => kind !== 'other' && kind !== 'flag');
const AT_AN_INDEX = ['loan.index', 'loan.indexPercent'];

/** The most conditions of a form. */
export const MOST_CONDITIONS = 50;
const HOW_MANY = 'conditions';

/** The fields that are asked for, as far as the terms are known. */
export function fieldsOf(values: Values): readonly Field[] {
  const instrument = values['instrument'] ?? '';
  const [head, ...rest] = OWN;
  const ofInstrument = instrument === 'loan' ? loanFields(values) : (OF_INSTRUMENT[instrument] ?? []);
  return [...(head ? [head] : []), ...ofInstrument, ...rest];
}

function loanFields(values: Values): readonly Field[] {
  const follows = values['loan.rate'] === 'index';
  return OF_LOAN.filter(({ name }) => follows || !AT_AN_INDEX.includes(name)).map((field) =>
    AT_AN_INDEX.includes(field.name) ? { ...field, required: true } : field,
  );
}

export const countOf = (values: Values): number => Number.parseInt(values[HOW_MANY] ?? '0', 10);
export const withCount = (count: number): readonly [name: string, value: string] => [HOW_MANY, String(count)];
export const conditionFields = (index: number): readonly Field[] =>
  OF_CONDITION.map((field) => ({ ...field, name: `conditions.${index}.${field.name}` }));

type Filled = {
  /** As the API takes them. */
  readonly financing: NonNullable<BodyOf<'proposeOffer'>['financing']>;
  /** By field, what does not let them be made. */
  readonly faults: Readonly<Record<string, Fault>>;
};

/** The terms that the values of a form make. */
export function financingOf(values: Values): Filled {
  const conditions = Array.from({ length: countOf(values) }, (_, index) => bodyOf(conditionFields(index), values));
  const { body, faults } = bodyOf(fieldsOf(values), values);
  const [own, loan, guarantee, inKind] = ['', 'loan.', 'guarantee.', 'inKind.'].map((prefix) => within(body, prefix));
  return {
    financing: {
      ...own,
      ...given({ loan, guarantee, inKind }),
      advances: values['advances'] === 'true',
      conditions: conditions.map((condition, index) => within(condition.body, `conditions.${index}.`)),
    } as unknown as Filled['financing'],
    faults: Object.assign({}, faults, ...conditions.map((condition) => condition.faults)) as Filled['faults'],
  };
}

/** What is wrong with the terms, in words: what the form found, then what the API found. */
export const financingFaults = (
  values: Values,
  found: Filled['faults'],
  told: Pick<Parameters<typeof faultsOf>[0], 'error' | 'refusalText'>,
) =>
  faultsOf({
    fields: [...fieldsOf(values), ...Array.from({ length: countOf(values) }, (_, index) => conditionFields(index)).flat()],
    found,
    within: 'financing',
    labelOf,
    ...told,
  });

/** Those of the parts of terms that the instrument has. */
const given = (parts: Readonly<Record<string, object | undefined>>) =>
  Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined && Object.keys(part).length > 0));

/** The values of a body under a prefix, by the remaining part of their names. */
const within = (body: Readonly<Record<string, unknown>>, prefix: string): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(body)
      .filter(([name]) => name.startsWith(prefix) && !name.slice(prefix.length).includes('.'))
      .map(([name, value]) => [name.slice(prefix.length), value]),
  );

/** The values with which a form begins that starts from terms there are. */
export function valuesOf({ loan, guarantee, inKind, conditions, advances, ...own }: Financing): Values {
  const written = (prefix: string, of: object): [string, string][] =>
    Object.entries(of).map(([name, value]) => [`${prefix}${name}`, String(value)]);
  return Object.fromEntries([
    ...written('', own),
    ...written('loan.', loan ?? {}),
    ...written('guarantee.', guarantee ?? {}),
    ...written('inKind.', inKind ?? {}),
    ['advances', String(advances)],
    withCount(conditions.length),
    ...conditions.flatMap((condition, index) => written(`conditions.${index}.`, condition)),
  ]);
}
