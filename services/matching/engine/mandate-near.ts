import type { Bits } from './bits.ts';
import { andBits, bitLength, clearBit, hasBit, rowsOf } from './bits.ts';
import { worth } from './explain.ts';
import type { MandateIndex } from './mandate-index.ts';
import { isAbove, wordsInUse } from './mandate-index.ts';
import { miss, missedOnce, misses, missUnless, union } from './misses.ts';
import type { MandateProfile, ProjectProfile } from './profiles.ts';
import { offer, ranked, top } from './top.ts';

/** The best `limit` mandates of which a project misses exactly one condition, and how many there are. */
export function nearSponsorsFor(
  index: MandateIndex,
  project: ProjectProfile,
  limit: number,
): { readonly near: number; readonly best: readonly { readonly mandate: MandateProfile; readonly score: number }[] } {
  const { profiles } = index.slots;
  const missed = nearMandates(index, project);
  const best = top(Math.min(limit, profiles.length), (slot) => (profiles[slot] as MandateProfile).id);
  let near = 0;
  for (let slot = 0; slot < profiles.length; slot++) {
    if (!hasBit(missed, slot)) continue;
    near++;
    offer(best, slot, worth(project, profiles[slot] as MandateProfile, index.weights));
  }
  return { near, best: ranked(best).map(({ slot, score }) => ({ mandate: profiles[slot] as MandateProfile, score })) };
}

/** What is in another currency misses the condition of the ticket too. */
function nearMandates(index: MandateIndex, project: ProjectProfile): Bits {
  const words = wordsInUse(index);
  const { facets, flags } = index;
  const of = misses(words);
  const all = union(facets.currency.rows, words);
  const currency = union(rowsOf(facets.currency, [project.currency]), words);
  missUnless(of, all, currency);
  missUnless(of, all, reachedTickets(index, project, currency, words));
  const covering = all.slice();
  for (const country of project.countries) andBits(covering, union(rowsOf(facets.country, [country]), words), words);
  missUnless(of, all, covering);
  missUnless(of, all, index.acceptsReadiness[project.readiness] as Bits);
  missUnless(of, all, union([flags.anyTheme, ...rowsOf(facets.theme, project.themes)], words));
  miss(of, union(rowsOf(facets.excluded, project.themes), words));
  if (project.instruments.length > 0)
    missUnless(of, all, union([flags.anyInstrument, ...rowsOf(facets.instrument, project.instruments)], words));
  const held = new Set(project.indicators);
  const lacking = facets.requires.codes.filter((code) => !held.has(code));
  miss(of, union(rowsOf(facets.requires, lacking), words));
  return missedOnce(of);
}

function reachedTickets(index: MandateIndex, { target }: ProjectProfile, currency: Bits, words: number): Bits {
  const reached = currency.slice();
  andBits(reached, index.ticketUpTo[bitLength(target)] as Bits, words);
  const targetFloat = Number(target);
  for (let slot = 0; slot < index.slots.profiles.length; slot++)
    if (hasBit(reached, slot) && isAbove(index, slot, target, targetFloat)) clearBit(reached, slot);
  return reached;
}
