/**
 * The characters that every bank of the SWIFT network takes: `a-z A-Z 0-9 / - ? : ( ) . , ' +` and the space. The XSDs of
 * ISO 20022 allow all of Unicode; banks refuse the file.
 */
const OF_BANKS = /^[A-Za-z0-9/\-?:().,'+ ]*$/;

export const isInBankCharacters = (text: string): boolean => OF_BANKS.test(text);

/** Letters of Latin alphabets that are no letter with a mark, so that Unicode does not take them apart. */
const LETTERS: Readonly<Record<string, string>> = {
  Æ: 'AE',
  æ: 'ae',
  Œ: 'OE',
  œ: 'oe',
  Ø: 'O',
  ø: 'o',
  Ł: 'L',
  ł: 'l',
  Đ: 'D',
  đ: 'd',
  Ð: 'D',
  ð: 'd',
  Þ: 'TH',
  þ: 'th',
  ẞ: 'SS',
  ß: 'ss',
  Ħ: 'H',
  ħ: 'h',
  Ŧ: 'T',
  ŧ: 't',
  Ŋ: 'NG',
  ŋ: 'ng',
  Ə: 'E',
  ə: 'e',
  ı: 'i',
  ĸ: 'k',
};

/** Marks that have a likeness among the characters of banks. */
const MARKS: readonly (readonly [marks: string, written: string])[] = [
  ['"“”„‟«»‹›`´′″‘’‚‛ʻʼʽʾʿˊˋ', "'"],
  ['_‐‑‒–—―−', '-'],
  ['&', '+'],
  ['[{', '('],
  [']}', ')'],
  [';', ','],
  ['·', '.'],
  ['⁄∕', '/'],
  ['\t\n\r', ' '],
  // Invisible characters: soft hyphen, zero-width space, word joiner, byte order mark.
  ['\u00ad\u200b\u2060\ufeff', ''],
];

const TABLE: ReadonlyMap<string, string> = new Map([
  ...Object.entries(LETTERS),
  ...MARKS.flatMap(([marks, written]) => [...marks].map((mark) => [mark, written] as const)),
]);

/** The marks above and below letters (accents, horns, hooks, dots): a Latin letter is kept without them. */
const ACCENT = /^[\u0300-\u036f]$/;

export type BankText = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly characters: readonly string[] };

/**
 * A text in the characters of banks, with single spaces and none at its ends; or, where it has characters that cannot be said with
 * certainty, these characters, each once. Other scripts than Latin are never guessed at: the party's bank knows one spelling alone.
 */
export function inBankCharacters(text: string): BankText {
  if (isInBankCharacters(text)) return { ok: true, text: singleSpaced(text) };
  let written = '';
  const unknown = new Set<string>();
  for (const character of text.normalize('NFC')) {
    const said = characterInBankCharacters(character, written);
    if (said === undefined) unknown.add(character);
    else written += said;
  }
  if (unknown.size > 0) return { ok: false, characters: [...unknown] };
  return { ok: true, text: singleSpaced(written) };
}

const singleSpaced = (text: string): string => text.replaceAll(/ +/g, ' ').trim();

function characterInBankCharacters(character: string, before: string): string | undefined {
  if (isInBankCharacters(character)) return character;
  const listed = TABLE.get(character);
  if (listed !== undefined) return listed;
  let written = '';
  // Unicode's own parts: a letter and its marks; of wide letters, ligatures and numbers in circles the plain ones.
  for (const part of character.normalize('NFKD')) {
    const said = isInBankCharacters(part) ? part : TABLE.get(part);
    if (said !== undefined) written += said;
    else if (!(ACCENT.test(part) && /[A-Za-z]$/.test(before + written))) return undefined;
  }
  return written;
}
