/** The second word of a line: `Agreement.version` of `field Agreement.version integer required`. */
const nameOf = (line: string): string => line.split(' ')[1] ?? '';

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line !== '');

/** What of an earlier lock is gone or is said otherwise: those who relied on it have to know. */
export function takenAway(before: string, now: string): string[] {
  const kept = new Set(linesOf(now));
  return linesOf(before).filter((line) => !kept.has(line));
}

/** What is named, in backticks, by what has been added to the changelog. */
export function namedIn(changelog: string, before: string): string[] {
  const known = new Set(linesOf(before));
  return linesOf(changelog)
    .filter((line) => !known.has(line))
    .flatMap((line) => [...line.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name));
}

/** The lines that no name covers; a name covers what is within it too: `Agreement` all of its fields, `Agreement.status` all of its codes. */
export const unnamed = (lines: readonly string[], names: readonly string[]): string[] =>
  lines.filter(
    (line) => !names.some((name) => nameOf(line) === name || [':', '.', '['].some((mark) => nameOf(line).startsWith(name + mark))),
  );
