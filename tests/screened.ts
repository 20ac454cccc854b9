import { readLists } from '@junkan/kit/lists.ts';
import { checksBy } from '@junkan/scripts/main-job/screening.ts';

const CRITERIA = (readLists().get('screening-criteria') ?? []).map(({ code }) => code);

/** What is found of a proposal that meets every criterion. */
export const MET = { checks: checksBy(CRITERIA) };
