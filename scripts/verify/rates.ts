import { type Finding, finding, type Recorded, type Stored, streamsOf } from './facts.ts';

/**
 * 22. The rates of a source and day are entered by one person and confirmed by another; at most one edition of them waits; each rate is an
 * exact decimal above zero of a currency that is not the base and occurs once, of a day that had come.
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
          ['source', 'base', 'day'].every((field) => data[field] === first?.data[field]) && data.day <= at.slice(0, 10),
          () => `${name} is of ${data.source} for ${data.day}, and was entered at ${at}`,
        );
        checkRates(name, data, check);
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
