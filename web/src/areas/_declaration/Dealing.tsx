import * as m from '#messages/ladder';
import { Acts } from '../../acts/Acts.tsx';
import { HistoryPart } from '../../history/History.tsx';
import { useDocument } from '../../uploads/Proven.tsx';
import { useGroups } from './Groups.tsx';
import { Ladder } from './Ladder.tsx';
import type { Signatory } from './shared/queries.ts';

/** What is done to a signatory as a whole, once it is in force. */
const OF_THE_WHOLE: readonly string[] = [
  'reinstateSignatory',
  'announceLapse',
  'lapseSignatory',
  'joinGroup',
  'leaveGroup',
  'withdrawSignatory',
];

/** What the city and the secretariat deal with: what may be decided, the ladders of what is owed, and what has happened. */
export function Dealing({ signatory }: { readonly signatory: Signatory }) {
  const { id, names = {}, obligations } = signatory;
  const document = useDocument({ names });
  const groups = useGroups(signatory);
  const [open, done] = [
    obligations.filter(({ standing }) => standing !== 'accepted'),
    obligations.filter(({ standing }) => standing === 'accepted'),
  ];
  return (
    <>
      <Acts
        item={signatory}
        only={({ operation, answer }) => OF_THE_WHOLE.includes(operation) && (answer === 'allowed' || operation !== 'joinGroup')}
        given={({ operation }) => (operation === 'withdrawSignatory' ? document : operation === 'joinGroup' ? groups : {})}
      />
      {open
        .toSorted((one, other) => (one.due < other.due ? -1 : 1))
        .map((obligation) => (
          <Ladder key={obligation.name} signatory={signatory} obligation={obligation} />
        ))}
      {done.length > 0 ? (
        <details className="more">
          <summary>{m.done({ count: done.length })}</summary>
          {done.map((obligation) => (
            <Ladder key={obligation.name} signatory={signatory} obligation={obligation} />
          ))}
        </details>
      ) : null}
      <HistoryPart title={m.history()} timeline="getSignatoryTimeline" id={id} names={names} more={m.more()} />
    </>
  );
}
