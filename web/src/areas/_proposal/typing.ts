import type { Draft, Values } from '../../forms/drafts.ts';

/** A field that two persons have written since one of them read it. */
export type Conflict = { readonly name: string; readonly theirs: string; readonly mine: string };

/** Under this name a draft keeps what a field said when somebody began to type into it. */
const before = (name: string): string => `before/${name}`;

/**
 * The values of a task: typed ones, else those saved now. If both have changed since the typing began, the person who types decides, field
 * by field; nothing typed is lost.
 */
export function typingOver(saved: Values, draft: Pick<Draft, 'change'>, typed: Values) {
  const names = Object.keys(saved);
  const isTyped = (name: string): boolean => typed[name] !== undefined && typed[name] !== typed[before(name)];
  const conflicts = names.flatMap((name): Conflict[] => {
    const [theirs = '', mine = ''] = [saved[name], typed[name]];
    return isTyped(name) && typed[before(name)] !== theirs && mine !== theirs ? [{ name, theirs, mine }] : [];
  });
  return {
    values: Object.fromEntries(names.map((name) => [name, (isTyped(name) ? typed[name] : saved[name]) ?? ''])),
    conflicts,
    isChanged: names.some((name) => isTyped(name) && typed[name] !== saved[name]),
    change(name: string, value: string): void {
      if (!isTyped(name)) draft.change(before(name), saved[name] ?? '');
      draft.change(name, value);
    },
    takeTheirs({ name, theirs }: Conflict): void {
      draft.change(before(name), theirs);
      draft.change(name, theirs);
    },
    keepMine({ name, theirs }: Conflict): void {
      draft.change(before(name), theirs);
    },
  };
}
