import { isDeepStrictEqual } from 'node:util';
import { fraction, quotient } from '@junkan/kit/pure/fraction.ts';
import type { Fact } from '@junkan/programme/figures/facts.fixture.ts';
import { matchesBy, type PeersFact } from '@junkan/programme/figures/peers.fixture.ts';
import { figuresOf } from '@junkan/programme/figures/results.fixture.ts';
import { type Api, auditor, secretary } from '@junkan/scripts/main-job/api.ts';
import type { AwardFact } from '@junkan/scripts/verify/jury-facts.ts';
import { juryFigures } from '@junkan/scripts/verify/jury-figures.ts';
import type { PeerFact } from '@junkan/scripts/verify/peer-facts.ts';

// What is shown and recorded, held against the figures that plain facts come to.

const COLUMNS = {
  city: 'by_city',
  country: 'by_country',
  touched: 'touched',
  attributed: 'attributed',
  payer: 'by_payer',
  certainty: 'by_certainty',
} as const;

// biome-ignore lint/suspicious/noExplicitAny: figures of any kind
type Plain = any;
type Total = { readonly sum?: string; readonly atoms: number; readonly rounded: boolean };

/** So far a sum may be off: each of its atoms has 42 places, and what is rounded for readers has twelve. */
function isSame(own: string, { sum = '0', atoms, rounded }: Total): boolean {
  const off = fraction(own).sub(fraction(sum)).abs();
  return off.compare(quotient(BigInt(atoms), 10n ** (rounded ? 12n : 42n))) <= 0;
}

const NOTHING_SHOWN: Total = { atoms: 0, rounded: false };

/** How many figures are shown, and which of them are not those of the facts. */
export type Held = { readonly held: number; readonly wrong: readonly string[] };

function holding() {
  const wrong: string[] = [];
  let held = 0;
  const hold = (what: string, isSo: boolean, told: unknown, worked: unknown): void => {
    held += 1;
    if (!isSo) wrong.push(`${what} is ${JSON.stringify(told)}, the facts come to ${JSON.stringify(worked)}`);
  };
  return {
    hold,
    same: (what: string, told: unknown, worked: unknown): void => hold(what, isDeepStrictEqual(told, worked), told, worked),
    result: (): Held => ({ held, wrong }),
  };
}

/** Everything that was recorded has to be shown. */
export async function resultsHeld(api: Api, facts: readonly Fact[]): Promise<Held> {
  const own: Readonly<Record<string, Plain>> = figuresOf(facts);
  const { hold, result } = holding();
  const as = api.as(secretary);
  const { totals } = await as.getPublicResults({});
  for (const code of new Set([...Object.keys(own), ...totals.map(({ indicator }) => indicator)])) {
    const [figures, shown] = [own[code] ?? {}, totals.find(({ indicator }) => indicator === code)];
    if (shown?.kind === 'ratio') {
      const { numerator, denominator } = shown;
      hold(code, numerator === figures.numerator && denominator === figures.denominator, { numerator, denominator }, figures);
    } else if (shown?.kind === 'bounds') {
      const { atLeast, atMost } = shown;
      hold(code, atLeast === figures.at_least && atMost === figures.at_most, { atLeast, atMost }, figures);
    } else {
      hold(`atoms of ${code}`, shown?.atoms === figures.atoms, shown?.atoms, figures.atoms);
      if (shown?.kind === 'sum') hold(code, isSame(figures.total ?? '0', shown), shown.sum, figures.total);
    }
  }
  const sums = Object.entries(own).filter(([, figures]) => figures.by_payer);
  for (const [by, name] of Object.entries(COLUMNS)) {
    const { totals: split } = await as.getPublicResults({ by: by as keyof typeof COLUMNS });
    const shown = new Map(split.filter(({ kind }) => kind === 'sum').map((each) => [`${each.indicator} ${by} ${each.name}`, each]));
    const worked = new Map(
      sums.flatMap(([code, figures]) => Object.entries<string>(figures[name]).map(([of, sum]) => [`${code} ${by} ${of}`, sum])),
    );
    for (const figure of new Set([...shown.keys(), ...worked.keys()])) {
      const [told, sum] = [shown.get(figure), worked.get(figure) ?? '0'];
      hold(figure, isSame(sum, told ?? NOTHING_SHOWN), told?.sum, sum);
    }
  }
  return result();
}

/** Of every city that is named: who fits, in which order, how well and why, and what others miss. */
export async function peersHeld(api: Api, facts: readonly PeerFact[]): Promise<Held> {
  const { same, result } = holding();
  const told = facts as unknown as readonly PeersFact[];
  for (const { id } of told.filter((each) => each.fact === 'city')) {
    const { fit, nearMisses } = await api.as(auditor).findPeers({ id });
    const worked = matchesBy(told, id);
    same(
      `near misses of ${id}`,
      nearMisses.map(({ peer, missed }) => ({ provider: peer.city, missed })),
      worked.near,
    );
    const matches = fit.map(({ peer, match, parts }) => ({
      provider: peer.city,
      score: match.score,
      parts: Object.fromEntries(parts.map(({ part, value }) => [part, value])),
      ahead: match.ahead,
      topic: match.topic,
    }));
    same(`whom ${id} fits`, matches.length, worked.fit.length);
    for (const [index, match] of matches.entries()) same(`the match of ${id} with ${match.provider}`, match, worked.fit[index]);
  }
  return result();
}

/** Of every outcome that is decided: order, places, points, means, ballots, levels of jurors, and how firm it is. */
export async function juryHeld(api: Api, facts: readonly AwardFact[]): Promise<Held> {
  const { same, result } = holding();
  for (const [, told] of Map.groupBy(facts, ({ cycle, category }) => `${cycle} ${category}`)) {
    const [{ cycle, category } = { cycle: '', category: '' }] = told;
    const outcome = (await api.as(auditor).getAwardCycle({ id: cycle })).outcomes.find((each) => each.category === category);
    // Once a ballot is struck, another outcome is to be decided.
    if (!outcome) continue;
    const { normalised, raw, place, order, ballots, bias, without } = juryFigures(told);
    const shown = new Map(outcome.order.map((each) => [each.nomination, each]));
    same(`who is ranked in ${cycle}`, [...shown.keys()].toSorted(), [...order].toSorted());
    if (!outcome.reordered) same(`the order of ${cycle}`, [...shown.keys()], order);
    for (const id of order) {
      const { points, mean, ballots: count, place: at } = shown.get(id) ?? {};
      const worked = { points: normalised[id], mean: raw[id], count: ballots[id], ...(outcome.reordered ? {} : { at: place[id] }) };
      same(`what ${id} has`, { points, mean, count, ...(outcome.reordered ? {} : { at }) }, worked);
    }
    const letters = new Map(outcome.letters.map(({ letter, juror }) => [letter, juror]));
    same(`levels in ${cycle}`, Object.fromEntries(outcome.jurors.map(({ letter, level }) => [letters.get(letter), level])), { ...bias });
    same(`how firm ${cycle} is`, outcome.firm, without?.firm);
  }
  return result();
}

type Recorded = { readonly type: string; readonly at: string; readonly data: Plain };

/** What an independent computation of the ladder knows nothing of. */
const OTHERS = /^(review-is-late|lapse-is-near)$/;

/** The steps that events record, as `reachedBy` names them. */
export const recordedSteps = (events: readonly Recorded[]): string[] =>
  events
    .filter(({ type, data }) => type === 'RungReached' && !data.obligation.startsWith('assessment-') && !OTHERS.test(data.rung))
    .map(({ data: { on, obligation, rung, days } }) => `${on} ${obligation} ${stepOf(rung, days)}`)
    .toSorted();

function stepOf(rung: string, days: number): string {
  if (rung === 'lapse-may-be-decided') return 'lapses';
  return rung === 'reminded' ? `reminded-${days}` : rung;
}
