import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import * as m from '#messages';
import { keys } from '../api/keys.ts';
import { unreadQuery } from '../api/own.ts';
import { signInAt, signOut, useSession } from '../api/session.ts';
import { Icon } from '../parts/Icon.tsx';
import { chooseLanguage, languageName, locale } from '../parts/locale.ts';
import { Seal } from '../parts/Seal.tsx';
import { hasOwn, Menu } from './Menu.tsx';

/** The mark, whose page it is, the search, the language, the person. */
export function Masthead() {
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
      <Find />
      <div className="tools">
        <LanguageChoice />
        {session === null ? <a href={signInAt(href)}>{m.signIn()}</a> : null}
        {session ? (
          <>
            {hasOwn(session) ? (
              <>
                <Bell />
                <Link className="tool wide-only" to="/settings">
                  <span className="vh">{m.settings()}: </span>
                  <Seal isMini name={session.name ?? session.person} />
                </Link>
              </>
            ) : null}
            <button className="btn small wide-only" type="button" onClick={() => void signOut()}>
              {m.signOut()}
            </button>
          </>
        ) : null}
        <Menu />
      </div>
    </header>
  );
}

// It comes when it is first opened.
const Palette = lazy(async () => ({ default: (await import('../../palette/Palette.tsx')).Palette }));

/** Opens the search over everything: by itself, by `/`, and by Ctrl K from wherever one is. */
function Find() {
  const [isOpen, setOpen] = useState(false);
  return (
    <search className="find">
      <button type="button" id="find" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <Icon name="search" />
        <span>{m.find()}</span>
      </button>
      <kbd>Ctrl K</kbd>
      {isOpen ? (
        <Suspense fallback={null}>
          <Palette onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </search>
  );
}

/** Notices follow what happens by moments. */
const AFTER_MS = 1_500;

/** Leads to the notices of the signed-in person, with the number of unread ones. */
function Bell() {
  const queries = useQueryClient();
  const told = useSession()?.unread;
  const { data: unread } = useQuery({ ...unreadQuery, ...(told ? { initialData: told } : {}) });
  const { data: news = [] } = useQuery<readonly number[]>({ queryKey: keys.newer, enabled: false, queryFn: () => [] });
  const newest = news.at(-1);
  useEffect(() => {
    if (newest === undefined) return undefined;
    const timer = setTimeout(() => void queries.invalidateQueries({ queryKey: keys.own('unread') }), AFTER_MS);
    return () => clearTimeout(timer);
  }, [newest, queries]);
  const count = unread?.count ?? 0;
  return (
    <Link className="tool" to="/notifications">
      <Icon name="bell" size={18} />
      <span className="vh">{m.notifications()}</span>
      {count > 0 ? (
        <span className="count">
          <span className="vh">, </span>
          {unread?.more ? m.countMore({ count }) : count}
          <span className="vh"> {m.unread()}</span>
        </span>
      ) : null}
    </Link>
  );
}

/** Each language in its own words. The same page is loaded again in the one that is chosen; what was typed is kept. */
const LanguageChoice = () => (
  <>
    <button className="tool language" type="button" popoverTarget="languages">
      <Icon name="globe" />
      <span className="vh">{m.language()}: </span>
      {languageName(locale)}
    </button>
    <div className="languages" id="languages" popover="auto">
      <ul>
        {m.LOCALES.map((code) => (
          <li key={code}>
            <button type="button" lang={code} aria-current={code === locale ? 'true' : undefined} onClick={() => chooseLanguage(code)}>
              {languageName(code)}
            </button>
          </li>
        ))}
      </ul>
    </div>
  </>
);
