import * as m from '#messages/awards';
import type { Schemas } from '../../base/api/client.ts';
import { Facts } from '../../base/parts/Facts.tsx';
import { Icon } from '../../base/parts/Icon.tsx';
import { ItemLink } from '../../base/parts/ItemLink.tsx';
import { dayText, exactText, numberText } from '../../base/parts/locale.ts';
import { Say } from '../../base/parts/Say.tsx';
import { Table } from '../../base/parts/Table.tsx';
import { meanText, type Named, signed } from '../../judging/ranked.ts';
import { Means, type Ranked } from './Means.tsx';
import { useTitles } from './titles.ts';

type Of = Schemas['AwardOutcome'];
type Award = Schemas['AwardCycle'];
type Props = { readonly of: Of; readonly award: Award };

/** What a jury has decided of a category, how firm that is, and every ballot with which it can be computed again. */
export function Outcome({ of, award }: Props) {
  const { category, order, firm, reordered, note, votes, mayVote } = of;
  const { names = {}, entries, announcedAt } = award;
  const title = award.categories.find(({ code }) => code === category)?.title ?? m.categoryIs({ category });
  const named = useTitles(award.id);
  const cityOf: Named = (nomination) => {
    const city = entries.find((each) => each.nomination === nomination)?.city ?? '';
    return names[city]?.text ?? named(nomination);
  };
  const first = order.find(({ result }) => result === 'awarded');
  return (
    <section className="part" aria-labelledby={`h-${category}`}>
      <h2 id={`h-${category}`}>{first ? m.wonBy({ title, winner: cityOf(first.nomination) }) : m.outcomeOf({ title })}</h2>
      <p className="row state">
        <span className="tag good">
          <Icon name="done" size={16} />
          {m.decidedBy({ votes, mayVote })}
        </span>
        <span className="quiet">
          {first ? <ItemLink id={first.nomination}>{named(first.nomination)}</ItemLink> : null}
          {first && announcedAt ? ' · ' : null}
          {announcedAt ? m.announcedOn({ day: dayText(announcedAt) }) : null}
        </span>
      </p>
      <Say kind={firm ? 'good' : 'info'}>
        <p>{firm ? m.isFirm() : m.isNotFirm()}</p>
      </Say>
      {reordered ? (
        <Say kind="info">
          <p>{m.isReordered()}</p>
          {note ? <blockquote dir="auto">{note}</blockquote> : null}
        </Say>
      ) : null}
      <div className="two part">
        <Means order={order} named={cityOf} />
        <How of={of} award={award} named={cityOf} />
      </div>
      <Ballots of={of} named={named} cityOf={cityOf} />
    </section>
  );
}

function How({ of, award, named }: Props & { readonly named: Named }) {
  const { order, jurors, votes, mayVote, otherwise, decidedAt, ballots, firm, category } = of;
  const appointed = award.jury.filter((each) => each.category === category);
  const others = jurors.filter(({ firstWithout }) => firstWithout !== order[0]?.nomination);
  return (
    <section>
      <h3>{m.howDecided()}</h3>
      <Facts
        of={[
          [m.jury(), m.juryIs({ count: appointed.length, barred: appointed.filter(({ barred }) => barred).length })],
          [m.votes(), m.votesAre({ votes, mayVote, otherwise })],
          [m.ballots(), m.ballotsAre({ count: ballots.length })],
          [m.linked(), m.linkedBy()],
          [m.formula(), m.formulaIs()],
          [m.prize(), m.prizeFrom({ count: order.filter(({ result }) => result !== 'not-awarded').length, all: order.length })],
          [
            m.howFirm(),
            firm ? null : (
              <ul key="without" className="plain">
                {others.map(({ letter, firstWithout }) => (
                  <li key={letter}>{m.withoutLetter({ letter, first: firstWithout ? named(firstWithout) : m.fallsApart() })}</li>
                ))}
              </ul>
            ),
          ],
          [m.decided(), dayText(decidedAt)],
        ]}
      />
    </section>
  );
}

/** By the letters that were drawn for the jurors of this category; the last row is how strict each of them is. */
function Ballots({ of: { order, ballots, jurors }, named, cityOf }: { readonly of: Of; readonly named: Named; readonly cityOf: Named }) {
  return (
    <section className="part">
      <h3>{m.openedBallots()}</h3>
      <p className="quiet">{m.lettersAbout()}</p>
      <Table
        label={m.openedBallots()}
        rows={order}
        keyOf={({ nomination }) => nomination}
        columns={[
          {
            title: m.nomination(),
            isName: true,
            cell: ({ nomination }) => (
              <>
                <ItemLink id={nomination}>{named(nomination)}</ItemLink>, {cityOf(nomination)}
              </>
            ),
          },
          ...jurors.map(({ letter }) => ({
            title: letter,
            isFigure: true,
            isCounted: true,
            cell: ({ nomination }: Ranked) => {
              const ballot = ballots.find((each) => each.letter === letter && each.nomination === nomination);
              if (!ballot) return '–';
              return ballot.struck ? <s title={m.struck()}>{exactText(ballot.points)}</s> : exactText(ballot.points);
            },
          })),
          { title: m.plainMean(), isFigure: true, isCounted: true, cell: ({ mean }) => meanText(mean) },
          { title: m.toTheField(), isFigure: true, isCounted: true, cell: ({ points }) => <b>{signed(points)}</b> },
          { title: m.place(), isFigure: true, isCounted: true, cell: ({ place }) => numberText(place) },
          { title: m.result(), cell: ({ result }) => (result ? m.resultIs({ result }) : null) },
        ]}
        foot={
          <tfoot>
            <tr role="row" className="quiet">
              <th scope="row" role="rowheader">
                {m.levelOf()}
              </th>
              {jurors.map(({ letter, level }) => (
                <td key={letter} role="cell" data-h={letter} className="r">
                  <div className="num">{meanText(level)}</div>
                </td>
              ))}
              <td role="cell" colSpan={4} />
            </tr>
          </tfoot>
        }
      />
    </section>
  );
}
