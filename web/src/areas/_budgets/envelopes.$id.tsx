import { queryOptions, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import * as m from '#messages/budgets';
import { Acts } from '../../acts/Acts.tsx';
import { fieldLabel, personName } from '../../acts/words.ts';
import { type AnswerOf, api, type Schemas } from '../../base/api/client.ts';
import { itemQuery, mayDo } from '../../base/api/items.ts';
import { keys } from '../../base/api/keys.ts';
import { Facts } from '../../base/parts/Facts.tsx';
import { ItemLink } from '../../base/parts/ItemLink.tsx';
import { ItemPage } from '../../base/parts/ItemPage.tsx';
import { dayText, momentText } from '../../base/parts/locale.ts';
import { Money } from '../../base/parts/Money.tsx';
import { Seal } from '../../base/parts/Seal.tsx';
import { HistoryPart } from '../../history/History.tsx';
import { EnvelopeTable } from './EnvelopeTable.tsx';

const shortQuery = queryOptions({
  queryKey: keys.list('work', { kind: 'increase-to-propose' }),
  queryFn: ({ signal }) => api.operations.listWork({ waits: 'all', kind: 'increase-to-propose', limit: MANY }, { signal }),
});
const MANY = 100;

const route = getRouteApi('/members/envelopes/$id');

/** A budget: what is left of it, until when, and who moved that day. */
export function Page() {
  const { id } = route.useParams();
  const { data: envelope } = useSuspenseQuery(itemQuery('getEnvelope', id));
  // For who may commit more: the page does not wait for it.
  const { data: short } = useQuery({ ...shortQuery, enabled: mayDo(envelope, 'proposeIncrease') });
  const { sponsor, ends = [], increases = [], claims = [], names = {} } = envelope;
  const title = m.ofSponsor({ name: names[sponsor]?.text ?? sponsor });
  return (
    <ItemPage title={title} up={<Link to="/envelopes">{m.budgets()}</Link>}>
      <EnvelopeTable envelopes={[envelope]} />
      <p className="hint">
        {m.leftIs()}{' '}
        <Link to="/ledger" search={{ party: sponsor }}>
          {m.account()}
        </Link>
      </p>
      <section className="part" aria-labelledby="h-period">
        <h2 id="h-period">{m.period()}</h2>
        <Acts
          item={envelope}
          only={({ offer, increase }) => offer === undefined && increase === undefined}
          given={({ operation }) =>
            operation === 'proposeEnvelopeEnd' ? { hints: { periodEnd: m.endHint() } } : { body: { proposal: ends.length } }
          }
        />
      </section>
      {ends.length === 0 ? null : (
        <section className="part" aria-labelledby="h-ends">
          <h2 id="h-ends">{m.endProposals()}</h2>
          {ends.toReversed().map((end) => (
            <End key={end.number} end={end} names={names} />
          ))}
        </section>
      )}
      <section className="part" aria-labelledby="h-commitments">
        <h2 id="h-commitments">{m.commitments()}</h2>
        <p className="hint">{m.commitmentsHint()}</p>
        {claims
          .filter(({ status }) => status === 'committed')
          .map(({ offer, amount, funding }) => (
            <Commitment
              key={offer}
              of={{ offer, amount, funding }}
              envelope={envelope}
              increases={increases.filter((each) => each.offer === offer)}
              missing={short?.work.find((each) => each.item === id && each.offer === offer)?.amount}
            />
          ))}
      </section>
      <HistoryPart title={m.history()} timeline="getEnvelopeTimeline" id={id} names={names} more={m.more()} />
    </ItemPage>
  );
}

type Props = { readonly end: NonNullable<Schemas['Envelope']['ends']>[number]; readonly names: Schemas['Names'] };

/** Who proposed another last day, why, and how it was decided. */
function End({ end, names }: Props) {
  const { number, status, before, periodEnd, note, proposedBy, proposedAt, decidedBy, decidedAt, endNote } = end;
  return (
    <article className="money-part">
      <h3>
        {m.proposal({ number })}: {m.endIs({ code: status })}
      </h3>
      <Facts
        of={[
          [m.newEnd(), dayText(periodEnd)],
          [m.before(), before ? dayText(before) : m.noEnd()],
          [m.proposedBy(), <Who key="proposed" name={personName(names, proposedBy)} at={proposedAt} />],
          [m.decidedBy(), decidedBy && decidedAt ? <Who key="decided" name={personName(names, decidedBy)} at={decidedAt} /> : null],
        ]}
      />
      {note ? <blockquote dir="auto">{note}</blockquote> : null}
      {endNote ? <blockquote dir="auto">{endNote}</blockquote> : null}
    </article>
  );
}

type Increase = NonNullable<Schemas['Envelope']['increases']>[number];
type Committed = {
  readonly of: Pick<Schemas['Claim'], 'offer' | 'amount'> & { readonly funding: string | undefined };
  readonly envelope: AnswerOf<'getEnvelope'>;
  readonly increases: readonly Increase[];
  /** For which a payment waits. */
  readonly missing: Schemas['Money'] | undefined;
};

/** What the envelope holds for an offer, and what was proposed to be added to it. */
function Commitment({ of: { offer, amount, funding = '' }, envelope, increases, missing }: Committed) {
  const { names = {} } = envelope;
  const numbers = new Set(increases.map(({ number }) => number));
  return (
    <article className="money-part">
      <h3>
        <ItemLink id={funding}>{names[offer]?.text ?? m.offer()}</ItemLink>: <Money amount={amount} of={`${envelope.id}/claims/${offer}`} />
      </h3>
      {increases.map((each) => (
        <Facts
          key={each.number}
          of={[
            [m.increase({ number: each.number }), m.increaseIs({ code: each.status })],
            [m.increaseBy(), <Money key="more" amount={each.amount} of={`${envelope.id}/increases/${each.number}`} />],
            [m.proposedBy(), <Who key="proposed" name={personName(names, each.proposedBy)} at={each.proposedAt} />],
            [
              m.decidedBy(),
              each.decidedBy && each.decidedAt ? <Who key="decided" name={personName(names, each.decidedBy)} at={each.decidedAt} /> : null,
            ],
            [fieldLabel('note'), each.note ? <blockquote dir="auto">{each.note}</blockquote> : null],
            [m.refusal(), each.endNote ? <blockquote dir="auto">{each.endNote}</blockquote> : null],
          ]}
        />
      ))}
      {missing ? (
        <p>
          {m.paymentWaits()} <Money amount={missing} of={`${envelope.id}/missing/${offer}`} />
        </p>
      ) : null}
      <Acts
        item={envelope}
        only={(each) => each.offer === offer || numbers.has(each.increase ?? 0)}
        given={({ operation, increase }) => {
          if (operation === 'proposeIncrease') return { currency: amount.currency, initial: missing ? { amount: missing.amount } : {} };
          const asked = increases.find(({ number }) => number === increase);
          if (!asked) return {};
          const sum = <Money key="more" amount={asked.amount} of={`${envelope.id}/increases/${asked.number}/asked`} />;
          const of = [
            [m.increaseBy(), sum],
            [m.offer(), names[offer]?.text],
          ] as const;
          return { summary: <Facts of={of} /> };
        }}
      />
    </article>
  );
}

const Who = ({ name, at }: { readonly name: string; readonly at: string }) => (
  <>
    <Seal isMini isBound name={name} /> <time dateTime={at}>{momentText(at)}</time>
  </>
);
