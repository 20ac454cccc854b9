import { useQuery } from '@tanstack/react-query';
import * as m from '#messages';
import { api } from '../api/client.ts';
import { keys } from '../api/keys.ts';
import { useSession } from '../api/session.ts';
import { dayText, momentText } from '../parts/locale.ts';

/** A trial is one for everybody: what day it is there is told to strangers, what time it is to whoever is signed in. */
export function TrialBand() {
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
