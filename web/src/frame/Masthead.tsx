import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import * as m from '#messages';
import { signInAt, signOut, useSession } from '../api/session.ts';
import { Icon } from '../parts/Icon.tsx';
import { Seal } from '../parts/Seal.tsx';
import { Bell } from './Bell.tsx';
import { LanguageChoice } from './LanguageChoice.tsx';
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

function Find() {
  const navigate = useNavigate();
  const find = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const q = new FormData(event.currentTarget).get('q');
    void navigate({ to: '/', search: typeof q === 'string' && q !== '' ? { q } : {} });
  };
  return (
    <search className="find">
      <form onSubmit={find}>
        <Icon name="search" />
        <input type="search" name="q" aria-label={m.findProjects()} placeholder={m.findProjects()} maxLength={200} id="find" />
        <kbd>/</kbd>
      </form>
    </search>
  );
}
