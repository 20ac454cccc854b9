import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createRouter, RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { routes } from '#routes';
import { forgetOldDrafts } from './base/api/kept.ts';
import { Failed } from './base/frame/Failed.tsx';
import { restoreLook } from './base/parts/look.ts';
import './styles/main.css';

// The fonts of the language, in parallel with what the page needs first.
if (import.meta.env.JUNKAN_OWN_LETTERS) void import('#fonts');

// A page that was loaded before the server got a newer version finds no more of its files: it is loaded again.
window.addEventListener('vite:preloadError', () => window.location.reload());
restoreLook();
void forgetOldDrafts();

// What passes is asked again by the client itself.
const queries = new QueryClient({ defaultOptions: { queries: { staleTime: 30_000, retry: false } } });
/** The addresses of the application: one for each item, the same for every reader. */
const router = createRouter({
  routeTree: routes,
  context: { queries },
  scrollRestoration: true,
  defaultPreload: 'intent',
  // Replaces the page: its frame stays.
  defaultErrorComponent: ({ error }) => <Failed error={error} />,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

const place = document.getElementById('app');
if (!place) throw new Error('the page has no place for the application');
createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
