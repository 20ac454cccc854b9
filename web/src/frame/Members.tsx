import { useSuspenseQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import * as m from '#messages';
import { sessionQuery, signInAt } from '../api/session.ts';
import { Say } from '../parts/Say.tsx';
import { Page } from './Page.tsx';

/** Pages for whoever has signed in; others are asked to, and come back to the same page. */
export function Members() {
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
