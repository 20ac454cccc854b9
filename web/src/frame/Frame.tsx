import { useQueryClient } from '@tanstack/react-query';
import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import * as m from '#messages';
import { followLive } from '../api/live.ts';
import { useSession } from '../api/session.ts';
import { Masthead } from './Masthead.tsx';
import { hasOwn, Lists } from './Menu.tsx';
import { Offline } from './Offline.tsx';
import { useShortcuts } from './shortcuts.ts';
import { TrialBand } from './TrialBand.tsx';
import { useOwnSettings } from './useOwnSettings.ts';

/** What stands around every page: the band of a trial, the masthead, the lists, the foot. */
export function Frame() {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const shown = useRef(pathname);
  const session = useSession();
  const queries = useQueryClient();
  // Whoever only lets the time pass is told of nothing that happens.
  const person = session && hasOwn(session) ? session.person : undefined;
  // Whoever goes to another page begins at its beginning, by whatever means it is read.
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    main.current?.focus();
  }, [pathname]);
  useEffect(() => (person === undefined ? undefined : followLive(queries)), [person, queries]);
  useShortcuts();
  useOwnSettings();
  return (
    <>
      <Hatch />
      <a className="skip" href="#main">
        {m.skip()}
      </a>
      <TrialBand />
      <Masthead />
      <nav className="nav" aria-label={m.mainMenu()}>
        <Lists />
      </nav>
      <main className="page" id="main" tabIndex={-1} ref={main}>
        <Offline />
        <Outlet />
      </main>
      <footer className="foot">
        <p>{m.footSums()}</p>
        <nav className="row links" aria-label={m.footMenu()}>
          <Link to="/how">{m.menuHow()}</Link>
          <Link to="/data">{m.menuData()}</Link>
          <Link to="/accessibility">{m.menuAccessibility()}</Link>
          <a href="/docs">{m.api()}</a>
        </nav>
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
