import type { Prepare } from '@junkan/kit/views/statements.ts';
import { nearestWord } from '../text/speller.ts';
import { segmentsOf } from '../text/tokens.ts';
import { totalOf } from './list.ts';
import type { ListQuery } from './list-query.ts';

/**
 * A correction of search words that match nothing; '' if something matches, or nothing is similar. A correction is returned only if the
 * reader finds something with it: no word of hidden items is disclosed.
 */
export function correctionOf(prepare: Prepare, asked: ListQuery): string {
  if (asked.typed === '' || totalOf(prepare, asked).count > 0) return '';
  const segments = segmentsOf(asked.typed);
  const words = segments.map((segment) =>
    'word' in segment ? (nearestWord(prepare, segment.word) ?? segment.word) : segment.units.join(''),
  );
  const typed = words.join(' ');
  const isAnother = segments.some((segment, index) => 'word' in segment && segment.word !== words[index]);
  return isAnother && totalOf(prepare, { ...asked, typed }).count > 0 ? typed : '';
}
