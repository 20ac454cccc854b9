import { type Asking, NOTE, needs, post } from './asking.ts';
import { isUnexplained } from './fees.ts';
import { isOpenGap } from './gaps.ts';
import type { Payment } from './payment.ts';
import { paymentsOf } from './retention.ts';
import type { Closing } from './sheets.ts';
import type { Model, Project, Step } from './state.ts';
import type { Walker } from './walkers.ts';

/** Persons of whom nobody else knows: so that they have reported nothing of any period. */
const CHECKERS: readonly Walker[] = [1, 2].map((number) => ({
  person: `closes-books-${number}`,
  organisation: 'secretariat',
  roles: ['finance.checker'],
}));

/** Through the end of the month before, mostly. */
const lastDayBefore = (day: string): string => new Date(Date.parse(`${day.slice(0, 7)}-01`) - 86_400_000).toISOString().slice(0, 10);

/** What the closing of the books comes to: proposed by one person, confirmed or refused by another. */
export function periodStep(asking: Asking): Step {
  const { model, rng } = asking;
  const { closing } = model.books;
  if (!closing || rng.is(40)) return propose(asking);
  // Of others it is not kept who has reported something, but of who proposed it.
  const proposer = model.people.find(({ person }) => person === closing.by);
  const checked = { ...asking, by: rng.is(90) || !proposer ? rng.of(CHECKERS) : proposer };
  return rng.is(70) ? close(checked, closing) : refuse(checked, closing);
}

function propose(asking: Asking): Step {
  const { model, rng, by } = asking;
  const { books, now } = model;
  const monthEnd = lastDayBefore(now.slice(0, 10));
  const through = rng.is(90) ? monthEnd : rng.of([`${now.slice(0, 8)}01`, '2999-12-31']);
  const pending = books.closing?.standing === 'proposed' ? books.closing : undefined;
  const isDone = through === (pending ? pending.through : books.closedThrough);
  return post('period', 'proposePeriod', {}, asking, undefined, {
    body: { through, note: 'The bank sends no statements.' },
    isDone,
    rules: [
      needs(by, ['finance.maker']),
      [through === monthEnd, 422],
      [isDone || pending === undefined, 409],
      [isDone || !isUnresolved(model, through), 409],
    ],
    effect: ({ id }) => {
      books.closing = { id, through, by: by.person, standing: 'proposed', refusedBy: '' };
    },
  });
}

function close(asking: Asking, closing: Closing): Step {
  const { model, by } = asking;
  const isDone = closing.standing === 'closed';
  return post('period closing', 'closePeriod', { id: closing.id }, asking, undefined, {
    isDone,
    rules: [
      needs(by, ['finance.checker']),
      [by.person !== closing.by, 403],
      [isDone || closing.standing === 'proposed', 409],
      [isDone || !isUnresolved(model, closing.through), 409],
    ],
    effect: () => {
      closing.standing = 'closed';
      model.books.closedThrough = closing.through;
    },
  });
}

function refuse(asking: Asking, closing: Closing): Step {
  const { by } = asking;
  const isDone = closing.standing === 'refused' && closing.refusedBy === by.person;
  return post('period refusal', 'refusePeriod', { id: closing.id }, asking, undefined, {
    body: NOTE,
    isDone,
    rules: [needs(by, ['finance.checker']), [isDone || closing.standing === 'proposed', 409]],
    effect: () => Object.assign(closing, { standing: 'refused', refusedBy: by.person }),
  });
}

/**
 * Whether bank entries of a day, or rates or reports of one, wait for a second person. What is said by hand is in a currency in which no account has statements.
 */
const isUnresolved = (model: Model, through: string): boolean =>
  (model.unexplained.day <= through && (isUnexplained(model) || isOpenGap(model.unexplained.gap))) ||
  model.sheets.some(({ pending, day }) => pending !== undefined && day <= through) ||
  model.projects.some((project) => isWaiting(project, through));

function isWaiting({ agreement }: Project, through: string): boolean {
  if (!agreement) return false;
  const payments = paymentsOf(agreement);
  const refunds = agreement.recoveries.flatMap(({ resolutions }) =>
    resolutions.filter(({ kind, status }) => (kind === 'refunded' || kind === 'reversed') && status === 'proposed'),
  );
  const claims = agreement.drawings.filter(({ status }) => status === 'reported');
  return (
    payments.some((payment) => dayOf(payment) <= through) ||
    refunds.some(({ day }) => day <= through) ||
    claims.some(({ reportedOf }) => reportedOf <= through)
  );
}

/** Of what is reported of a payment and waits; behind every day where nothing does. */
function dayOf({ status, reported, undoing }: Payment): string {
  if (status === 'instructed' && reported) return reported.day;
  return undoing?.day ?? '9999-12-31';
}
