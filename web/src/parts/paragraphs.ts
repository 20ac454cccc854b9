/** What is written as paragraphs: empty lines divide them. */
export const paragraphsIn = (written: string): readonly string[] =>
  written
    .split(/\n\s*\n/)
    .map((each) => each.trim())
    .filter(Boolean);
export const writtenAs = (paragraphs: readonly string[]): string => paragraphs.join('\n\n');
