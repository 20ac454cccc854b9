import { readFileSync } from 'node:fs';
import { moneyText } from '@junkan/kit/money-text.ts';
import type { ProjectRow } from './tables/projects.ts';
import { planOf, screeningOf, targetOf, themesOf, usDollars } from './tables/rules.ts';
import type { WindowRow } from './tables/windows.ts';

/** The city that a project of the Bank's bears in its name, by its number at GeoNames. */
const PLACES = JSON.parse(readFileSync(new URL('data/places.json', import.meta.url), 'utf8')) as Readonly<Record<string, string>>;

/** The Bank publishes the total cost, and not who pays what it does not lend. */
function costOf(row: ProjectRow) {
  const [cost, target] = [row.projectCost ?? 0n, targetOf(row)];
  if (cost < target || target <= 0n) return {};
  const remainder = moneyText(usDollars(cost - target));
  return {
    cost: moneyText(usDollars(cost)),
    ...(cost > target
      ? { otherSources: [{ name: 'Borrower and others, as far as the total project cost tells', amount: remainder }] }
      : {}),
  };
}

/** A row as the proposal of its agency. Without a target there is nothing to plan; screening will say so. */
export function proposalOf(row: ProjectRow) {
  const target = screeningOf(row).eligible
    ? {
        target: moneyText(usDollars(targetOf(row))),
        milestones: planOf(row).map(({ number, monthsAfterEffective, amount }) => ({
          number,
          title: `Year ${number}`,
          monthsAfterEffective,
          amount: moneyText(amount),
        })),
      }
    : {};
  return {
    reference: row.id,
    title: row.name,
    countries: row.place.countries,
    themes: themesOf(row),
    ...(row.lendingInstrument ? { preferredInstrument: row.lendingInstrument } : {}),
    minimumCloseBasisPoints: 10_000,
    readiness: 2,
    ...(PLACES[row.id] ? { place: { id: PLACES[row.id] ?? '' } } : {}),
    ...costOf(row),
    ...target,
  };
}

/** A financing window as a mandate: the tickets observed bound it, and what it does not say stays open. */
export function termsOf({ window, place, ticketMinimum, ticketMaximum, usualTicket, instruments }: WindowRow) {
  return {
    title: window,
    countries: place.countries,
    preferredInstruments: instruments,
    ticketMinimum: moneyText(usDollars(ticketMinimum)),
    ticketMaximum: moneyText(usDollars(ticketMaximum)),
    ...(usualTicket
      ? { usualTicketLow: moneyText(usDollars(usualTicket.low)), usualTicketHigh: moneyText(usDollars(usualTicket.high)) }
      : {}),
  };
}
