import { PAGES } from '#lists';

/** `through`: where it is of several days, the last of them. */
type Item = { readonly id: string; readonly day?: string; readonly through?: string };
const AN_ID = /^([a-z]{3})_[0-9a-z]{26}$/;

/** The items with pages that facts name, each once: by itself, in a list, or with its day. */
export function ledTo(facts: unknown): readonly Item[] {
  const found = new Map<string, Item>();
  for (const item of itemsIn(facts)) {
    const before = found.get(item.id);
    if (before?.day === undefined) found.set(item.id, item);
  }
  return [...found.values()];
}

function itemsIn(fact: unknown): readonly Item[] {
  if (typeof fact === 'string') return Object.hasOwn(PAGES, AN_ID.exec(fact)?.[1] ?? '') ? [{ id: fact }] : [];
  if (typeof fact !== 'object' || fact === null) return [];
  if (Array.isArray(fact)) return fact.flatMap(itemsIn);
  const { item, day, through, ...others } = fact as Readonly<Record<string, unknown>>;
  const days = { ...(typeof day === 'string' && { day }), ...(typeof through === 'string' && { through }) };
  const dated = itemsIn(item).map((each) => ({ ...each, ...days }));
  return [...dated, ...itemsIn(Object.values(others))];
}
