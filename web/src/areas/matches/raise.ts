import * as m from '#messages/matches';
import { codesIn, type Reason } from '../../acts/reasons.ts';
import { list } from '../../parts/locale.ts';
import { moneyText } from '../../parts/Money.tsx';

export type Raise = { readonly criterion: string; readonly gain: number; readonly text: string };

/** Less than this is no gain that anybody would see. */
const MIN_GAIN = 0.0005;
const READIEST = 4;

/** What would raise the score, and by how much, the most first. */
export function raisesOf(reasons: readonly Reason[], themeName: (code: string) => string): Raise[] {
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
