import type { ReactNode } from 'react';
import * as m from '#messages/matches';
import { useCodeNames } from '../../base/api/lists.ts';
import { Icon } from '../../base/parts/Icon.tsx';
import { list } from '../../base/parts/locale.ts';
import { moneyText } from '../../base/parts/Money.tsx';
import { Say } from '../../base/parts/Say.tsx';
import { codesIn, criterionText, type Reason, useReasonText } from '../../matching/reasons.ts';
import { gainText, missedIn, partText, Strip, scoreText, segmentsOf, weightedOf, worthOf } from './Rows.tsx';

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

type Raise = { readonly criterion: string; readonly gain: number; readonly text: string };

/** Less than this is no gain that anybody would see. */
const MIN_GAIN = 0.0005;
const READIEST = 4;

/** What would raise the score, and by how much, the most first. */
function raisesOf(reasons: readonly Reason[], themeName: (code: string) => string): Raise[] {
  return reasons
    .flatMap((reason): Raise[] => {
      const gain = reason.weight * (1 - reason.score);
      const text = reason.hard || gain < MIN_GAIN ? undefined : textOf(reason, reasons, themeName);
      return text === undefined ? [] : [{ criterion: reason.criterion, gain, text }];
    })
    .sort((one, other) => other.gain - one.gain);
}

function textOf({ criterion, facts }: Reason, reasons: readonly Reason[], themeName: (code: string) => string): string | undefined {
  const { low, high, preferred, stated } = facts;
  switch (criterion) {
    case 'ticket-fit':
      return typeof low === 'object' && typeof high === 'object'
        ? m.raiseTicketFit({ low: moneyText(low), high: moneyText(high) })
        : undefined;
    case 'theme-overlap': {
      const themes = reasons.find((each) => each.criterion === 'theme')?.facts ?? {};
      const shared = codesIn(themes['shared']);
      const others = codesIn(themes['project']).filter((theme) => !shared.includes(theme));
      return others.length > 0 ? m.raiseThemeOverlap({ themes: list(others.map(themeName)) }) : undefined;
    }
    case 'country-focus':
      return m.raiseCountryFocus();
    case 'instrument-fit':
      return stated === 'true' ? m.raiseInstrumentFit({ preferred: String(preferred) }) : m.raiseInstrumentStated();
    case 'readiness-headroom':
      return m.raiseReadiness({ level: READIEST });
    default:
      return undefined;
  }
}
