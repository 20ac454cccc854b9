import * as m from '#messages/mandates';
import { fieldLabel } from '../../acts/words.ts';
import type { BodyOf, Schemas } from '../../api/client.ts';
import { Facts } from '../../parts/Facts.tsx';
import { countryName, list, themeName } from '../../parts/locale.ts';
import { Money } from '../../parts/Money.tsx';

export type Terms = BodyOf<'publishMandate'>['terms'];

const codes = (all: readonly string[] = [], empty = m.any()): string => list(all.map(themeName)) || empty;

/** What a sponsor would fund. `of` names the figures. */
export const TermsFacts = ({ terms, of }: { readonly terms: Terms | Schemas['MandateTerms']; readonly of: string }) => (
  <Facts
    of={[
      [fieldLabel('countries'), list((terms.countries ?? []).map(countryName))],
      [fieldLabel('themes'), codes(terms.themes)],
      [fieldLabel('excludedThemes'), codes(terms.excludedThemes, m.none())],
      [fieldLabel('instruments'), codes(terms.instruments)],
      [fieldLabel('preferredInstruments'), codes(terms.preferredInstruments, m.none())],
      [fieldLabel('ticketMinimum'), <Money key="minimum" amount={terms.ticketMinimum} of={`${of}/ticketMinimum`} />],
      [fieldLabel('ticketMaximum'), <Money key="maximum" amount={terms.ticketMaximum} of={`${of}/ticketMaximum`} />],
      [fieldLabel('usualTicketLow'), terms.usualTicketLow ? <Money amount={terms.usualTicketLow} of={`${of}/usualTicketLow`} /> : null],
      [fieldLabel('usualTicketHigh'), terms.usualTicketHigh ? <Money amount={terms.usualTicketHigh} of={`${of}/usualTicketHigh`} /> : null],
      [fieldLabel('minimumReadiness'), m.readinessOf({ level: terms.minimumReadiness ?? 0 })],
      [fieldLabel('requiredIndicators'), codes(terms.requiredIndicators, m.none())],
    ]}
  />
);
