type Item = { readonly omitted: readonly string[] };

/** An item without the fields that its owner has left out: they are neither empty nor zero. */
export function withoutOmitted<Shown extends Item>({ omitted, ...item }: Shown): Partial<Omit<Shown, 'omitted'>> {
  return Object.fromEntries(Object.entries(item).filter(([field]) => !omitted.includes(field))) as Partial<Omit<Shown, 'omitted'>>;
}
