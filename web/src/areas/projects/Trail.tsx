import { useState } from 'react';
import * as m from '#messages/projects';
import type { Schemas } from '../../base/api/client.ts';
import { History } from '../../history/History.tsx';

/** What readers look for, and what the entries of the API are about. */
const ABOUT = {
  all: '',
  money: 'payment',
  reports: 'milestone,report,reminder',
  offers: 'funding,offer,question',
  agreement: 'agreement',
  proposal: 'project',
} as const;
type About = keyof typeof ABOUT;

/** What happened in a project: all of it, or what the reader looks for. */
export function Trail({ project, names }: { readonly project: string; readonly names: Schemas['Names'] }) {
  const [about, setAbout] = useState<About>('all');
  return (
    <>
      <fieldset className="seg">
        <legend className="vh">{m.trailAbout()}</legend>
        {(Object.keys(ABOUT) as About[]).map((each) => (
          <button key={each} type="button" aria-pressed={each === about} onClick={() => setAbout(each)}>
            {m.trailKind({ about: each })}
          </button>
        ))}
      </fieldset>
      <History key={about} timeline="getTimeline" id={project} kind={ABOUT[about]} names={names} more={m.trailMore()} />
    </>
  );
}
