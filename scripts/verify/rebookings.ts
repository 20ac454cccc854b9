import type { Check, Converted, Entry, Part } from './converted.ts';
import { minor, type Recorded } from './facts.ts';

type Of = 'payment' | 'report' | 'recovery' | 'resolution' | 'sponsor';
/** `before`: the earlier booking; `next`: what was recorded after its reversal. */
type Rebooking = { readonly before: Recorded | undefined; readonly next: Recorded | undefined; readonly is: readonly Of[] };

/** What is reversed because rates were corrected is booked again by the same act: the same money, at other rates. */
export function checkRebooked(agreement: string, undone: Recorded, { before, next, is }: Rebooking, check: Check): void {
  const name = `exchange ${undone.data.exchange} of ${agreement}`;
  const isRebooked =
    before !== undefined &&
    next?.type === before.type &&
    next.person === undone.person &&
    is.every((of) => next.data[of] === undone.data[of]);
  check(isRebooked, () => `${name} was undone after a correction of its rates, and has not been booked again`);
  if (!isRebooked) return;
  const [old, parts] = [before, next].map(({ data }) => (data.parts ?? []) as readonly Part[]) as [readonly Part[], readonly Part[]];
  check(old.map(moneyOf).join() === parts.map(moneyOf).join(), () => `${name} is booked again with different amounts`);
  check(old.map(ratesOf).join() !== parts.map(ratesOf).join(), () => `${name} is booked again with the same rates as before`);
}

const moneyOf = ({ offer, amount, committed }: Part): string =>
  [offer, minor(amount), amount.currency, minor(committed), committed.currency].join(' ');
const rateOf = ({ day, source, base, fromRate, toRate }: Converted): string => [day, source, base, fromRate, toRate].join(' ');
const ratesOf = ({ cost, paid }: Part & { readonly paid?: Converted }): string => [cost, ...(paid ? [paid] : [])].map(rateOf).join(' ');

const changesOf = ({ postings = [] }: Partial<Entry>): Map<string, bigint> =>
  new Map(postings.map(({ account, money }) => [`${account} ${money?.currency}`, minor(money)]));
const same = (some: ReadonlyMap<string, bigint>, others: ReadonlyMap<string, bigint>): boolean =>
  some.size === others.size && [...some].every(([key, sum]) => others.get(key) === sum);

export function checkEntry(name: string, entry: Entry, wanted: ReadonlyMap<string, bigint>, check: Check): void {
  check(
    same(changesOf(entry), wanted),
    () => `the entry of ${name} is not what it cost, what that was of the commitment, and the difference`,
  );
}

export function checkUndone(agreement: string, { data }: Recorded, booked: Recorded | undefined, check: Check): void {
  const back = new Map([...changesOf(booked?.data.entry ?? {})].map(([key, sum]) => [key, -sum]));
  check(
    booked !== undefined && booked.data.exchange === data.exchange && same(changesOf(data.entry ?? {}), back),
    () => `exchange ${data.exchange} of ${agreement} is undone otherwise than it was booked`,
  );
}
