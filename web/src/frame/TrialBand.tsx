import * as m from '#messages';
import { useSession } from '../api/session.ts';
import { momentText } from '../parts/locale.ts';

/** A trial is one for everybody; what time it is there is told to whoever is signed in. */
export function TrialBand() {
  const session = useSession();
  if (document.body.dataset['trial'] === undefined) return null;
  return (
    <aside className="trial">
      <span>
        <b>{m.trial()}</b> {session ? m.trialTime({ at: momentText(session.now) }) : null}
      </span>
      <span>{m.trialNotReal()}</span>
    </aside>
  );
}
