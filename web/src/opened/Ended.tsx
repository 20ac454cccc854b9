import { useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import * as m from '#messages';
import { signInAt } from '../base/api/session.ts';

/** Says that the session has ended, above the page, and leads to where it goes on. */
export function Ended() {
  const { href } = useLocation();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} aria-labelledby="h-ended">
      <p id="h-ended">{m.sessionEnded()}</p>
      <a className="btn first" href={signInAt(href)}>
        {m.signIn()}
      </a>
    </dialog>
  );
}
