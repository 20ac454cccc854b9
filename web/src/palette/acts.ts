import type { QueryClient } from '@tanstack/react-query';
import * as m from '#messages/forms';
import { allWords, labelOf, roleText } from '../acts/words.ts';
import type { Schemas } from '../base/api/client.ts';
import { keys } from '../base/api/keys.ts';
import { list } from '../base/parts/locale.ts';

/** What may be done on the page: `act` does it; without it, `who` may. */
export type Here = { readonly label: string; readonly who: string; readonly act?: () => void };

type Offering = { readonly may?: readonly Schemas['Permission'][] };

/** What the item of a page says may be done to it. */
const mayOf = (queries: QueryClient, pathname: string): readonly Schemas['Permission'][] => {
  const [id] = /[a-z]{3}_[0-9a-z]{26}/.exec(pathname) ?? [];
  if (id === undefined) return [];
  return queries.getQueriesData<Offering>({ queryKey: keys.item(id) }).flatMap(([, kept]) => kept?.may ?? []);
};

/** An act is done where the page offers it. */
const controlOf = (label: string): HTMLElement | undefined =>
  [...document.querySelectorAll<HTMLElement>('main button:not([disabled]), main a')].find((each) => each.textContent?.trim() === label);

/** What may be done on the page that is shown, and what others may. */
export async function actsHere(queries: QueryClient, pathname: string): Promise<readonly Here[]> {
  const may = mayOf(queries, pathname);
  if (may.length === 0) return [];
  await allWords();
  const found = may.flatMap(({ operation, answer, roles = [] }): Here[] => {
    const label = labelOf(operation);
    const control = controlOf(label);
    if (answer === 'allowed') return control ? [{ label, who: '', act: () => began(control) }] : [];
    if (answer !== 'refused') return [];
    return [{ label, who: roles.length > 0 ? m.whoMay({ roles: list(roles.map(roleText)) }) : m.notNow() }];
  });
  // Parts of an item have the same acts.
  return [...new Map(found.map((each) => [each.label, each])).values()];
}

function began(control: HTMLElement): void {
  control.scrollIntoView({ block: 'center' });
  control.focus();
  control.click();
}
