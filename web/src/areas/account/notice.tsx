import * as m from '#messages/account';
import { messages as events } from '#messages/events';
import { useTold } from '../../acts/told.ts';
import type { Schemas } from '../../api/client.ts';
import { Icon } from '../../parts/Icon.tsx';
import { ItemLink } from '../../parts/ItemLink.tsx';
import { timeText } from '../../parts/locale.ts';
import { useMuting } from './muting.ts';

type Props = { readonly notice: Schemas['Notice']; readonly names: Schemas['Names'] };

/** One notice: what happened, to which project, and when; and that no more of its kind is to be told. */
export function NoticeRow({ notice: { kind, event, item, project, at, read, facts, summary }, names }: Props) {
  const muting = useMuting();
  const told = useTold(facts, names);
  const sentence = events[event]?.(told);
  return (
    <li>
      <span className={`dot ${read ? '' : 'info'}`}>
        <Icon name={read ? 'open' : 'part'} />
      </span>
      <div>
        {read ? null : <b>{m.isNew()} </b>}
        <ItemLink id={item}>{sentence ?? <span lang="en">{summary}</span>}</ItemLink>
        {project ? (
          <small className="quiet">
            {' '}
            <ItemLink id={project}>{names[project]?.text ?? m.theProject()}</ItemLink>
          </small>
        ) : null}
        <details className="more">
          <summary>{m.mute()}</summary>
          <div className="row">
            <button className="btn small" type="button" aria-disabled={muting.isPending} onClick={() => muting.add({ kind })}>
              {m.muteKind({ kind })}
            </button>
            {project ? (
              <button className="btn small" type="button" aria-disabled={muting.isPending} onClick={() => muting.add({ project })}>
                {m.muteProject()}
              </button>
            ) : null}
          </div>
        </details>
      </div>
      <time className="amt" dateTime={at}>
        {timeText(at)}
      </time>
    </li>
  );
}
