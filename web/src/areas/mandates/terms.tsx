import * as m from '#messages/mandates';
import { fieldLabel } from '../../acts/words.ts';
import type { BodyOf, Schemas } from '../../api/client.ts';
import { useCodeNames } from '../../api/lists.ts';
import { Facts } from '../../parts/Facts.tsx';
import { countryName, list } from '../../parts/locale.ts';
import { Money } from '../../parts/Money.tsx';

export type Terms = BodyOf<'publishMandate'>['terms'];

/** What a sponsor would fund. `of` names the figures. */
export function TermsFacts({ terms, of }: { readonly terms: Terms | Schemas['MandateTerms']; readonly of: string }) {
  const [theme, instrument, indicator] = [useCodeNames('themes'), useCodeNames('instruments'), useCodeNames('indicators')];
  const named = (codes: readonly string[] = [], nameOf: (code: string) => string, empty: string): string =>
    list(codes.map(nameOf)) || empty;
  return (
    <Facts
      of={[
        [fieldLabel('countries'), list((terms.countries ?? []).map(countryName))],
        [fieldLabel('themes'), named(terms.themes, theme, m.any())],
        [fieldLabel('excludedThemes'), named(terms.excludedThemes, theme, m.none())],
        [fieldLabel('instruments'), named(terms.instruments, instrument, m.any())],
        [fieldLabel('preferredInstruments'), named(terms.preferredInstruments, instrument, m.none())],
        [fieldLabel('ticketMinimum'), <Money key="minimum" amount={terms.ticketMinimum} of={`${of}/ticketMinimum`} />],
        [fieldLabel('ticketMaximum'), <Money key="maximum" amount={terms.ticketMaximum} of={`${of}/ticketMaximum`} />],
        [fieldLabel('usualTicketLow'), terms.usualTicketLow ? <Money amount={terms.usualTicketLow} of={`${of}/usualTicketLow`} /> : null],
        [
          fieldLabel('usualTicketHigh'),
          terms.usualTicketHigh ? <Money amount={terms.usualTicketHigh} of={`${of}/usualTicketHigh`} /> : null,
        ],
        [fieldLabel('minimumReadiness'), m.readinessOf({ level: terms.minimumReadiness ?? 0 })],
        [fieldLabel('requiredIndicators'), named(terms.requiredIndicators, indicator, m.none())],
      ]}
    />
  );
}
