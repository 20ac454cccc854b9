import { type Asking, needs, post } from './asking.ts';
import { isMoney } from './instruments.ts';
import type { Back, Payment } from './payment.ts';
import { paymentsOf } from './retention.ts';
import type { Booking, RateSheet } from './sheets.ts';
import type { Agreement, Model, Offer, Project, Recovery, Resolution, Step } from './state.ts';
import { daysOn, isTaken } from './state.ts';

/** One of the sponsors has its budget in yen, and its mandate in dollars as all others. */
export const YEN = 'JPY';
/** So many dollars for one euro; of yen the walk says how many. */
export const DOLLARS = '1.05';
/** After so many days a rate is expired. */
const RATE_DAYS = 10;
type Rule = Step['rules'][number];

const dayBefore = (day: string, days: number): string => daysOn(`${day}T00:00:00.000Z`, -days).slice(0, 10);

/** So many yen for one euro: of the newest day that is not expired, of several sources the first by name. */
export const yenOn = (model: Pick<Model, 'sheets'>, day: string): string | undefined => standingOn(model, day)?.standing;

function standingOn({ sheets }: Pick<Model, 'sheets'>, day: string): RateSheet | undefined {
  const standing = sheets.filter((sheet) => sheet.standing !== undefined && sheet.day <= day && sheet.day >= dayBefore(day, RATE_DAYS));
  const newest = standing.toSorted((one, other) => other.day.localeCompare(one.day) || (one.source < other.source ? -1 : 1));
  return newest[0];
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
  return isOfYen(model, sponsor) && day !== undefined ? byRatesOf(model, day) : undefined;
}

/** By the rates that stand of a day now. */
function byRatesOf(model: Model, day: string, before?: Booking): Booking {
  const found = standingOn(model, day);
  return found
    ? { booked: `${found.source} ${found.day} ${found.standing}`, isAgain: before !== undefined && before !== 'waiting' }
    : 'waiting';
}

/** Whether it is booked by other rates than those which stand now. */
const isOutdated = (model: Model, booking: Booking | undefined, day: string): boolean =>
  typeof booking === 'object' && !sameBooking(booking, byRatesOf(model, day));
const sameBooking = (one: { readonly booked: string }, other: Booking): boolean => other === 'waiting' || other.booked === one.booked;

/** What came back of a payment is compared with what it had cost, by the rates of both days. */
export const onReturn = (
  model: Model,
  sponsor: string,
  payment: Payment,
  { number: report, day }: { readonly number: number; readonly day: string },
): Pick<Payment, 'back'> => {
  const paidOn = dayOf(payment);
  if (!isOfYen(model, sponsor)) return {};
  return { back: [...(payment.back ?? []), { report, paidOn, day, exchange: byRatesOfBoth(model, { paidOn, day }) }] };
};

type Days = { readonly paidOn: string; readonly day: string };
function byRatesOfBoth(model: Model, { paidOn, day }: Days, before?: Booking): Booking {
  const [one, other] = [byRatesOf(model, paidOn, before), byRatesOf(model, day, before)];
  return one === 'waiting' || other === 'waiting' ? 'waiting' : { ...other, booked: `${one.booked} ${other.booked}` };
}

/** The same of a payment whose settlement is confirmed. */
export const onSettlement = (model: Model, sponsor: string, { reported }: Payment): Pick<Payment, 'exchange'> =>
  reported?.outcome === 'settled' ? { exchange: bookedAt(model, sponsor, reported.day) } : {};

export const onRefund = (model: Model, { kind, portions, day }: Resolution): Booking | undefined =>
  kind === 'refunded' ? [...portions.keys()].map((sponsor) => bookedAt(model, sponsor, day)).find((each) => each !== undefined) : undefined;

/** So many yen for one euro, as the walk says. */
export const YEN_RATES = ['162.05', '163.1'] as const;
const committedAt = ({ amount, takes }: Offer): number => Number(YEN_RATES.find((rate) => inYen(amount, rate) === takes) ?? YEN_RATES[0]);

/** Whether nothing of a sponsor's payments costs more than at the rates of its offers. Otherwise its budget may be overspent, and no instruction is tried. */
export function isWithinBudget(model: Model, agreement: Agreement, sponsor: string): boolean {
  if (!isOfYen(model, sponsor)) return true;
  const offers = model.projects.find((project) => project.agreement === agreement)?.funding?.offers ?? [];
  const least = Math.min(...offers.filter((offer) => offer.sponsor === sponsor && isTaken(offer) && isMoney(offer)).map(committedAt));
  const rateOf = (booking: Booking | undefined): number[] =>
    typeof booking === 'object' ? [Number(booking.booked.split(' ').at(-1))] : [];
  // What is lost between a payment and its return is spent as well.
  if (paymentsOf(agreement).some(({ returns }) => returns > 0)) return false;
  const paid = paymentsOf(agreement).flatMap(({ exchange }) => rateOf(exchange));
  // Rates that have expired count as well, where they are dearer.
  const last = model.sheets.filter(({ standing }) => standing !== undefined).map(({ standing }) => Number(standing));
  return [...paid, ...last].every((rate) => rate <= least);
}

type Of = { readonly project: Project; readonly agreement: Agreement };

/** Finance books what waits for its rates; now and then what is booked, or never was to be. */
export function bookingStep({ model, rng, by: anybody }: Asking): Step | undefined {
  const by = rng.is(60) ? rng.of(model.people.filter(({ roles }) => roles.includes('finance.maker'))) : anybody;
  const asking = { model, rng, by };
  const all = model.inPlay.flatMap((project) => (project.agreement ? bookable(asking, { project, agreement: project.agreement }) : []));
  const due = all.filter(({ isDue }) => isDue);
  const found = due.length > 0 && rng.is(85) ? due : all;
  return found.length === 0 ? undefined : rng.of(found).step();
}

function bookable(asking: Asking, of: Of): { readonly isDue: boolean; readonly step: () => Step }[] {
  const { agreement } = of;
  const isDue = (booking: Booking | undefined, day: string) => booking === 'waiting' || isOutdated(asking.model, booking, day);
  const payments = paymentsOf(agreement).filter((payment) => payment.status === 'settled' || backOf(payment).length > 0);
  const resolutions = agreement.recoveries.flatMap((recovery) => recovery.resolutions.map((each) => [recovery, each] as const));
  return [
    ...payments.map((payment) => ({
      isDue:
        (payment.status === 'settled' && isDue(payment.exchange, dayOf(payment))) ||
        backOf(payment).some((back) => isBackDue(asking.model, back)),
      step: () => book(asking, of, payment),
    })),
    ...resolutions.map(([recovery, each]) => ({
      isDue: isDue(each.exchange, each.day),
      step: () => bookRefund(asking, of, recovery, each),
    })),
  ];
}

/** The rates that stand of the value dates of what is booked. */
export const usedSheets = (model: Model): RateSheet[] =>
  model.inPlay
    .flatMap(({ agreement }) =>
      agreement
        ? [
            ...paymentsOf(agreement).flatMap((each) => [{ ...each, day: dayOf(each) }, ...backOf(each).flatMap(bothDays)]),
            ...refundsOf(agreement),
          ]
        : [],
    )
    .flatMap(({ exchange, day }) => (typeof exchange === 'object' ? [standingOn(model, day)] : []))
    .flatMap((sheet) => (sheet ? [sheet] : []));

const refundsOf = ({ recoveries }: Agreement): Resolution[] => recoveries.flatMap(({ resolutions }) => resolutions);

const dayOf = ({ reported }: Payment): string => reported?.day ?? '';

const backOf = ({ back = [] }: Payment): readonly Back[] => back;
const bothDays = ({ exchange, paidOn, day }: Back) => [
  { exchange, day: paidOn },
  { exchange, day },
];
const isBackOutdated = (model: Model, back: Back): boolean =>
  typeof back.exchange === 'object' && !sameBooking(back.exchange, byRatesOfBoth(model, back));
const canBook = (model: Model, { exchange, ...days }: Back): boolean => exchange !== 'waiting' || byRatesOfBoth(model, days) !== 'waiting';
const isBackDue = (model: Model, back: Back): boolean => back.exchange === 'waiting' || isBackOutdated(model, back);

/** What it cost, and what came back of it, by one act: as much of it as there are rates for. */
function book(asking: Asking, { project, agreement }: Of, payment: Payment): Step {
  const { model, by } = asking;
  const own = payment.status === 'settled' ? payment.exchange : undefined;
  const day = dayOf(payment);
  const changes =
    (own === 'waiting' && yenOn(model, day) !== undefined) ||
    isOutdated(model, own, day) ||
    backOf(payment).some((back) => isBackDue(model, back) && canBook(model, back));
  const waits = own === 'waiting' || backOf(payment).some(({ exchange }) => exchange === 'waiting');
  const isDone = !changes && !waits && (own !== undefined || backOf(payment).length > 0);
  return post('exchange', 'bookExchange', { id: agreement.id, payment: payment.id }, asking, project, {
    isDone,
    rules: [needs(by, ['finance.maker']), [isDone || changes, 409]],
    effect: () => {
      if (own !== undefined && (own === 'waiting' || isOutdated(model, own, day))) payment.exchange = byRatesOf(model, day, own);
      for (const back of backOf(payment)) if (isBackDue(model, back)) back.exchange = byRatesOfBoth(model, back, back.exchange);
    },
  });
}

function bookRefund(asking: Asking, { project, agreement }: Of, { number }: Recovery, resolution: Resolution): Step {
  const of = { id: agreement.id, number, resolution: String(resolution.number) };
  return post('exchange of a refund', 'bookExchangeOfRefund', of, asking, project, {
    ...booking(asking, resolution.exchange, resolution.day),
    effect: () => Object.assign(resolution, { exchange: byRatesOf(asking.model, resolution.day, resolution.exchange) }),
  });
}

function booking({ by, model }: Asking, booked: Booking | undefined, day: string): { readonly isDone: boolean; readonly rules: Rule[] } {
  const isDone = typeof booked === 'object' && !isOutdated(model, booked, day);
  return {
    isDone,
    rules: [needs(by, ['finance.maker']), [booked !== undefined, 409], [isDone || yenOn(model, day) !== undefined, 409]],
  };
}

type Status = { readonly status: string; readonly ratesCorrected?: boolean };
type Seen = {
  readonly exchanges?: readonly (Status & { readonly payment: string })[];
  readonly returnExchanges?: readonly (Status & { readonly payment: string; readonly report: number })[];
  readonly refundExchanges?: readonly (Status & { readonly recovery: number; readonly resolution: number })[];
};

const statusOf = ({ status, ratesCorrected }: Status): string => (ratesCorrected ? `${status} by rates that were corrected` : status);

/** What is booked or waits in the currency of a budget, in the form of the API. */
export const exchangesIn = ({ exchanges = [], refundExchanges = [], returnExchanges = [] }: Seen): string[] =>
  [
    ...returnExchanges.map(({ payment, report, ...of }) => `${payment} back ${report} ${statusOf(of)}`),
    ...exchanges.map(({ payment, ...of }) => `${payment} ${statusOf(of)}`),
    ...refundExchanges.map(({ recovery, resolution, ...of }) => `${recovery}/${resolution} ${statusOf(of)}`),
  ].toSorted();

const standing = (model: Model, exchange: Booking, day: string): string =>
  exchange === 'waiting' ? exchange : statusOf({ status: 'booked', ratesCorrected: isOutdated(model, exchange, day) });

const standingBack = (model: Model, back: Back): string =>
  back.exchange === 'waiting' ? 'waiting' : statusOf({ status: 'booked', ratesCorrected: isBackOutdated(model, back) });

export const exchangesOf = (model: Model, agreement: Agreement): string[] =>
  [
    ...paymentsOf(agreement).flatMap(({ id, back = [] }) =>
      back.map(({ report, ...each }) => `${id} back ${report} ${standingBack(model, { report, ...each })}`),
    ),
    ...paymentsOf(agreement).flatMap((each) => (each.exchange ? [`${each.id} ${standing(model, each.exchange, dayOf(each))}`] : [])),
    ...agreement.recoveries.flatMap(({ number, resolutions }) =>
      resolutions.flatMap(({ number: resolution, exchange, day }) =>
        exchange ? [`${number}/${resolution} ${standing(model, exchange, day)}`] : [],
      ),
    ),
  ].toSorted();

/** Where exchanges stand, in a word for each. */
export const bookingsOf = (agreement: Agreement): string[] => [
  ...paymentsOf(agreement).flatMap(({ exchange }) => (exchange ? [`exchange ${wordOf(exchange)}`] : [])),
  ...paymentsOf(agreement).flatMap(({ back = [] }) => back.map(({ exchange }) => `exchange of a return ${wordOf(exchange)}`)),
  ...agreement.recoveries.flatMap(({ resolutions }) =>
    resolutions.flatMap(({ exchange }) => (exchange ? [`refund ${wordOf(exchange)}`] : [])),
  ),
];

const wordOf = (booking: Booking): string => (booking === 'waiting' ? booking : booking.isAgain ? 'booked-again' : 'booked');
