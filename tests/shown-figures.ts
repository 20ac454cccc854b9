import { fraction, quotient } from '@junkan/kit/pure/fraction.ts';
import type { Fact } from '@junkan/programme/figures/facts.fixture.ts';
import { figuresOf } from '@junkan/programme/figures/results.fixture.ts';
import { type Api, secretary } from '@junkan/scripts/main-job/api.ts';

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

/** How many figures are shown, and which of them are not those of the facts. Everything that was recorded has to be shown. */
export async function resultsHeld(api: Api, facts: readonly Fact[]): Promise<{ readonly held: number; readonly wrong: readonly string[] }> {
  const own: Readonly<Record<string, Plain>> = figuresOf(facts);
  const wrong: string[] = [];
  let held = 0;
  const hold = (what: string, isSo: boolean, told: unknown, worked: unknown): void => {
    held += 1;
    if (!isSo) wrong.push(`${what} is ${JSON.stringify(told)}, the facts come to ${JSON.stringify(worked)}`);
  };
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
  return { held, wrong };
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
