import type { ReactNode } from 'react';
import * as m from '#messages/mandates';
import { fieldLabel } from '../../acts/words.ts';
import type { BodyOf, Schemas } from '../../api/client.ts';
import { useCodeNames } from '../../api/lists.ts';
import { Facts } from '../../parts/Facts.tsx';
import { countryName, list } from '../../parts/locale.ts';
import { Money } from '../../parts/Money.tsx';

export type Terms = BodyOf<'publishMandate'>['terms'];

export type AnyTerms = Terms | Schemas['MandateTerms'];
type Row = readonly [name: keyof AnyTerms, is: ReactNode];

/** What a sponsor would fund. `of` names the figures. */
export const TermsFacts = ({ terms, of }: { readonly terms: AnyTerms; readonly of: string }) => (
  <Facts of={useTermRows()(terms, of).map(([name, is]) => [fieldLabel(name), is])} />
);

/** What terms say, field by field, in words. */
export function useTermRows(): (terms: AnyTerms, of: string) => readonly Row[] {
  const [theme, instrument, indicator] = [useCodeNames('themes'), useCodeNames('instruments'), useCodeNames('indicators')];
  const named = (codes: readonly string[] = [], nameOf: (code: string) => string, empty: string): string =>
    list(codes.map(nameOf)) || empty;
  return (terms, of) => [
    ['countries', list((terms.countries ?? []).map(countryName))],
    ['themes', named(terms.themes, theme, m.any())],
    ['excludedThemes', named(terms.excludedThemes, theme, m.none())],
    ['instruments', named(terms.instruments, instrument, m.any())],
    ['preferredInstruments', named(terms.preferredInstruments, instrument, m.none())],
    ['ticketMinimum', <Money key="minimum" amount={terms.ticketMinimum} of={`${of}/ticketMinimum`} />],
    ['ticketMaximum', <Money key="maximum" amount={terms.ticketMaximum} of={`${of}/ticketMaximum`} />],
    ['usualTicketLow', terms.usualTicketLow ? <Money amount={terms.usualTicketLow} of={`${of}/usualTicketLow`} /> : null],
    ['usualTicketHigh', terms.usualTicketHigh ? <Money amount={terms.usualTicketHigh} of={`${of}/usualTicketHigh`} /> : null],
    ['minimumReadiness', m.readinessOf({ level: terms.minimumReadiness ?? 0 })],
    ['requiredIndicators', named(terms.requiredIndicators, indicator, m.none())],
  ];
}
