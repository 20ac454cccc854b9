import { daysAt } from './days.ts';
import { type Context, type Finding, finding, type Recorded, type Stored, streamsOf } from './facts.ts';

/**
 * 22. The rates of a source and day are entered by one person and confirmed by another; at most one edition of them waits; each rate is an
 * exact decimal above zero of a currency that is not the base and occurs once, of a day that had come. One that differs from the present one by more than was
 * tolerated has a reason and a second source.
 */
export function ratesAreRecorded({ disbursement }: Stored): Finding {
  const { check, result } = finding();
  for (const [sheet, events] of streamsOf(disbursement, 'rts')) {
    let waiting: Recorded | undefined;
    let editions = 0;
    const [first] = events;
    for (const event of events) {
      const { type, data, person, at } = event;
      const name = `edition ${data.edition} of ${sheet}`;
      if (type === 'RatesEntered') {
        editions += 1;
        const before = waiting;
        check(before === undefined, () => `${name} was entered while edition ${before?.data.edition} waited`);
        check(data.edition === editions, () => `${name} is the ${editions}. of them`);
        check(
          ['source', 'base', 'day'].every((field) => data[field] === first?.data[field]) && data.day <= daysAt(at).last,
          () => `${name} is of ${data.source} for ${data.day}, and was entered at ${at}`,
        );
        checkRates(name, data, check);
        checkDeviation(name, event, disbursement, check);
        waiting = event;
        continue;
      }
      const entered = waiting;
      check(entered?.data.edition === data.edition, () => `${name} is decided (${type}), and did not wait`);
      if (type === 'RatesConfirmed') check(entered?.person !== person, () => `${name} was entered and confirmed by ${person}`);
      waiting = undefined;
    }
  }
  return result();
}

type Check = (holds: boolean, fault: () => string) => void;
type Rates = { readonly base: string; readonly rates?: readonly { readonly currency: string; readonly rate: string }[] };

function checkRates(name: string, { base, rates = [] }: Rates, check: Check): void {
  const seen = new Set([base]);
  check(rates.length > 0, () => `${name} has no rates`);
  for (const { currency, rate } of rates) {
    check(!seen.has(currency), () => `${name} reports ${currency} twice, or as its own base`);
    seen.add(currency);
    check(/^\d+(\.\d+)?$/.test(rate) && /[1-9]/.test(rate), () => `${name} reports ${currency} as ${rate}`);
  }
}

/** Present rates are read just before others are entered: what was confirmed meanwhile is not seen. */
const MEANWHILE_MS = 60_000;

/** An edition of an earlier version says no tolerance. */
function checkDeviation(name: string, { data, at }: Recorded, disbursement: Context, check: Check): void {
  if (data.tolerance === undefined || (data.reason && data.secondSource)) return;
  const times = [Date.parse(at) - MEANWHILE_MS, Date.parse(at)];
  for (const { currency, rate } of data.rates ?? []) {
    const present = times.map((until) => presentRate(disbursement, data.base, currency, data.day, until));
    const differs = present.every((before) => before !== undefined && Math.abs(Number(rate) / before - 1) * 100 >= data.tolerance + 1);
    check(
      !differs,
      () => `${name} reports ${currency} as ${rate}, and ${present[0]} was the present rate: there is no reason, or no second source`,
    );
  }
}

/** Of the newest day until this one of which a source has both currencies; of several the first by name. For a comparison: nothing is booked by it. */
export function presentRate(disbursement: Context, base: string, currency: string, day: string, until: number): number | undefined {
  const known = streamsOf(disbursement, 'rts').flatMap(([, events]) => {
    const confirmed = events.filter(({ type, at }) => type === 'RatesConfirmed' && Date.parse(at) < until).at(-1);
    const entered = events.find(({ type, data }) => type === 'RatesEntered' && data.edition === confirmed?.data.edition);
    if (!entered || entered.data.day > day) return [];
    const { rates = [], base: own } = entered.data as Rates;
    const of = new Map<string, number>([[own, 1], ...rates.map((each): [string, number] => [each.currency, Number(each.rate)])]);
    const [from, to] = [of.get(base), of.get(currency)];
    return from === undefined || to === undefined
      ? []
      : [{ day: String(entered.data.day), source: `${entered.data.source} ${own}`, rate: to / from }];
  });
  return known.sort((a, b) => (a.day === b.day ? (a.source < b.source ? -1 : 1) : a.day < b.day ? 1 : -1))[0]?.rate;
}
