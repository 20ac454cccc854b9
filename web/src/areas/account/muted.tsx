import * as m from '#messages/account';
import { Refused } from '../../acts/Refused.tsx';
import { shortId } from '../../parts/facts.ts';
import { useMuting } from './muting.ts';

/** What is not told, and that it is to be told again. */
export function Muted() {
  const { kinds, projects, names, isPending, error, drop } = useMuting();
  if (kinds.length + projects.length === 0) return null;
  return (
    <section className="part" aria-labelledby="h-muted">
      <h2 id="h-muted">{m.muted()}</h2>
      {error ? <Refused error={error} /> : null}
      <ul className="row">
        {kinds.map((kind) => (
          <li key={kind}>
            <button className="btn small" type="button" aria-disabled={isPending} onClick={() => drop({ kind })}>
              {m.tellAgain({ what: m.kind({ kind }) })}
            </button>
          </li>
        ))}
        {projects.map((project) => (
          <li key={project}>
            <button className="btn small" type="button" aria-disabled={isPending} onClick={() => drop({ project })}>
              {m.tellAgain({ what: names[project]?.text ?? shortId(project) })}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
