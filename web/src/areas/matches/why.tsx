import type { ReactNode } from 'react';
import * as m from '#messages/matches';
import { criterionText, type Reason, useReasonText } from '../../acts/reasons.ts';
import { useCodeNames } from '../../api/lists.ts';
import { Icon } from '../../parts/Icon.tsx';
import { Say } from '../../parts/Say.tsx';
import { Strip } from '../../parts/Strip.tsx';
import { raisesOf } from './raise.ts';
import { gainText, missedIn, partText, scoreText, segmentsOf, weightedOf, worthOf } from './scores.ts';

type Props = { readonly reasons: readonly Reason[]; readonly children?: ReactNode };

const [WIDTH, HEIGHT] = [220, 12];

/** A match explained: what each criterion adds and why, every condition, and what would raise the score. */
export function Why({ reasons, children }: Props) {
  const missed = missedIn(reasons);
  const reasonText = useReasonText();
  return (
    <>
      {missed.map((reason) => (
        <Say key={reason.criterion} kind="wait">
          <p>
            <b>{m.missesOne({ criterion: criterionText(reason.criterion) })}</b> {reasonText(reason)}
          </p>
        </Say>
      ))}
      <div className="total">
        <b className="big">{scoreText(worthOf(reasons))}</b>
        <span>{missed.length > 0 ? m.ifItDidNot() : m.ofOne()}</span>
        <Strip segments={segmentsOf(reasons)} width={WIDTH} height={HEIGHT} />
      </div>
      <h3>{m.whyFits()}</h3>
      <Criteria reasons={reasons} />
      <Conditions reasons={reasons} />
      <Raises reasons={reasons} />
      {children}
    </>
  );
}

const [PART_WIDTH, PART_HEIGHT] = [84, 9];

function Criteria({ reasons }: Props) {
  const weighted = weightedOf(reasons);
  const reasonText = useReasonText();
  const heaviest = weighted[0]?.weight ?? 1;
  return (
    <table className="crit">
      <thead className="vh">
        <tr>
          <th scope="col">{m.whyFits()}</th>
          <th scope="col">{m.adds()}</th>
        </tr>
      </thead>
      <tbody>
        {weighted.map((reason) => (
          <tr key={reason.criterion}>
            <th scope="row">
              {criterionText(reason.criterion)}
              <span className="sentence">{reasonText(reason)}</span>
            </th>
            <td>
              <span className="num">
                <b>{partText(reason.weight * reason.score)}</b> / {scoreText(reason.weight)}
              </span>
              <Strip
                segments={[{ key: reason.criterion, weight: reason.weight, score: reason.score }]}
                width={PART_WIDTH}
                height={PART_HEIGHT}
                whole={heaviest}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Conditions({ reasons }: Props) {
  const reasonText = useReasonText();
  const hard = reasons.filter((reason) => reason.hard);
  const met = hard.filter(({ outcome }) => outcome === 'met');
  return (
    <details className="more" open>
      <summary>{m.conditions({ met: met.length, all: hard.length })}</summary>
      <ul className="nine">
        {hard.map((reason) => (
          <li key={reason.criterion} className={reason.outcome === 'met' ? undefined : 'not'}>
            <Icon name={reason.outcome === 'met' ? 'done' : 'no'} size={14} />
            <span>{reasonText(reason)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Raises({ reasons }: Props) {
  const raises = raisesOf(reasons, useCodeNames('themes'));
  return (
    <>
      <h3>{m.raise()}</h3>
      {raises.length === 0 ? (
        <p className="quiet">{m.nothingRaises()}</p>
      ) : (
        <ul className="raise">
          {raises.map(({ criterion, gain, text }) => (
            <li key={criterion}>
              <span className="num plus">{gainText(gain)}</span>
              <span>{text}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
