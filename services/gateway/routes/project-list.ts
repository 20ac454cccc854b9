import type { ProjectStatus } from '@junkan/proto/junkan/project/v1/language.ts';
import { allOf, amounts, dates, listing, searched, someCells, someCodes, someCountries, someIds, someOf } from '../http/listing.ts';

/** The fields that a list of projects is filtered by, one or several values each. */
export const PROJECT_FILTERS = ['status', 'proposer', 'country', 'theme', 'cell'] as const;

/** What can be asked of a list of projects. `words`: what it is searched for, in its description. */
export const projectListing = (words: string, statuses: readonly ProjectStatus[]) =>
  listing({
    sorts: ['created', 'updated', 'title', 'amount', 'due', 'status', 'country'],
    counts: ['status', 'country', 'theme'],
  }).extend({
    ...amounts,
    ...dates,
    ...searched(words),
    status: someOf(statuses),
    proposer: someIds('org'),
    country: someCountries,
    theme: someCodes,
    cell: someCells,
    all: allOf(['country', 'theme']),
  });
