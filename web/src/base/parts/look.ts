const DENSITY = 'junkan-density';
const SHORTCUTS = 'junkan-shortcuts';

type Look = { readonly density: string; readonly shortcutsOff: boolean };

/** Rows and controls are as close together as this browser was told last. */
export function restoreLook(): void {
  document.documentElement.dataset['density'] = localStorage.getItem(DENSITY) ?? 'comfortable';
}

/** What a person has chosen, kept here so that the next page begins with it. */
export function chooseLook({ density, shortcutsOff }: Look): void {
  localStorage.setItem(DENSITY, density);
  localStorage.setItem(SHORTCUTS, shortcutsOff ? 'off' : 'on');
  restoreLook();
}
