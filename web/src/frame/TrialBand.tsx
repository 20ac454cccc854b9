import { useQuery } from '@tanstack/react-query';
import * as m from '#messages';
import { api } from '../api/client.ts';
import { keys } from '../api/keys.ts';
import { useSession } from '../api/session.ts';
import { momentText } from '../parts/locale.ts';

/** A trial is one for everybody; what time it is there is told to whoever is signed in. */
export function TrialBand() {
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
