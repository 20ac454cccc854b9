import { messages as events } from '#messages/events-money';
import { said } from '../acts/facts.ts';
import { personName, roleText } from '../acts/words.ts';
import type { Schemas } from '../base/api/client.ts';
import { useCodeNames } from '../base/api/lists.ts';
import { Icon } from '../base/parts/Icon.tsx';
import { later } from '../base/parts/later.ts';
import { countryName, decimalText, momentText } from '../base/parts/locale.ts';

/** Of other services than the money path. */
const ofOthers = later(() => import('#messages/events-programme'));
const eventText = (type: string, told: object): string | undefined => (events[type] ?? ofOthers()[type])?.(told);

/** What indicators are to reach from then on: of a milestone, or of an agreement. */
type Amended = Readonly<Partial<Record<'targets' | 'results', readonly { readonly code: string; readonly target: string }[]>>>;
/** Where an organisation proposes projects. */
type Placed = { readonly countries?: readonly string[] };

/** The facts of an event as its sentence tells them. */
function useTold(facts: object, names: Schemas['Names']): object {
  const { targets, results, countries } = facts as Amended & Placed;
  const indicatorName = useCodeNames('indicators', (targets ?? results) !== undefined);
  const inWords = (all: Amended['targets']) => all?.map(({ code, target }) => `${indicatorName(code)} ${decimalText(target)}`);
  const told = { ...facts, targets: inWords(targets), results: inWords(results), countries: countries?.map(countryName) };
  return said(told, names, roleText);
}

type Props = { readonly entry: Schemas['TimelineEntry']; readonly names: Schemas['Names'] };

/** What happened, in a sentence; who did it, when, and what was said to it. */
export function Entry({ entry: { type, at, actor, actingFor, note, facts = {}, summary }, names }: Props) {
  const told = useTold(facts, names);
  const sentence = eventText(type, told);
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
  return (actingFor && eventText('actedFor', { person, other: personName(names, actingFor) })) || person;
}
