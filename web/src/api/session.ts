import { queryOptions, useQuery } from '@tanstack/react-query';
import { get, type Schemas } from './client.ts';
import { keys } from './keys.ts';
import { isSignedOut } from './problems.ts';

export type Session = Schemas['Session'];

/** Who is signed in; null where nobody is. */
export const sessionQuery = queryOptions({
  queryKey: keys.session,
  queryFn: async (): Promise<Session | null> => {
    if (!document.cookie.includes('junkan-signed-in=')) return null;
    try {
      return await get('/v1/session', {});
    } catch (error) {
      if (isSignedOut(error)) return null;
      throw error;
    }
  },
});

export const useSession = (): Session | null | undefined => useQuery(sessionQuery).data;

/** Where signing in begins; it leads back to the page. */
export const signInAt = (page: string): string => `/auth/login?next=${encodeURIComponent(page)}`;

/** Ends the session here, and goes where it ends at the identity provider. */
export async function signOut(): Promise<void> {
  const response = await fetch('/auth/logout', { method: 'POST' });
  const { href } = (await response.json()) as { href: string };
  window.location.assign(href);
}
