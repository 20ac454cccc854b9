type Numbered = { readonly number: number };
type Handed<Edition> = { readonly edition: number; readonly editions: readonly Edition[] };

/** The edition that the address names; else the one that is worked at, and else the one in force. */
export function shownOf<Edition extends Numbered>(
  { edition, editions }: Handed<Edition>,
  current: Edition | undefined,
  chosen: string | undefined,
): Edition | undefined {
  const all = [...editions, ...(current ? [current] : [])];
  return (
    all.find(({ number }) => number === Number(chosen)) ?? current ?? editions.find(({ number }) => number === edition) ?? editions.at(-1)
  );
}

type Permitted<Permission> = { readonly may?: readonly Permission[] };

/** What may be done to a part of an item, so that what is typed for one part is not shown at another. */
export const inPart = <Permission extends { readonly operation: string; readonly answer: string }, Item extends Permitted<Permission>>(
  item: Item & Permitted<Permission>,
  part: string,
  operations: readonly string[],
): Item & { readonly may: readonly Permission[] } => ({
  ...item,
  may: (item.may ?? [])
    .filter(({ operation, answer }) => answer === 'allowed' && operations.includes(operation))
    .map((permission) => ({ ...permission, within: part })),
});
