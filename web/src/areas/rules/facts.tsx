import * as m from '#messages/rules';
import { personName } from '../../acts/words.ts';
import type { Schemas } from '../../api/client.ts';
import { Facts } from '../../parts/Facts.tsx';
import { momentText } from '../../parts/locale.ts';
import { Money } from '../../parts/Money.tsx';
import { Seal } from '../../parts/Seal.tsx';

type Rules = Schemas['ApprovalRules'];
type Limits = { readonly limits: readonly Schemas['Money'][] | undefined; readonly of: string };

/** Above which amounts two persons approve, or that there is no limit. */
export function LimitList({ limits = [], of }: Limits) {
  if (limits.length === 0) return <p>{m.noLimits()}</p>;
  return (
    <ul>
      {limits.map((limit) => (
        <li key={limit.currency}>
          <Money amount={limit} of={`${of}/${limit.currency}`} />
        </li>
      ))}
    </ul>
  );
}

type Proposal = NonNullable<Rules['proposals']>[number];

/** Who proposed limits, who decided, and how. */
export function ProposalFacts({
  id,
  proposal,
  names,
}: {
  readonly id: string;
  readonly proposal: Proposal;
  readonly names: Schemas['Names'];
}) {
  const { number, status, limits, proposedBy, proposedAt, decidedBy, decidedAt, note } = proposal;
  return (
    <article className="money-part">
      <h3>
        {m.proposal({ number })}: {m.state({ code: status })}
      </h3>
      <LimitList limits={limits} of={`${id}/proposals/${number}`} />
      <Facts
        of={[
          [m.proposedBy(), <Who key="proposed" name={personName(names, proposedBy)} at={proposedAt} />],
          [m.decidedBy(), decidedBy && decidedAt ? <Who key="decided" name={personName(names, decidedBy)} at={decidedAt} /> : null],
        ]}
      />
      {note ? <blockquote dir="auto">{note}</blockquote> : null}
    </article>
  );
}

const Who = ({ name, at }: { readonly name: string; readonly at: string }) => (
  <>
    <Seal isMini isBound name={name} /> <time dateTime={at}>{momentText(at)}</time>
  </>
);
