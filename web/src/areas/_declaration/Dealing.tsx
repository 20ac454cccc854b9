import * as m from '#messages/ladder';
import { group } from '#messages/signatories';
import { Acts } from '../../acts/Acts.tsx';
import type { Schemas } from '../../base/api/client.ts';
import { Table } from '../../base/parts/Table.tsx';
import { useDocument } from '../../uploads/Proven.tsx';
import { Calendar } from './Calendar.tsx';
import { HandedFor } from './Handed.tsx';
import { useGroups } from './JoinGroup.tsx';
import { Ladder } from './Ladder.tsx';
import type { Obligation, Signatory } from './shared/queries.ts';
import { Day } from './shared/Standing.tsx';
import { byDue, byWeight, obligationName } from './shared/standing.ts';
import { WithOthers } from './shared/WithOthers.tsx';

type Of = { readonly signatory: Signatory };

/** What is done to a signatory as a whole, once it is in force; of some, only while it is suspended, it is said why they cannot be done. */
const OF_THE_WHOLE: readonly string[] = ['withdrawSignatory', 'joinGroup', 'leaveGroup'];
const OF_SUSPENDED: readonly string[] = ['reinstateSignatory', 'announceLapse', 'lapseSignatory'];

/** What the city and the secretariat deal with: what may be decided, and the ladders of what is owed. */
export function Dealing({ signatory }: Of) {
  const { names = {}, obligations, status } = signatory;
  const document = useDocument({ names });
  const groups = useGroups(signatory);
  const isOffered = ({ operation, answer }: Schemas['Permission']): boolean =>
    OF_SUSPENDED.includes(operation)
      ? answer === 'allowed' || status === 'suspended'
      : OF_THE_WHOLE.includes(operation) && answer === 'allowed';
  const isComing = ({ standing }: Obligation): boolean => standing === 'coming';
  const isDone = ({ standing }: Obligation): boolean => standing === 'accepted';
  const all = obligations.toSorted(byWeight);
  const [coming, done, open] = [all.filter(isComing), all.filter(isDone), all.filter((each) => !isComing(each) && !isDone(each))];
  const ofWhole = (
    <Acts
      item={signatory}
      only={isOffered}
      given={({ operation }) => (operation === 'withdrawSignatory' ? document : operation === 'joinGroup' ? groups : {})}
    />
  );
  // What is owed comes first; once it is suspended, how that ends.
  return (
    <>
      {status === 'suspended' ? ofWhole : null}
      {open.map((obligation) => (
        <Ladder key={obligation.name} signatory={signatory} obligation={obligation} />
      ))}
      {coming.length > 0 ? <Later signatory={signatory} coming={coming} /> : null}
      <WithOthers signatory={signatory} title={group()} />
      {status === 'suspended' ? null : ofWhole}
      {signatory.may?.some(({ operation, answer }) => operation === 'openCalendar' && answer === 'allowed') ? (
        <Calendar signatory={signatory} />
      ) : null}
      {done.length > 0 ? (
        <details className="more">
          <summary>{m.done({ count: done.length })}</summary>
          {done.map((obligation) => (
            <Ladder key={obligation.name} signatory={signatory} obligation={obligation} />
          ))}
        </details>
      ) : null}
    </>
  );
}

/** What is not open yet, and what may be done with it even so. */
function Later({ signatory, coming }: Of & { readonly coming: readonly Obligation[] }) {
  const opensOn = (name: string): string | undefined => signatory.clocks?.find(({ obligation }) => obligation === name)?.ahead[0]?.on;
  return (
    <section className="part" aria-labelledby="h-later">
      <h2 id="h-later">{m.later()}</h2>
      <Table
        label={m.later()}
        rows={coming.toSorted(byDue)}
        keyOf={({ name }) => name}
        columns={[
          { title: m.what(), cell: ({ name }) => obligationName(name) },
          { title: m.opensOn(), cell: ({ name }) => <Day of={opensOn(name)} /> },
          { title: m.dueOn(), cell: ({ due }) => <Day of={due} /> },
        ]}
      />
      {nextOfEach(coming).map((obligation) => (
        <HandedFor key={obligation.name} signatory={signatory} obligation={obligation} />
      ))}
    </section>
  );
}

/** Of each kind the one that comes next: it may be begun before its day. */
const nextOfEach = (coming: readonly Obligation[]): readonly Obligation[] => {
  const lastFirst = coming.toSorted(byDue).toReversed();
  return [...new Map(lastFirst.map((obligation) => [obligation.kind, obligation])).values()].toSorted(byDue);
};
