import * as m from '#messages/awards';
import type { Schemas } from '../../base/api/client.ts';
import { Facts } from '../../base/parts/Facts.tsx';
import { ItemLink } from '../../base/parts/ItemLink.tsx';
import { dayText, exactText, numberOf, numberText } from '../../base/parts/locale.ts';
import { Say } from '../../base/parts/Say.tsx';
import { Table } from '../../base/parts/Table.tsx';

type Of = Schemas['AwardOutcome'];
type Award = Schemas['AwardCycle'];
type Ranked = Of['order'][number];
type Props = { readonly of: Of; readonly award: Award };

/** What a jury has decided of a category, how firm that is, and every ballot with which it can be computed again. */
export function Outcome({ of, award }: Props) {
  const { category, order, firm, reordered, note } = of;
  const title = award.categories.find(({ code }) => code === category)?.title ?? m.categoryIs({ category });
  const named = useNames(award);
  return (
    <section className="part" aria-labelledby={`h-${category}`}>
      <h2 id={`h-${category}`}>{m.outcomeOf({ title })}</h2>
      <Say kind={firm ? 'good' : 'info'}>
        <p>{firm ? m.isFirm() : m.isNotFirm()}</p>
      </Say>
      {reordered ? (
        <Say kind="info">
          <p>{m.isReordered()}</p>
          {note ? <blockquote dir="auto">{note}</blockquote> : null}
        </Say>
      ) : null}
      <HighestMean order={order} named={named} />
      <Table
        label={m.outcomeOf({ title })}
        rows={order}
        keyOf={({ nomination }) => nomination}
        columns={[
          { title: m.place(), isFigure: true, isCounted: true, cell: ({ place }) => numberText(place) },
          { title: m.nomination(), isName: true, cell: ({ nomination }) => <ItemLink id={nomination}>{named(nomination)}</ItemLink> },
          { title: m.toTheField(), isFigure: true, isCounted: true, cell: ({ points }) => signed(points) },
          { title: m.plainMean(), isFigure: true, isCounted: true, cell: ({ mean }) => exactText(mean) },
          { title: m.ballots(), isFigure: true, isCounted: true, cell: ({ ballots }) => numberText(ballots) },
          { title: m.result(), cell: ({ result }) => (result ? m.resultIs({ result }) : null) },
        ]}
      />
      <How of={of} />
      <Ballots of={of} named={named} />
    </section>
  );
}

const useNames =
  ({ names = {} }: Award) =>
  (nomination: string): string =>
    names[nomination]?.text ?? nomination;

const signed = (points: string): string => `${numberOf(points) > 0 ? '+' : ''}${exactText(points)}`;

/** Who has the highest mean is not always first: then it is said why. */
function HighestMean({ order, named }: { readonly order: readonly Ranked[]; readonly named: (id: string) => string }) {
  const highest = order.toSorted((a, b) => numberOf(b.mean) - numberOf(a.mean))[0];
  if (!highest || highest.place === 1 || numberOf(highest.mean) === numberOf(order[0]?.mean ?? '')) return null;
  return <p>{m.highestMean({ nomination: named(highest.nomination), mean: exactText(highest.mean) })}</p>;
}

function How({ of: { votes, mayVote, otherwise, decidedAt, ballots } }: { readonly of: Of }) {
  return (
    <Facts
      of={[
        [m.votes(), m.votesAre({ votes, mayVote, otherwise })],
        [m.ballots(), m.ballotsAre({ count: ballots.length })],
        [m.formula(), m.formulaIs()],
        [m.decided(), dayText(decidedAt)],
      ]}
    />
  );
}

/** By the letters that were drawn for the jurors of this category; the last row is how strict each of them is. */
function Ballots({ of: { order, ballots, jurors }, named }: { readonly of: Of; readonly named: (id: string) => string }) {
  return (
    <>
      <h3>{m.openedBallots()}</h3>
      <p className="quiet">{m.lettersAbout()}</p>
      <Table
        label={m.openedBallots()}
        rows={order}
        keyOf={({ nomination }) => nomination}
        columns={[
          { title: m.nomination(), isName: true, cell: ({ nomination }) => named(nomination) },
          ...jurors.map(({ letter }) => ({
            title: letter,
            isFigure: true,
            isCounted: true,
            cell: ({ nomination }: Ranked) => {
              const ballot = ballots.find((each) => each.letter === letter && each.nomination === nomination);
              if (!ballot) return null;
              return ballot.struck ? <s title={m.struck()}>{exactText(ballot.points)}</s> : exactText(ballot.points);
            },
          })),
        ]}
      />
      <Table
        label={m.jurorsOf()}
        rows={jurors}
        keyOf={({ letter }) => letter}
        columns={[
          { title: m.juror(), cell: ({ letter }) => letter },
          { title: m.level(), isFigure: true, isCounted: true, cell: ({ level }) => exactText(level) },
          { title: m.firstWithout(), cell: ({ firstWithout }) => (firstWithout ? named(firstWithout) : m.fallsApart()) },
        ]}
      />
    </>
  );
}
