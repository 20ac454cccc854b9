import * as m from '#messages/agreements';
import { Acts } from '../../acts/Acts.tsx';
import { Words } from '../../acts/Words.tsx';
import { codeText, personName } from '../../acts/words.ts';
import type { Schemas } from '../../api/client.ts';
import { Facts } from '../../parts/Facts.tsx';
import { dayText, list, momentText } from '../../parts/locale.ts';
import { Money } from '../../parts/Money.tsx';
import { Seal } from '../../parts/Seal.tsx';
import { StatusOf } from '../../parts/StatusOf.tsx';

type Agreement = Schemas['Agreement'];
const SECRETARIAT = 'secretariat';

/** What was proposed to change the agreement, who must approve it and who has; the newest first. */
export function Measures({ agreement }: { readonly agreement: Agreement }) {
  const { measures = [] } = agreement;
  if (measures.length === 0) return null;
  return (
    <section className="part" aria-labelledby="h-measures">
      <h2 id="h-measures">{m.measures()}</h2>
      {measures.toReversed().map((measure) => (
        <Measure key={measure.number} measure={measure} agreement={agreement} />
      ))}
    </section>
  );
}

function Measure({ measure, agreement }: { readonly measure: Schemas['Measure']; readonly agreement: Agreement }) {
  const { number, kind, status, note, proposedBy, needed = [], approvals = [], changes = [], refusal } = measure;
  const { id, names = {} } = agreement;
  const partyName = (party: string): string => names[party]?.text ?? (party === SECRETARIAT ? m.secretariat() : party);
  return (
    <article>
      <h3>{m.measure({ number, kind: codeText('measureKind', kind) })}</h3>
      <p>
        <StatusOf of="measure" status={status} />
      </p>
      {note ? <blockquote dir="auto">{note}</blockquote> : null}
      {proposedBy ? <Seal isMini name={personName(names, proposedBy)} /> : null}
      <Facts
        of={[
          [m.needed(), list(needed.map(partyName))],
          [
            m.approvals(),
            approvals.length > 0
              ? approvals.map(({ party, by, at }) => (
                  <Seal key={party} isBound name={personName(names, by)} detail={`${partyName(party)}, ${momentText(at)}`} />
                ))
              : null,
          ],
          ...changes.map(
            ({ tranche, dueOn, amount }) =>
              [
                m.change({ tranche }),
                <span key={tranche}>
                  {amount ? <Money amount={amount} of={`${id}/measures/${number}/${tranche}`} /> : null}{' '}
                  {dueOn ? m.becomesDue({ date: dayText(dueOn) }) : null}
                </span>,
              ] as const,
          ),
        ]}
      />
      <Words said={refusal} names={names} />
      <Acts item={agreement} only={(permission) => permission.measure === number} />
    </article>
  );
}
