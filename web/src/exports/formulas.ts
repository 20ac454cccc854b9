/**
 * What a spreadsheet takes for a formula, in the wide and small letters of East Asian keyboards too, also behind blanks that importers trim, and what was made safe
 * from that before; a plain number is none. A text of which this is true gets an apostrophe in front, and gives it back when the file is read.
 */
export const FORMULA = /^'*\s*(?!-?\d+(\.\d+)?$)[=+\-@\t\r\n＝＋－＠﹢﹣﹦⁺⁻⁼]/;

const ESCAPED = /^'(?='*\s*(?!-?\d+(\.\d+)?$)[=+\-@\t\r\n＝＋－＠﹢﹣﹦⁺⁻⁼])/;
/** A text of a CSV file without the apostrophe that made it safe. */
export const unescaped = (text: string): string => text.replace(ESCAPED, '');
