import { type Asking, needs, post } from './asking.ts';
import type { Payment } from './payment.ts';
import { paymentsOf } from './retention.ts';
import type { Booking } from './sheets.ts';
import type { Agreement, Model, Offer, Project, Recovery, Resolution, Step } from './state.ts';
import { daysOn } from './state.ts';

/** One of the sponsors has its budget in yen, and its mandate in dollars as all others. */
export const YEN = 'JPY';
/** So many dollars for one euro; of yen the walk says how many. */
export const DOLLARS = '1.05';
/** After so many days a rate is expired. */
const RATE_DAYS = 10;
type Rule = Step['rules'][number];

const dayBefore = (day: string, days: number): string => daysOn(`${day}T00:00:00.000Z`, -days).slice(0, 10);

/** So many yen for one euro: of the newest day that is not expired, of several sources the first by name. */
export function yenOn({ sheets }: Pick<Model, 'sheets'>, day: string): string | undefined {
  const standing = sheets.filter((sheet) => sheet.standing !== undefined && sheet.day <= day && sheet.day >= dayBefore(day, RATE_DAYS));
  const newest = standing.toSorted((one, other) => other.day.localeCompare(one.day) || (one.source < other.source ? -1 : 1));
  return newest[0]?.standing;
}

/** Cents in yen, by the rates of both for one euro, rounded half to even. */
function inYen(amount: number, yen: string): number {
  const hundredths = (rate: string): number => Math.round(Number(rate) * 100);
  const [above, below] = [amount * hundredths(yen), hundredths(DOLLARS) * 100];
  const [down, rest] = [Math.floor(above / below), above % below];
  return rest * 2 > below || (rest * 2 === below && down % 2 === 1) ? down + 1 : down;
}

const isOfYen = ({ sponsors }: Model, sponsor: string): boolean =>
  sponsors.some((each) => each.sponsor === sponsor && each.currency === YEN);

/** What terms take of a sponsor's envelope, in its minor units; nothing where no rates stand. */
export function takenFor(model: Model, sponsor: string, amount: number): number | undefined {
  if (!isOfYen(model, sponsor)) return amount;
  const yen = yenOn(model, model.now.slice(0, 10));
  return yen === undefined ? undefined : inYen(amount, yen);
}

/** Of what is kept for a part of an offer's money, what that is of its envelope. */
export const takenOfPart = (model: Model, { sponsor, takes, amount }: Offer, part: number): number =>
  isOfYen(model, sponsor) ? Math.floor((takes * part) / amount) : part;

/** What money of that sponsor comes to is booked at the rates of its value date, or waits for them. */
function bookedAt(model: Model, sponsor: string, day: string | undefined): Booking | undefined {
  if (!isOfYen(model, sponsor) || day === undefined) return undefined;
  return yenOn(model, day) === undefined ? 'waiting' : 'booked';
}

/** The same of a payment whose settlement is confirmed. */
export const onSettlement = (model: Model, sponsor: string, { reported }: Payment): Pick<Payment, 'exchange'> =>
  reported?.outcome === 'settled' ? { exchange: bookedAt(model, sponsor, reported.day) } : {};

export const onRefund = (model: Model, { kind, portions, day }: Resolution): Booking | undefined =>
  kind === 'refunded' ? [...portions.keys()].map((sponsor) => bookedAt(model, sponsor, day)).find((each) => each !== undefined) : undefined;

type Of = { readonly project: Project; readonly agreement: Agreement };

/** Finance books what waits for its rates; now and then what is booked, or never was to be. */
export function bookingStep(asking: Asking): Step | undefined {
  const { model, rng } = asking;
  const all = model.inPlay.flatMap((project) => (project.agreement ? bookable(asking, { project, agreement: project.agreement }) : []));
  const waiting = all.filter(({ isWaiting }) => isWaiting);
  const found = waiting.length > 0 && rng.is(85) ? waiting : all;
  return found.length === 0 ? undefined : rng.of(found).step();
}

function bookable(asking: Asking, of: Of): { readonly isWaiting: boolean; readonly step: () => Step }[] {
  const { agreement } = of;
  const settled = paymentsOf(agreement).filter(({ status }) => status === 'settled');
  const resolutions = agreement.recoveries.flatMap((recovery) => recovery.resolutions.map((each) => [recovery, each] as const));
  return [
    ...settled.map((payment) => ({ isWaiting: payment.exchange === 'waiting', step: () => book(asking, of, payment) })),
    ...resolutions.map(([recovery, each]) => ({
      isWaiting: each.exchange === 'waiting',
      step: () => bookRefund(asking, of, recovery, each),
    })),
  ];
}

function book(asking: Asking, { project, agreement }: Of, payment: Payment): Step {
  const isDone = payment.exchange === 'booked';
  return post('exchange', 'bookExchange', { id: agreement.id, payment: payment.id }, asking, project, {
    isDone,
    rules: bookingRules(asking, isDone, payment.exchange, payment.reported?.day ?? ''),
    effect: () => Object.assign(payment, { exchange: 'booked' }),
  });
}

function bookRefund(asking: Asking, { project, agreement }: Of, { number }: Recovery, resolution: Resolution): Step {
  const isDone = resolution.exchange === 'booked';
  const of = { id: agreement.id, number, resolution: String(resolution.number) };
  return post('exchange of a refund', 'bookExchangeOfRefund', of, asking, project, {
    isDone,
    rules: bookingRules(asking, isDone, resolution.exchange, resolution.day),
    effect: () => Object.assign(resolution, { exchange: 'booked' }),
  });
}

const bookingRules = ({ by, model }: Asking, isDone: boolean, booking: Booking | undefined, day: string): Rule[] => [
  needs(by, ['finance.maker']),
  [booking !== undefined, 409],
  [isDone || yenOn(model, day) !== undefined, 409],
];

type Seen = {
  readonly exchanges?: readonly { readonly payment: string; readonly status: string }[];
  readonly refundExchanges?: readonly { readonly recovery: number; readonly resolution: number; readonly status: string }[];
};

/** What is booked or waits in the currency of a budget, as the API tells it. */
export const exchangesIn = ({ exchanges = [], refundExchanges = [] }: Seen): string[] =>
  [
    ...exchanges.map(({ payment, status }) => `${payment} ${status}`),
    ...refundExchanges.map(({ recovery, resolution, status }) => `${recovery}/${resolution} ${status}`),
  ].toSorted();

export const exchangesOf = (agreement: Agreement): string[] =>
  [
    ...paymentsOf(agreement).flatMap(({ id, exchange }) => (exchange ? [`${id} ${exchange}`] : [])),
    ...agreement.recoveries.flatMap(({ number, resolutions }) =>
      resolutions.flatMap((each) => (each.exchange ? [`${number}/${each.number} ${each.exchange}`] : [])),
    ),
  ].toSorted();

/** Where exchanges stand, in a word for each. */
export const bookingsOf = (agreement: Agreement): string[] => [
  ...paymentsOf(agreement).flatMap(({ exchange }) => (exchange ? [`exchange ${exchange}`] : [])),
  ...agreement.recoveries.flatMap(({ resolutions }) => resolutions.flatMap(({ exchange }) => (exchange ? [`refund ${exchange}`] : []))),
];
