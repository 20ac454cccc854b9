import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import * as m from '#messages/peers';
import { Begin } from '../../acts/Begin.tsx';

const MAX_GOAL = 500;

/** An invitation: what one wants to be able to do, and by when. */
export function Invite({ provider }: { readonly provider: string }) {
  const navigate = useNavigate();
  const [{ text, by }, setGoal] = useState({ text: '', by: '' });
  const goals = text.trim() !== '' && by !== '' ? [{ text: text.trim(), by }] : [];
  return (
    <Begin
      operation="inviteToExchange"
      roles={['proposer.officer']}
      body={{ provider, goals }}
      onDone={({ id = '' }) => void navigate({ to: '/exchanges/$id', params: { id } })}
    >
      <label className="field">
        <span className="label">{m.goal()}</span>
        <input
          className="in"
          name="goal"
          maxLength={MAX_GOAL}
          value={text}
          onChange={({ currentTarget: { value } }) => setGoal((before) => ({ ...before, text: value }))}
        />
      </label>
      <label className="field">
        <span className="label">{m.goalBy()}</span>
        <input
          className="in"
          type="date"
          name="goalBy"
          value={by}
          onChange={({ currentTarget: { value } }) => setGoal((before) => ({ ...before, by: value }))}
        />
      </label>
    </Begin>
  );
}
