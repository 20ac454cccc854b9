import * as m from '#messages/delegations';
import { personName, roleText } from '../../acts/words.ts';
import type { Schemas } from '../../base/api/client.ts';
import { Facts } from '../../base/parts/Facts.tsx';
import { dayText, momentText } from '../../base/parts/locale.ts';
import { Seal } from '../../base/parts/Seal.tsx';

type Delegation = NonNullable<Schemas['Delegations']['delegations']>[number];
type Props = { readonly delegation: Delegation; readonly names: Schemas['Names']; readonly children?: React.ReactNode };

/** Which role is held by whom, on which days, and who confirmed that. */
export function DelegationFacts({ delegation, names, children }: Props) {
  const { number, status, role, givenBy, givenAt, takenBy, firstDay, lastDay, note, confirmedBy, confirmedAt, endedBy, endedAt, endNote } =
    delegation;
  const by = (key: string, person: string | undefined, at: string | undefined) =>
    person && at ? <Who key={key} name={personName(names, person)} at={at} /> : null;
  return (
    <article className="money-part">
      <h3>
        {m.delegation({ number })}: {m.state({ code: status })}
      </h3>
      <Facts
        of={[
          [m.role(), roleText(role)],
          [m.takenBy(), personName(names, takenBy)],
          [m.days(), m.fromTo({ from: dayText(firstDay), to: dayText(lastDay) })],
          [m.givenBy(), by('given', givenBy, givenAt)],
          [m.confirmedBy(), by('confirmed', confirmedBy, confirmedAt)],
          [m.endedBy(), by('ended', endedBy, endedAt)],
        ]}
      />
      {[note, endNote].map((words) =>
        words ? (
          <blockquote key={words} dir="auto">
            {words}
          </blockquote>
        ) : null,
      )}
      {children}
    </article>
  );
}

const Who = ({ name, at }: { readonly name: string; readonly at: string }) => (
  <>
    <Seal isMini isBound name={name} /> <time dateTime={at}>{momentText(at)}</time>
  </>
);
