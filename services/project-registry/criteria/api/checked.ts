import type { Received } from '@junkan/kit/call.ts';
import { unknownCodes } from '@junkan/kit/lists.ts';
import { draftWords } from '@junkan/kit/store/texts.ts';
import type { CommandParts } from '../../api/parts.ts';
import type { Check, Checked } from '../criteria.ts';

type Found = { readonly stream: string; readonly note?: string; readonly checks: readonly Check[] };
type Kept = { readonly note: string; readonly checked: Checked; keep(): Promise<void> };

/**
 * What was found of the criteria, with the criteria that the installation has, and each text by its reference. `keep`: once the command is
 * accepted.
 */
export const checkedIn =
  ({ texts, lists }: Pick<CommandParts, 'texts' | 'lists'>, list: 'screening-criteria' | 'inspection-criteria') =>
  async ({ stream, note: words = '', checks }: Found, { actor: by }: Received): Promise<Kept> => {
    const { references, keep } = await draftWords(texts, [words, ...checks.map(({ note }) => note)], { stream, by });
    const [note = '', ...notes] = references;
    const said = checks.map(({ criterion: code }, index) => ({ field: `checks[${index}].criterion`, list, code }));
    return {
      note,
      checked: {
        checks: checks.map((check, index) => ({ ...check, note: notes[index] ?? '' })),
        criteria: (lists.get(list) ?? []).map(({ code }) => code),
        unknown: unknownCodes(lists, said),
      },
      keep,
    };
  };
