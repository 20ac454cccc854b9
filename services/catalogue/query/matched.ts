import type { KindName } from '../kinds.ts';
import { type Span, spansIn } from '../text/highlight.ts';

/** Where in an item words were found: by the JSON pointer of the text. What its proposer is called is found under `/proposer`. */
export type Matched = { readonly id: string; readonly texts: readonly { readonly pointer: string; readonly spans: readonly Span[] }[] };

type Doc = { readonly id: string; readonly name?: string; readonly title?: string; readonly terms?: Titled; readonly proposer?: string } & {
  readonly reference?: string;
  readonly versions?: readonly { readonly content?: Content }[];
  readonly draft?: Content;
  readonly proposal?: Titled & {
    readonly reference?: string;
    readonly description?: string;
    readonly place?: { readonly name?: string };
    readonly milestones?: readonly Titled[];
  };
};
type Titled = { readonly title?: string };
type Content = { readonly texts?: readonly (Titled & { readonly does?: string })[]; readonly area?: string };

/** `nameOf`: what a proposer is called. */
export function matchedIn(kind: KindName, docs: readonly unknown[], typed: string, nameOf: (proposer: string) => string): Matched[] {
  if (typed === '') return [];
  return (docs as readonly Doc[]).flatMap((doc) => {
    const texts = (TEXTS[kind]?.(doc, nameOf) ?? []).flatMap(([pointer, text = '']) => {
      const spans = spansIn(typed, text);
      return spans.length > 0 ? [{ pointer, spans }] : [];
    });
    return texts.length > 0 ? [{ id: doc.id, texts }] : [];
  });
}

type Texts = [pointer: string, text: string | undefined][];

/** The texts by which an item is searched, as it was written; a kind that is not named here is searched by none. */
const TEXTS: { readonly [Name in KindName]?: (doc: Doc, nameOf: (proposer: string) => string) => Texts } = {
  project: ({ proposal, proposer = '' }, nameOf) => [
    ['/proposal/title', proposal?.title],
    ['/proposal/reference', proposal?.reference],
    ['/proposal/description', proposal?.description],
    ['/proposal/place/name', proposal?.place?.name],
    ...(proposal?.milestones ?? []).map((step, index): Texts[number] => [`/proposal/milestones/${index}/title`, step.title]),
    ['/proposer', nameOf(proposer)],
  ],
  milestone: ({ title }) => [['/title', title]],
  mandate: ({ terms }) => [['/terms/title', terms?.title]],
  organisation: ({ name }) => [['/name', name]],
  sponsor: ({ name }) => [['/name', name]],
  partner: ({ name }) => [['/name', name]],
  training: ({ title }) => [['/title', title]],
  'award-cycle': ({ title }) => [['/title', title]],
  statement: ({ reference }) => [['/reference', reference]],
  'policy-instrument': ({ versions = [], draft }) =>
    versions.length > 0 ? ofContent(`/versions/${versions.length - 1}/content`, versions.at(-1)?.content) : ofContent('/draft', draft),
};

const ofContent = (at: string, { texts = [], area }: Content = {}): Texts => [
  ...texts.flatMap(
    ({ title, does }, index): Texts => [
      [`${at}/texts/${index}/title`, title],
      [`${at}/texts/${index}/does`, does],
    ],
  ),
  [`${at}/area`, area],
];
