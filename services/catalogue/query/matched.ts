import type { KindName } from '../kinds.ts';
import { type Span, spansIn } from '../text/highlight.ts';

/** Where in an item words were found: by the JSON pointer of the text. What its proposer is called is found under `/proposer`. */
export type Matched = { readonly id: string; readonly texts: readonly { readonly pointer: string; readonly spans: readonly Span[] }[] };

type Doc = { readonly id: string; readonly name?: string; readonly title?: string; readonly terms?: Titled; readonly proposer?: string } & {
  readonly proposal?: Titled & {
    readonly reference?: string;
    readonly description?: string;
    readonly place?: { readonly name?: string };
    readonly milestones?: readonly Titled[];
  };
};
type Titled = { readonly title?: string };

/** `nameOf`: what a proposer is called. */
export function matchedIn(kind: KindName, docs: readonly unknown[], typed: string, nameOf: (proposer: string) => string): Matched[] {
  if (typed === '') return [];
  return (docs as readonly Doc[]).flatMap((doc) => {
    const texts = textsOf(kind, doc, nameOf).flatMap(([pointer, text = '']) => {
      const spans = spansIn(typed, text);
      return spans.length > 0 ? [{ pointer, spans }] : [];
    });
    return texts.length > 0 ? [{ id: doc.id, texts }] : [];
  });
}

/** The texts by which an item is searched, as it was written. */
function textsOf(
  kind: KindName,
  { name, title, terms, proposal, proposer = '' }: Doc,
  nameOf: (proposer: string) => string,
): [pointer: string, text: string | undefined][] {
  switch (kind) {
    case 'project':
      return [
        ['/proposal/title', proposal?.title],
        ['/proposal/reference', proposal?.reference],
        ['/proposal/description', proposal?.description],
        ['/proposal/place/name', proposal?.place?.name],
        ...(proposal?.milestones ?? []).map((step, index): [pointer: string, text: string | undefined] => [
          `/proposal/milestones/${index}/title`,
          step.title,
        ]),
        ['/proposer', nameOf(proposer)],
      ];
    case 'milestone':
      return [['/title', title]];
    case 'mandate':
      return [['/terms/title', terms?.title]];
    case 'organisation':
    case 'sponsor':
      return [['/name', name]];
    case 'funding':
    case 'offer':
    case 'agreement':
    case 'payment':
    case 'envelope':
    case 'passport':
    case 'report':
    case 'questions':
    case 'statement':
    case 'file':
    case 'account':
    case 'rates':
    case 'period':
    case 'rules':
    case 'delegations':
      return [];
  }
}
