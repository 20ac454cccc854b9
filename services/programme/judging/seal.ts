import type { Mark } from './marks.ts';

// What is sealed, as the one text of which the hash is recorded. Its salt is within it, so that nobody finds out the marks by trying all there could be.

export type SealedMarks = {
  readonly salt: string;
  readonly nomination: string;
  readonly marks: readonly { readonly criterion: string; readonly mark: number }[];
};
export type SealedVote = { readonly salt: string; readonly stands: boolean; readonly order: readonly string[] };

/** What is hashed: anybody can write it down again from what the outcome opens. */
export const sealOfMarks = ({ salt, nomination, marks }: SealedMarks): string =>
  [salt, nomination, ...marks.map(({ criterion, mark }) => `${criterion}=${mark}`).toSorted()].join('\n');
export const sealOfVote = ({ salt, stands, order }: SealedVote): string => [salt, stands ? 'stands' : 'otherwise', ...order].join('\n');

export type KeptMarks = { readonly salt: string; readonly marks: readonly Mark[] };
export type KeptVote = SealedVote & { readonly note: string };
