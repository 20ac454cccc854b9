import { bundleIn } from '@junkan/words/bundle.ts';
import type * as mail from '@junkan/words/gen/mail/messages.d.ts';
import type { Language } from '../settings/settings.ts';

type Said = { readonly language: Language | ''; readonly count: number; readonly more: boolean; readonly home: string | undefined };

const wordsIn = (language: Language): Promise<typeof mail> => bundleIn<typeof mail>('mail', language);
/** Loaded before the first mail. */
await wordsIn('en');

/** What a mail says: how much waits to be read, and nothing of what it is. A person who has chosen no language gets English. */
export async function mailOf({ language, count, more, home }: Said): Promise<{ readonly subject: string; readonly text: string }> {
  const { subject, body } = await wordsIn(language || 'en');
  const counted = { count: `${count}${more ? '+' : ''}` };
  const link = home === undefined ? '' : `\n\n${new URL('/notifications', home).href}`;
  return { subject: subject(counted), text: `${body(counted)}${link}\n` };
}
