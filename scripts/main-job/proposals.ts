import { moneyText } from '@junkan/kit/money-text.ts';
import type { ProjectRow } from './tables/projects.ts';
import { planOf, screeningOf, targetOf, themesOf, usDollars } from './tables/rules.ts';
import type { WindowRow } from './tables/windows.ts';

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
