import * as m from '#messages/awards';
import type { Schemas } from '../../base/api/client.ts';
import { numberOf } from '../../base/parts/locale.ts';
import { meanText, type Named, signed } from '../../judging/ranked.ts';
import { movesOf } from '../../pictures/jury.ts';

export type Ranked = Schemas['AwardOutcome']['order'][number];
type Props = { readonly order: readonly Ranked[]; readonly named: Named };

const [MEAN, POINTS] = [6, 7];
/** From a point to what is written next to it. */
const BESIDE = 13;

/** How far the strictness of jurors moves each nomination; the table of ballots says the same. Who has the highest mean is not always first. */
export function Means({ order, named }: Props) {
  const highest = order.toSorted((a, b) => numberOf(b.mean) - numberOf(a.mean))[0];
  const isOther = highest !== undefined && highest.place !== 1 && numberOf(highest.mean) !== numberOf(order[0]?.mean ?? '');
  const { field, moved } = movesOf(order.map(({ mean, points }) => ({ mean: numberOf(mean), points: numberOf(points) })));
  return (
    <section>
      <h3>{isOther ? m.whyNotHighest() : m.fromMeans()}</h3>
      <p>{isOther ? m.highestMean({ nomination: named(highest.nomination), mean: meanText(highest.mean) }) : m.fromMeansAbout()}</p>
      <figure className="norm">
        <ol>
          {moved.map(({ mean, points, isRight }, at) => {
            const of = order[at];
            return of === undefined ? null : (
              <li key={of.nomination}>
                <span>
                  {of.place} {named(of.nomination)}
                </span>
                <svg width="100%" height="44" aria-hidden="true">
                  <line className="axis" x1="0" x2="100%" y1="22" y2="22" />
                  <line className="zero" x1={`${field}%`} x2={`${field}%`} y1="0" y2="44" />
                  <line className="move" x1={`${mean}%`} x2={`${points}%`} y1="22" y2="22" />
                  <circle className="mean" cx={`${mean}%`} cy="22" r={MEAN} />
                  <circle className="adj" cx={`${points}%`} cy="22" r={POINTS} />
                  <text x={`${points}%`} dx={isRight ? BESIDE : -BESIDE} y="27" textAnchor={isRight ? 'start' : 'end'}>
                    {signed(of.points)}
                  </text>
                </svg>
              </li>
            );
          })}
        </ol>
        <figcaption>
          <Key />
        </figcaption>
      </figure>
    </section>
  );
}

const Key = () => (
  <ul className="key">
    <li>
      <svg width="16" height="16" aria-hidden="true">
        <circle className="mean" cx="8" cy="8" r={MEAN} />
      </svg>
      {m.meanKey()}
    </li>
    <li>
      <svg width="16" height="16" aria-hidden="true">
        <circle className="adj" cx="8" cy="8" r={POINTS} />
      </svg>
      {m.pointsKey()}
    </li>
    <li>
      <svg width="16" height="16" aria-hidden="true">
        <line className="zero" x1="8" x2="8" y1="0" y2="16" />
      </svg>
      {m.theField()}
    </li>
  </ul>
);
