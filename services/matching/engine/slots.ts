/** Gives every id a small number, reused after removal, under which bits and columns keep what is known of it. */
export type Slots<Profile extends { readonly id: string }> = {
  readonly byId: Map<string, number>;
  readonly profiles: (Profile | undefined)[];
  readonly free: number[];
};

export const slots = <Profile extends { readonly id: string }>(): Slots<Profile> => ({ byId: new Map(), profiles: [], free: [] });

export function take<Profile extends { readonly id: string }>(of: Slots<Profile>, profile: Profile): number {
  const slot = of.byId.get(profile.id) ?? of.free.pop() ?? of.profiles.length;
  of.byId.set(profile.id, slot);
  of.profiles[slot] = profile;
  return slot;
}

export function give<Profile extends { readonly id: string }>(of: Slots<Profile>, id: string): void {
  const slot = of.byId.get(id);
  if (slot === undefined) return;
  of.byId.delete(id);
  of.profiles[slot] = undefined;
  of.free.push(slot);
}

export const profileOf = <Profile extends { readonly id: string }>(of: Slots<Profile>, id: string): Profile | undefined => {
  const slot = of.byId.get(id);
  return slot === undefined ? undefined : of.profiles[slot];
};
