import type { Schemas } from '../base/api/types.ts';
import { type Column, codes, fields, money, named, sum } from './columns.ts';

export const ORGANISATION_COLUMNS: readonly Column<Schemas['Proposer'] | Schemas['Sponsor']>[] = [
  ...fields<Schemas['Proposer'] | Schemas['Sponsor']>('id', 'name', 'kind'),
  codes('countries', (organisation) => ('countries' in organisation ? organisation.countries : [])),
];

export const PASSPORT_COLUMNS: readonly Column<Schemas['Passport']>[] = [
  { key: 'id', value: ({ id }) => id },
  named('subject', ({ subject }) => subject),
  { key: 'status', value: ({ status }) => status },
  { key: 'underReview', value: ({ underReview }) => String(underReview) },
  ...fields<Schemas['Passport']>('level', 'validUntil', 'requests'),
];

export const MANDATE_COLUMNS: readonly Column<Schemas['Mandate']>[] = [
  ...fields<Schemas['Mandate']>('id', 'status'),
  named('sponsor', ({ sponsor }) => sponsor),
  { key: 'title', value: ({ terms }) => terms.title },
  codes('countries', ({ terms }) => terms.countries),
  codes('themes', ({ terms }) => terms.themes),
  codes('excludedThemes', ({ terms }) => terms.excludedThemes),
  codes('instruments', ({ terms }) => terms.instruments),
  sum('ticketMinimum', ({ terms }) => terms.ticketMinimum),
  sum('ticketMaximum', ({ terms }) => terms.ticketMaximum),
  { key: 'currency', value: ({ terms }) => terms.ticketMinimum.currency },
  { key: 'minimumReadiness', value: ({ terms }) => terms.minimumReadiness },
  codes('requiredIndicators', ({ terms }) => terms.requiredIndicators),
];

const missedIn = (reasons: Schemas['Match']['reasons']): readonly string[] =>
  reasons.filter(({ hard, outcome }) => hard && outcome === 'missed').map(({ criterion }) => criterion);

export const MATCH_COLUMNS: readonly Column<Schemas['MatchedProject']>[] = [
  ...fields<Schemas['MatchedProject']>('project', 'title'),
  named('proposer', ({ proposer }) => proposer),
  codes('countries', ({ countries }) => countries),
  codes('themes', ({ themes }) => themes),
  ...money<Schemas['MatchedProject']>(({ target }) => target),
  named('mandate', ({ best }) => best.mandate),
  { key: 'score', value: ({ best }) => best.score },
  codes('missed', ({ best }) => missedIn(best.reasons)),
  { key: 'others', value: ({ others }) => others.length },
];

export const FITTING_COLUMNS: readonly Column<Schemas['Match']>[] = [
  named('mandate', ({ mandate }) => mandate),
  named('sponsor', ({ sponsor }) => sponsor),
  { key: 'score', value: ({ score }) => score },
  codes('missed', ({ reasons }) => missedIn(reasons)),
];
