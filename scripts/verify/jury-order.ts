import { type JuryFact, type JuryFigures, JuryRefused, juryFigures } from './jury-figures.ts';

// biome-ignore lint/suspicious/noExplicitAny: read as stored
type Data = any;
type Check = (holds: boolean, fault: () => string) => void;

/** What an event says that opens what was sealed. `judges`: with the level of each, by letters. `idOf`: what is ranked. `isReordered`: by persons. */
type Opened = {
  readonly what: string;
  readonly data: Data;
  readonly judges: readonly Data[];
  readonly idOf: (ranked: Data) => string;
  readonly isReordered?: boolean;
};

/** Points, means, places, levels and how firm the first is follow from the facts, computed by other means; a place does not where persons have said otherwise. */
export function orderFollows(facts: readonly JuryFact[], { what, data, judges, idOf, isReordered = false }: Opened, check: Check): void {
  const figures = figuresOrFault(facts);
  if (typeof figures === 'string') {
    check(false, () => `${what} cannot be computed: ${figures}`);
    return;
  }
  for (const ranked of data.order ?? []) {
    const id = idOf(ranked);
    check(figures.normalised[id] === ranked.points && figures.raw[id] === ranked.mean, () => `${what} has other points for ${id}`);
    check(isReordered || figures.place[id] === ranked.place, () => `${what} has another place for ${id}`);
  }
  check(Boolean(figures.without?.firm) === Boolean(data.firm), () => `${what} says otherwise how firm it is`);
  const letters = new Map<string, string>((data.letters ?? []).map(({ letter, juror }: Data) => [letter, juror]));
  for (const { letter, level } of judges)
    check(figures.bias[letters.get(letter) ?? ''] === level, () => `${what} has another level for ${letter}`);
}

function figuresOrFault(facts: readonly JuryFact[]): JuryFigures | string {
  try {
    return juryFigures(facts);
  } catch (error) {
    if (error instanceof JuryRefused) return error.message;
    throw error;
  }
}
