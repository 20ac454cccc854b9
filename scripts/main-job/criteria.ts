import type { BodyOf } from '@junkan/client/operations.ts';
import { type Api, secretary } from './api.ts';

type Checks = NonNullable<BodyOf<'declareEligible'>['checks']>;
/** What is found of a criterion by its code; every other one is met. */
export type Found = Readonly<Record<string, Omit<Checks[number], 'criterion'>>>;

const MET = { answer: 'yes' } as const;

/** The codes of the criteria of a list of the installation, by default of those that it screens by. */
export async function criteriaOf(
  api: Api,
  list: 'screening-criteria' | 'inspection-criteria' = 'screening-criteria',
): Promise<readonly string[]> {
  const { entries } = await api.as(secretary).getList({ list });
  return entries.map(({ code }) => code);
}

/** An answer for every criterion. */
export const checksBy = (criteria: readonly string[], found: Found = {}): Checks =>
  criteria.map((criterion) => ({ criterion, ...(found[criterion] ?? MET) }));

/** What is found of a proposal that meets all of them. */
export const allMet = async (api: Api): Promise<{ readonly checks: Checks }> => ({ checks: checksBy(await criteriaOf(api)) });
