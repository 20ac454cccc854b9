import type { Schemas } from '../../base/api/types.ts';

type Draft = Schemas['SupportRequest']['drafts'][number];
type Paragraph = Draft['paragraphs'][number];

/** A paragraph of a version against the version before: as it was, changed from what it was, new, or gone. */
export type Compared = {
  readonly key: number;
  readonly text: string;
  readonly before: string;
  readonly is: 'kept' | 'changed' | 'new' | 'removed';
};

/** By the keys that paragraphs keep through all versions; what is gone comes last. */
export function compared(draft: Pick<Draft, 'paragraphs'>, before: Pick<Draft, 'paragraphs'> | undefined): readonly Compared[] {
  const earlier = new Map((before?.paragraphs ?? []).map((each) => [each.key, each.text]));
  const now = draft.paragraphs.map(({ key, text }: Paragraph): Compared => {
    const was = earlier.get(key);
    earlier.delete(key);
    if (!before || was === text) return { key, text, before: '', is: 'kept' };
    return was === undefined ? { key, text, before: '', is: 'new' } : { key, text, before: was, is: 'changed' };
  });
  return [...now, ...[...earlier].map(([key, was]): Compared => ({ key, text: '', before: was, is: 'removed' }))];
}
