/**
 * Joiners are letters' own in some scripts: after a mark, as in Sinhala and Malayalam, or in Arabic script. Anywhere else
 * they make two texts that look the same.
 */
const JOINED = /(?<=[\p{M}\p{Script=Arabic}])[\u200c\u200d](?=[\p{L}\p{M}])/gu;
/** Controls, what steers the direction of writing, what has no width or no meaning by itself, and line breaks. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

/** Whether all of a text can be seen, on one line. */
export const isPlainLine = (text: string): boolean => !INVISIBLE.test(text.replaceAll(JOINED, ''));

/** The same, over several lines. */
export const isPlainText = (text: string): boolean => isPlainLine(text.replaceAll(/[\n\r\t]/g, ''));
