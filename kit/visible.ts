/**
 * Joiners are part of the spelling in some scripts: after a mark, as in Sinhala and Malayalam, or in Arabic script. Anywhere else they only
 * make two texts look the same.
 */
const JOINED = /(?<=[\p{M}\p{Script=Arabic}])[\u200c\u200d](?=[\p{L}\p{M}])/gu;
/** Controls, directional formatting, characters without width or meaning of their own, and line breaks. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

/** Whether all of a text can be seen, on one line. */
export const isPlainLine = (text: string): boolean => !INVISIBLE.test(text.replaceAll(JOINED, ''));

/** The same, over several lines. */
export const isPlainText = (text: string): boolean => isPlainLine(text.replaceAll(/[\n\r\t]/g, ''));
