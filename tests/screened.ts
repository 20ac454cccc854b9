import { readLists } from '@junkan/kit/lists.ts';
import { checksBy } from '@junkan/scripts/main-job/criteria.ts';

const criteriaOf = (list: string): readonly string[] => (readLists().get(list) ?? []).map(({ code }) => code);

/** What is found of a proposal that meets every criterion. */
export const MET = { checks: checksBy(criteriaOf('screening-criteria')) };

/** What is found of a milestone that meets every criterion. */
export const INSPECTED = { checks: checksBy(criteriaOf('inspection-criteria')) };
