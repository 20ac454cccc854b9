import * as milestones from '#messages/milestones';
import * as m from '#messages/reporting';
import { personName, roleText } from '../../acts/words.ts';
import { Facts } from '../../parts/Facts.tsx';
import { dayText } from '../../parts/locale.ts';
import { Money } from '../../parts/Money.tsx';
import { Seal } from '../../parts/Seal.tsx';
import type { Reporting } from './report.queries.ts';

/** What the report is worth, who does what about it, and by when. */
export function Rail({ reporting: { milestone, draft, names } }: { readonly reporting: Reporting }) {
  const { id, amount, dueOn } = milestone;
  const writers = draft.preparedBy.length > 0 ? draft.preparedBy.map((by) => personName(names, by)) : [roleText('proposer.officer')];
  return (
    <aside className="rail" aria-label={m.whatItPays()}>
      <h2>{m.whatItPays()}</h2>
      <p className="pay">
        <Money amount={amount} of={`${id}/amount`} />
      </p>
      <p className="quiet">
        <small>{m.paysWhen()}</small>
      </p>
      <h2>{m.whoDoesWhat()}</h2>
      <ul className="whos">
        {writers.map((name) => (
          <li key={name}>
            <Seal name={name} detail={m.duty({ code: 'write' })} />
          </li>
        ))}
        <li>
          <Seal isBound name={roleText('proposer.certifier')} detail={m.duty({ code: 'sign' })} />
        </li>
        <li>
          <Seal isBound name={roleText('secretariat.verifier')} detail={m.duty({ code: 'verify' })} />
        </li>
      </ul>
      <p className="quiet">
        <small>{m.notTwo()}</small>
      </p>
      <Facts
        of={[
          [
            milestones.due(),
            <time key="due" dateTime={dueOn}>
              {dayText(dueOn)}
            </time>,
          ],
        ]}
      />
    </aside>
  );
}
