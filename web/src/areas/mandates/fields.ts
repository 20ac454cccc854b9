import type { Field } from '#forms';
import type { Schemas } from '../../base/api/client.ts';
import { bodyOf, type Fault } from '../../forms/body.ts';
import type { Values } from '../../forms/drafts.ts';
import type { Terms } from './Terms.tsx';

const field = (name: string, kind: Field['kind'], required = false): Field => ({ name, kind, required });

export const TITLE: Field = { ...field('title', 'line', true), max: 300 };
export const CURRENCY = field('currency', 'currency', true);
export const COUNTRIES = field('countries', 'codes', true);
/** Of which list the codes of these fields are. */
export const CODES = [
  [field('themes', 'codes'), 'themes'],
  [field('excludedThemes', 'codes'), 'themes'],
  [field('instruments', 'codes'), 'instruments'],
  [field('preferredInstruments', 'codes'), 'instruments'],
  [field('requiredIndicators', 'codes'), 'indicators'],
] as const;
export const TICKETS = [
  field('ticketMinimum', 'money', true),
  field('ticketMaximum', 'money', true),
  field('usualTicketLow', 'money'),
  field('usualTicketHigh', 'money'),
];
export const READINESS = field('minimumReadiness', 'number', true);

/** In the order in which they stand on the page. */
export const ALL: readonly Field[] = [TITLE, COUNTRIES, ...CODES.map(([each]) => each), CURRENCY, ...TICKETS, READINESS];

export const INITIAL: Values = { currency: 'USD', minimumReadiness: '0' };

/** The terms that the values of the form make, and what does not let them be made. */
export function termsOf(values: Values): { readonly terms: Terms; readonly faults: Readonly<Record<string, Fault>> } {
  const currency = (values['currency'] ?? '').toUpperCase();
  const inCurrency = Object.fromEntries(TICKETS.map(({ name }) => [`${name}.currency`, currency]));
  const { body, faults } = bodyOf(ALL, { ...values, ...inCurrency });
  const { currency: _, ...terms } = body;
  const isCode = /^[A-Z]{3}$/.test(currency);
  return {
    terms: terms as unknown as Terms,
    faults: { ...faults, ...(isCode || faults['currency'] ? {} : { currency: 'malformed' as const }) },
  };
}

/** The terms as far as matching needs them; undefined while they are too few for that. */
export function matchedTerms(values: Values): Terms | undefined {
  const { terms, faults } = termsOf(values);
  const isEnough = Object.keys(faults).every((name) => name === 'title');
  return isEnough ? { ...terms, title: 'x' } : undefined;
}

/** The values with which a form begins that starts from terms there are. */
export function valuesOf(terms: Schemas['MandateTerms']): Values {
  const tickets = TICKETS.map(({ name }) => [name, (terms[name as keyof typeof terms] as Schemas['Money'] | undefined)?.amount ?? '']);
  const codes = [COUNTRIES, ...CODES.map(([each]) => each)].map(({ name }) => [
    name,
    (terms[name as keyof typeof terms] as readonly string[]).join(','),
  ]);
  return {
    title: terms.title,
    currency: terms.ticketMinimum.currency,
    minimumReadiness: String(terms.minimumReadiness),
    ...Object.fromEntries([...tickets, ...codes]),
  };
}
