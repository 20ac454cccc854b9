import { type QueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, Outlet, useLocation } from '@tanstack/react-router';
import * as m from '#messages';
import { sessionQuery, signInAt } from '../api/session.ts';
import { Awaiting } from '../parts/Awaiting.tsx';
import { Say } from '../parts/Say.tsx';
import { NotThere } from './Failed.tsx';
import { Frame } from './Frame.tsx';

/** What surrounds every page. */
export const root = createRootRouteWithContext<{ queries: QueryClient }>()({
  component: Frame,
  notFoundComponent: NotThere,
});

/** The pages for everybody. */
export const everybody = createRoute({ getParentRoute: () => root, id: 'everybody', component: Page });

/** The pages for which one signs in. */
export const members = createRoute({ getParentRoute: () => root, id: 'members', component: Members });

/** A page within its frame. */
function Page() {
  return (
    <Awaiting>
      <Outlet />
    </Awaiting>
  );
}

/** Pages for those who are signed in; others are asked to sign in, and return to the same page. */
function Members() {
  const { data: session } = useSuspenseQuery(sessionQuery);
  const { href } = useLocation();
  if (session) return <Page />;
  return (
    <>
      <title>{`${m.signIn()} · Junkan`}</title>
      <h1>{m.signIn()}</h1>
      <Say kind="">
        <p>
          {m.signInToRead()} <a href={signInAt(href)}>{m.signIn()}</a>
        </p>
      </Say>
    </>
  );
}
