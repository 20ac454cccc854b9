const DENSITY = 'junkan-density';
const SHORTCUTS = 'junkan-shortcuts';

type Look = { readonly density: string; readonly shortcutsOff: boolean };

/** The density of rows and controls that was last chosen in this browser. */
export function restoreLook(): void {
  document.documentElement.dataset['density'] = localStorage.getItem(DENSITY) ?? 'comfortable';
}

/** What a person has chosen, kept here so that the next page begins with it. */
export function chooseLook({ density, shortcutsOff }: Look): void {
  localStorage.setItem(DENSITY, density);
  localStorage.setItem(SHORTCUTS, shortcutsOff ? 'off' : 'on');
  restoreLook();
}
