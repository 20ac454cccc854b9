export type Change = { readonly at: string; readonly before: unknown; readonly after: unknown };

/** Where two answers differ. */
export function changes(before: unknown, after: unknown, at = ''): Change[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  const areBoth = [before, after].every((each) => typeof each === 'object' && each !== null);
  if (!areBoth || Array.isArray(before) !== Array.isArray(after)) return [{ at, before, after }];
  const [one, other] = [before, after] as [Record<string, unknown>, Record<string, unknown>];
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].flatMap((key) => changes(one[key], other[key], `${at}/${key}`));
}
