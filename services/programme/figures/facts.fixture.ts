/** One plain fact, as `junkan export-facts` prints it. */
export type Fact = Readonly<Record<string, unknown>> & { readonly fact: string };

/** Facts break a rule. The message names it. */
export class Refused extends Error {}

/** What facts come to; or the name of the refusal. */
export type Answer<Figures> = { readonly is: Figures } | { readonly refused: string };

export function answered<Figures>(work: () => Figures): Answer<Figures> {
  try {
    return { is: work() };
  } catch (error) {
    if (error instanceof Refused) return { refused: error.message };
    throw error;
  }
}
