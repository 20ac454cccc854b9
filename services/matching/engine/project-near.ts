import type { Bits } from './bits.ts';
import { andBits, bitLength, clearBit, hasBit, rowsOf, setBit } from './bits.ts';
import { miss, missedOnce, misses, missUnless, union } from './misses.ts';
import type { MandateProfile, ProjectProfile } from './profiles.ts';
import type { ProjectIndex } from './project-index.ts';
import { isBelow } from './project-index.ts';

/** The projects that miss exactly one condition of a published mandate. What is in another currency misses that of the ticket too. */
export function nearProjects(index: ProjectIndex, mandate: MandateProfile, words: number): Bits {
  const { facets, flags } = index;
  const of = misses(words);
  const all = union(facets.currency.rows, words);
  const currency = union(rowsOf(facets.currency, [mandate.currency]), words);
  missUnless(of, all, currency);
  missUnless(of, all, reachingTicket(index, mandate, currency, words));
  missUnless(of, all, covered(index, mandate, words));
  missUnless(of, all, index.readinessFrom[mandate.minimumReadiness] as Bits);
  if (mandate.themes.length > 0) missUnless(of, all, union(rowsOf(facets.theme, mandate.themes), words));
  miss(of, union(rowsOf(facets.theme, mandate.excludedThemes), words));
  if (mandate.instruments.length > 0)
    missUnless(of, all, union([flags.anyInstrument, ...rowsOf(facets.instrument, mandate.instruments)], words));
  if (mandate.requiredIndicators.length > 0) {
    const reporting = all.slice();
    for (const indicator of new Set(mandate.requiredIndicators))
      andBits(reporting, union(rowsOf(facets.indicator, [indicator]), words), words);
    missUnless(of, all, reporting);
  }
  return missedOnce(of);
}

function reachingTicket(index: ProjectIndex, { ticketMinimum }: MandateProfile, currency: Bits, words: number): Bits {
  const reaching = currency.slice();
  andBits(reaching, index.targetFrom[bitLength(ticketMinimum)] as Bits, words);
  const minimum = Number(ticketMinimum);
  for (let slot = 0; slot < index.slots.profiles.length; slot++)
    if (hasBit(reaching, slot) && isBelow(index, slot, ticketMinimum, minimum)) clearBit(reaching, slot);
  return reaching;
}

function covered(index: ProjectIndex, mandate: MandateProfile, words: number): Bits {
  const { profiles } = index.slots;
  const ofOne = union(rowsOf(index.facets.country, mandate.countries), words);
  const countries = new Set(mandate.countries);
  for (let slot = 0; slot < profiles.length; slot++)
    if (hasBit(index.flags.severalCountries, slot) && (profiles[slot] as ProjectProfile).countries.every((each) => countries.has(each)))
      setBit(ofOne, slot);
  return ofOne;
}
