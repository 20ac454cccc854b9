import { type Asking, NOTE, needs, post } from './asking.ts';
import { DOLLARS, usedSheets, YEN, YEN_RATES, yenOn } from './exchanges.ts';
import type { RateSheet } from './sheets.ts';
import type { Step } from './state.ts';

/** So few sources and rates that they meet each other. */
const SOURCES = ['Bank of one', 'Bank of two'];
const RATES = [...YEN_RATES, '0'];
const AT_HAND = 4;
const DOLLAR = { currency: 'USD', rate: DOLLARS };

/** What exchange rates come to: entered by one person, confirmed or refused by another, and corrected. */
export function rateStep(asking: Asking): Step {
  const { model, rng } = asking;
  const known = model.sheets.slice(-AT_HAND);
  if (known.length === 0 || rng.is(40)) return enter(asking);
  const sheet = rng.of(known);
  return rng.of([confirm(asking, sheet), confirm(asking, sheet), refuse(asking, sheet)]);
}

/** Mostly rates of this day are at hand: entered by one person, and confirmed by another. */
export function freshRates(asking: Asking): Step | undefined {
  const { model, by } = asking;
  const day = model.now.slice(0, 10);
  if (yenOn(model, day) !== undefined) return undefined;
  const pending = model.sheets.find((sheet) => sheet.day === day && sheet.pending !== undefined && sheet.lastBy !== by.person);
  return pending ? confirm(asking, pending) : enter(asking);
}

/** At times the rates of a day are corrected by which something is booked. */
export function correctionStep({ model, rng }: Asking): Step | undefined {
  const found = usedSheets(model);
  if (found.length === 0) return undefined;
  const pending = found.find((sheet) => sheet.pending !== undefined);
  const sheet = pending ?? rng.of(found);
  const by = rng.of(model.people.filter(({ roles }) => roles.includes(pending ? 'finance.checker' : 'finance.maker')));
  const asking = { model, rng, by };
  if (pending) return confirm(asking, sheet);
  const other = RATES.find((rate) => Number(rate) > 0 && rate !== sheet.standing);
  return enter(asking, { source: sheet.source, day: sheet.day, rate: other ?? '0', corrects: true });
}

type Said = { readonly source: string; readonly rate: string; readonly corrects: boolean; readonly day: string };
const anySaid = ({ model, rng }: Asking): Said => ({
  source: rng.of(SOURCES),
  rate: rng.of(RATES),
  corrects: rng.is(50),
  day: rng.is(95) ? model.now.slice(0, 10) : '2999-01-01',
});

function enter(asking: Asking, { source, rate, corrects, day }: Said = anySaid(asking)): Step {
  const { model, by } = asking;
  const sheet = model.sheets.find((each) => each.source === source && each.day === day);
  const { pending, standing } = sheet ?? {};
  const isDone = pending ? pending.rate === rate : standing === rate;
  return post('rates', 'enterRates', {}, asking, undefined, {
    body: { source, base: 'EUR', day, rates: [{ currency: YEN, rate }, DOLLAR], corrects },
    isDone,
    rules: [
      needs(by, ['finance.maker']),
      [day <= model.now.slice(0, 10), 422],
      [rate !== '0', 422],
      [isDone || pending === undefined, 409],
      [isDone || standing === undefined || corrects, 409],
      [isDone || day > model.books.closedThrough, 409],
    ],
    effect: ({ id }) => {
      const entered = { rate, by: by.person };
      if (sheet) sheet.pending = entered;
      else model.sheets.push({ id, source, day, pending: entered, lastBy: by.person, wasConfirmed: false, refusedBy: '' });
      if (sheet) sheet.lastBy = by.person;
    },
  });
}

function confirm(asking: Asking, sheet: RateSheet): Step {
  const { by } = asking;
  const isDone = sheet.pending === undefined && sheet.wasConfirmed;
  return post('rates confirmation', 'confirmRates', { id: sheet.id }, asking, undefined, {
    isDone,
    rules: [needs(by, ['finance.checker']), [by.person !== sheet.lastBy, 403], [isDone || sheet.pending !== undefined, 409]],
    effect: () => Object.assign(sheet, { standing: sheet.pending?.rate, pending: undefined, wasConfirmed: true, refusedBy: '' }),
  });
}

function refuse(asking: Asking, sheet: RateSheet): Step {
  const { by } = asking;
  const isDone = sheet.pending === undefined && sheet.refusedBy === by.person;
  return post('rates refusal', 'refuseRates', { id: sheet.id }, asking, undefined, {
    body: NOTE,
    isDone,
    rules: [needs(by, ['finance.checker']), [isDone || sheet.pending !== undefined, 409]],
    effect: () => Object.assign(sheet, { pending: undefined, wasConfirmed: false, refusedBy: by.person }),
  });
}
