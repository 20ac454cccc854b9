import type { Language } from './languages.ts';

/** The messages of a bundle by name, in one language: each takes its facts. */
export type Messages = Readonly<Record<string, ((facts: object) => string) | undefined>>;

const loaded = new Map<string, Promise<object>>();

/** A bundle in one language, which is loaded once, when somebody asks for it first. `Bundle`: its type, of `gen/…/messages.d.ts`. */
export function bundleIn<Bundle extends object>(bundle: string, language: Language): Promise<Bundle> {
  const place = new URL(`gen/${bundle}/${language}.js`, import.meta.url).href;
  const module = loaded.get(place) ?? (import(place) as Promise<object>);
  loaded.set(place, module);
  return module as Promise<Bundle>;
}

/** The messages of a bundle, for names that the API answers. */
export async function messagesOf(bundle: string, language: Language): Promise<Messages> {
  const { messages } = await bundleIn<{ readonly messages: Messages }>(bundle, language);
  return messages;
}
