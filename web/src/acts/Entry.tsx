import { messages as events } from '#messages/events';
import type { Schemas } from '../api/client.ts';
import { Icon } from '../parts/Icon.tsx';
import { momentText } from '../parts/locale.ts';
import { useTold } from './told.ts';
import { personName } from './words.ts';

type Props = { readonly entry: Schemas['TimelineEntry']; readonly names: Schemas['Names'] };

/** What happened, in a sentence; who did it, when, and what was said to it. */
export function Entry({ entry: { type, at, actor, actingFor, note, facts = {}, summary }, names }: Props) {
  const told = useTold(facts, names);
  const sentence = events[type]?.(told);
  return (
    <li>
      <span className="dot info">
        <Icon name="open" />
      </span>
      <span>
        {sentence ?? <span lang="en">{summary}</span>}
        {actor ? <small className="quiet"> {whoOf(actor, actingFor, names)}</small> : null}
        {note ? <blockquote dir="auto">{note}</blockquote> : null}
      </span>
      <time className="amt" dateTime={at}>
        {momentText(at)}
      </time>
    </li>
  );
}

/** Who acted, and in whose place. */
function whoOf(actor: string, actingFor: string | undefined, names: Schemas['Names']): string {
  const person = personName(names, actor);
  return (actingFor && events['actedFor']?.({ person, other: personName(names, actingFor) })) || person;
}
