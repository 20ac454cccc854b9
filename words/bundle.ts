import type { Language } from './languages.ts';

/** The messages of a bundle by name, in one language: each takes its facts. */
export type Messages = Readonly<Record<string, ((facts: object) => string) | undefined>>;

/** A bundle in one language, which is loaded when somebody asks for it first. */
export async function messagesOf(bundle: string, language: Language): Promise<Messages> {
  const { messages } = (await import(new URL(`gen/${bundle}/${language}.js`, import.meta.url).href)) as { readonly messages: Messages };
  return messages;
}
