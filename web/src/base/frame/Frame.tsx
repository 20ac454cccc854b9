import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import * as m from '#messages';
import { api } from '../api/client.ts';
import { keys } from '../api/keys.ts';
import { followLive } from '../api/live.ts';
import { useSession } from '../api/session.ts';
import { dayText, momentText } from '../parts/locale.ts';
import { useOnline } from '../parts/online.ts';
import { Say } from '../parts/Say.tsx';
import { Masthead } from './Masthead.tsx';
import { hasOwn, Lists } from './Menu.tsx';
import { SessionEnded } from './SessionEnded.tsx';
import { useOwnSettings, useShortcuts } from './settings.ts';

/** What surrounds every page: the band of a trial, the masthead, the lists, the footer. */
export function Frame() {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const shown = useRef(pathname);
  const session = useSession();
  const queries = useQueryClient();
  // A clock operator receives no notices.
  const person = session && hasOwn(session) ? session.person : undefined;
  // Navigation begins at the top of the next page, for assistive technology too.
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
        <SessionEnded />
        <Outlet />
      </main>
      <footer className="foot">
        <p>{m.footSums()}</p>
        <nav className="row links" aria-label={m.footMenu()}>
          <Link to="/how">{m.menuHow()}</Link>
          <Link to="/data">{m.menuData()}</Link>
          <Link to="/accessibility">{m.menuAccessibility()}</Link>
          <Link to="/translations">{m.menuTranslations()}</Link>
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

/** Without a connection what was loaded is read on; nothing that binds is sent. */
function Offline() {
  if (useOnline()) return null;
  return (
    <Say kind="wait" isNews>
      <p>{m.offline()}</p>
    </Say>
  );
}

/** A trial is labelled as one for everybody: strangers see its date, those who are signed in its time as well. */
function TrialBand() {
  const session = useSession();
  if (document.body.dataset['trial'] === undefined) return null;
  return (
    <aside className="trial">
      <span>
        <b>{m.trial()}</b> {session ? m.trialTime({ at: momentText(session.now) }) : <OwnDate />}
      </span>
      <span>{m.trialNotReal()}</span>
    </aside>
  );
}

function OwnDate() {
  const { data } = useQuery({ queryKey: keys.publicDay, queryFn: ({ signal }) => api.operations.getPublicDay({}, { signal }) });
  return data ? m.trialDate({ date: dayText(data.date) }) : null;
}
