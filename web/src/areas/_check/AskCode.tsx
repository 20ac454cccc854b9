import { useNavigate } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import * as m from '#messages/certificates';

const MAX_TYPED = 40;

/** The code as somebody types it: what is wrong with it the check says. */
export function AskCode({ typed }: { readonly typed: string }) {
  const navigate = useNavigate();
  const ask = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const code = String(new FormData(event.currentTarget).get('code') ?? '').trim();
    if (code !== '') void navigate({ to: '/c/$code', params: { code } });
  };
  return (
    <search>
      <form className="row end" onSubmit={ask}>
        <label className="field">
          <span className="label">{m.theCode()}</span>
          <input
            className="in mono"
            name="code"
            required
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            placeholder="7K3M-9QX2-TVBS"
            maxLength={MAX_TYPED}
            defaultValue={typed}
          />
        </label>
        <button className="btn first" type="submit">
          {m.check()}
        </button>
      </form>
    </search>
  );
}
