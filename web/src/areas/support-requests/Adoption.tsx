import * as m from '#messages/support-requests';
import type { Schemas } from '../../base/api/client.ts';
import { dayText, numberText } from '../../base/parts/locale.ts';
import { Proven } from '../../uploads/Proven.tsx';

/** What the council decided, how it is shown, and what came of it. */
export function Adoption({ request: { adoption, outcomes } }: { readonly request: Schemas['SupportRequest'] }) {
  if (!adoption) return null;
  const { decisionNumber, decidedOn, documents, address, checkedAt } = adoption;
  return (
    <section className="part" aria-labelledby="h-adoption">
      <h2 id="h-adoption">{m.adoption()}</h2>
      <p>{m.decision({ number: decisionNumber, day: dayText(decidedOn) })}</p>
      <p className="quiet">{checkedAt ? m.checked() : m.unchecked()}</p>
      {address ? (
        <p>
          <a href={address} rel="noopener noreferrer nofollow">
            {address}
          </a>
        </p>
      ) : null}
      <Proven of={documents} />
      <ul>
        {outcomes.map(({ months, outcome, note }) => (
          <li key={months}>
            <b>{m.outcomeIs({ months: numberText(months), code: outcome })}</b>
            {note ? <blockquote dir="auto">{note}</blockquote> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
