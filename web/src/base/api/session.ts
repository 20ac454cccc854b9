import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, type Schemas } from './client.ts';
import { forgetDrafts } from './kept.ts';
import { keys } from './keys.ts';
import { isSignedOut } from './problems.ts';

export type Session = Schemas['Session'];

/** For whom this page was loaded; undefined until that is known. */
let shownTo: string | undefined;
const tabs = new BroadcastChannel('junkan-session');
/** What was loaded and typed for one person must not reach the next: a page that finds another person signed in reloads. */
function mustBeFor(person: string): void {
  if (shownTo !== undefined && shownTo !== person) window.location.reload();
}
tabs.onmessage = ({ data }: MessageEvent<string>) => mustBeFor(data);

/** Whether there may be a session: this browser knows of none otherwise. */
const mayBeSignedIn = (): boolean => document.cookie.includes('junkan-signed-in=');

function isFor(session: Session): Session {
  mustBeFor(session.person);
  if (shownTo === undefined) tabs.postMessage(session.person);
  shownTo = session.person;
  return session;
}

/** What the page itself says about who is signed in; undefined if it says nothing. */
function saidByThePage(): Session | undefined {
  const said = document.getElementById('session')?.textContent;
  return said ? isFor(JSON.parse(said) as Session) : undefined;
}

/** Who is signed in; null if nobody is. */
export const sessionQuery = queryOptions({
  queryKey: keys.session,
  initialData: saidByThePage,
  queryFn: async (): Promise<Session | null> => {
    // A session that ends while its page is open is an error: the page stays, with what was typed.
    const isOpen = shownTo !== undefined;
    if (!mayBeSignedIn() && !isOpen) return null;
    try {
      return isFor(await api.operations.getSession());
    } catch (error) {
      if (isSignedOut(error) && !isOpen) return null;
      throw error;
    }
  },
});

export const useSession = (): Session | null | undefined => useQuery(sessionQuery).data;

/** Where signing in begins; it leads back to the page. */
export const signInAt = (page: string): string => `/auth/login?next=${encodeURIComponent(page)}`;

/** Forgets what was typed, ends the session here, and goes where it ends at the identity provider. */
export async function signOut(): Promise<void> {
  // Other tabs first, which may hold what is not kept yet.
  tabs.postMessage('');
  await forgetDrafts();
  const response = await fetch('/auth/logout', { method: 'POST' });
  const { href } = (await response.json()) as { href: string };
  window.location.assign(href);
}
