import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { Suspense, useEffect, useRef } from 'react';
import * as m from '#messages';
import { api } from '../api/client.ts';
import { keys } from '../api/keys.ts';
import { signInAt, signOut, useSession } from '../api/session.ts';
import { Loading } from '../parts/Loading.tsx';
import { momentText } from '../parts/locale.ts';
import { LanguageChoice } from './LanguageChoice.tsx';

/** What stands around every page: the band of a trial, the masthead, the lists, the foot. */
export function Frame() {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const shown = useRef(pathname);
  // Whoever goes to another page begins at its beginning, by whatever means it is read.
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    main.current?.focus();
  }, [pathname]);
  return (
    <>
      <Hatch />
      <a className="skip" href="#main">
        {m.skip()}
      </a>
      <TrialBand />
      <Masthead />
      <Lists />
      <main className="page" id="main" tabIndex={-1} ref={main}>
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </main>
      <footer className="foot">
        <p>{m.footSums()}</p>
        <a href="/docs">{m.api()}</a>
      </footer>
    </>
  );
}

/** Sought money is hatched, wherever it is drawn. */
const Hatch = () => (
  <svg width="0" height="0" aria-hidden="true" className="vh">
    <defs>
      <pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path d="M0 0v5" className="hatch" />
      </pattern>
    </defs>
  </svg>
);

/** A trial is one for everybody; what time it is there is told to whoever is signed in. */
function TrialBand() {
  const session = useSession();
  const { data } = useQuery({ queryKey: keys.clock, queryFn: () => api.operations.getClock(), enabled: Boolean(session) });
  if (document.body.dataset['trial'] === undefined) return null;
  return (
    <aside className="trial">
      <span>
        <b>{m.trial()}</b> {data ? m.trialTime({ at: momentText(data.now) }) : null}
      </span>
      <span>{m.trialNotReal()}</span>
    </aside>
  );
}

function Masthead() {
  const session = useSession();
  const { href } = useLocation();
  return (
    <header className="mast">
      <Link className="brand" to="/">
        <svg width="28" height="28" viewBox="0 0 28 28" aria-hidden="true" className="mark">
          <path d="M18.3 4.7A10.3 10.3 0 1 0 24.3 13" fill="none" stroke="currentColor" strokeWidth="3.2" strokeLinecap="round" />
          <circle cx="22.2" cy="6.7" r="2.7" className="dot" />
        </svg>
        <span>Junkan</span>
      </Link>
      <div className="tools">
        <LanguageChoice />
        {session === null ? <a href={signInAt(href)}>{m.signIn()}</a> : null}
        {session ? (
          <>
            <span className="tool">{m.signedInAs({ person: session.name ?? session.person })}</span>
            <button className="btn small" type="button" onClick={() => void signOut()}>
              {m.signOut()}
            </button>
          </>
        ) : null}
      </div>
    </header>
  );
}

function Lists() {
  const session = useSession();
  return (
    <nav className="nav" aria-label={m.mainMenu()}>
      <ul>
        {session?.roles.some((role) => role !== 'clock.operator') ? (
          <li>
            <Link to="/desk">{m.desk()}</Link>
          </li>
        ) : null}
        <li>
          <Link to="/" activeOptions={{ exact: true, includeSearch: false }}>
            {m.portfolio()}
          </Link>
        </li>
      </ul>
    </nav>
  );
}
