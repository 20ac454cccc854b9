import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { forgetOldDrafts } from './api/kept.ts';
import { restoreLook } from './parts/look.ts';
import { routerOf } from './routes.tsx';
import './styles/main.css';

// The letters of the language, beside what the page needs first.
if (import.meta.env.JUNKAN_OWN_LETTERS) void import('#fonts');

// A page that was loaded before the server got a newer version finds no more of its files: it is loaded again.
window.addEventListener('vite:preloadError', () => window.location.reload());
restoreLook();
void forgetOldDrafts();

// What passes is asked again by the client itself.
const queries = new QueryClient({ defaultOptions: { queries: { staleTime: 30_000, retry: false } } });
const place = document.getElementById('app');
if (!place) throw new Error('the page has no place for the application');
createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <RouterProvider router={routerOf(queries)} />
    </QueryClientProvider>
  </StrictMode>,
);
