import type { Api } from '@junkan/scripts/main-job/api.ts';
import { maker } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { statementText } from '@junkan/scripts/main-job/statements.ts';
import { accountOf } from '../accounts.ts';
import { type Asking, NOTE, needs, post } from './asking.ts';
import { gapIn } from './gaps.ts';
import type { Unexplained } from './sheets.ts';
import type { Model, Step } from './state.ts';

const NUMBER = '0007654321';
/** So few that all of them are explained at times: until then the books of their day are not closed. */
const COUNT = 6;
/** In a currency in which nothing is paid. It closes with less than its lines come to: a gap. */
const STATED = { id: 'CHARGES', account: NUMBER, currency: 'EUR', opening: '900.00', closing: '893.00' };

/** A statement of an account that a sponsor has for itself: of what left it, and is of no payment. */
export async function unexplained(api: Api, sponsor: string): Promise<Model['unexplained']> {
  await accountOf(api, sponsor, { currency: 'EUR' }, NUMBER);
  const lines = Array.from({ length: COUNT }, (_, at) => ({ amount: '1.00', reference: `CHARGE-${at}` }));
  const day = (await settled(api)).now.slice(0, 10);
  const { statements } = await api.as(maker).uploadStatements(new TextEncoder().encode(statementText({ ...STATED, day }, lines)));
  const entries = lines.map(
    (_, at): Unexplained => ({ number: at + 1, standing: 'unmatched', because: '', by: '', first: '', doubt: '', noted: '' }),
  );
  return { statement: statements[0]?.id ?? '', day, entries, gap: await gapIn(api, sponsor) };
}

/** What is said of them: that they are charges of the bank, which a second person confirms or refuses, or that they are of nothing here. */
export function feeStep(asking: Asking): Step {
  const { model, rng } = asking;
  const { entries } = model.unexplained;
  const waiting = entries.filter(waits);
  const entry = rng.of(waiting.length > 0 && rng.is(50) ? waiting : entries);
  return rng.of([
    record,
    record,
    notCharged,
    notCharged,
    explain,
    notOfThat,
    ignore,
    ignore,
    notDismissed,
    hold,
    confirm,
    confirm,
    withdraw,
    keep,
  ])(asking, entry);
}

/** Whether any of them has still to be explained, or to be confirmed by a second person. */
export const isUnexplained = ({ unexplained: { entries } }: Model): boolean =>
  entries.some(({ standing }) => standing !== 'fee' && standing !== 'ignored' && standing !== 'accounted');

const waits = ({ standing }: Unexplained): boolean => standing === 'charged' || standing === 'dismissed' || standing === 'explained';

type Saying = { readonly isDone: boolean; readonly to: Partial<Unexplained>; readonly parts?: readonly object[] };

function say(name: string, operation: Step['operation'], asking: Asking, entry: Unexplained, { isDone, to, parts }: Saying): Step {
  const { model, by } = asking;
  const of = { id: model.unexplained.statement, entry: String(entry.number) };
  return post(name, operation, of, asking, undefined, {
    body: { ...NOTE, ...(parts && { parts }) },
    isDone,
    rules: [needs(by, ['finance.maker']), [isDone || (entry.standing !== 'fee' && entry.standing !== 'accounted'), 409]],
    effect: () => Object.assign(entry, { because: '', by: by.person, first: '', noted: by.person, ...to }),
  });
}

const record = (asking: Asking, entry: Unexplained): Step => {
  const isDone = entry.standing === 'charged' && entry.by === asking.by.person;
  return say('charge', 'recordFee', asking, entry, { isDone, to: { standing: 'charged' } });
};
/** Interest is nothing of ours either; also once it is confirmed, the same again changes nothing. */
const INTEREST = { as: 'interest', amount: { amount: '1.00', currency: 'EUR' }, direction: 'debit' };
const explain = (asking: Asking, entry: Unexplained): Step => {
  const isDone = (entry.standing === 'explained' || entry.standing === 'accounted') && entry.noted === asking.by.person;
  return say('entry explained', 'explainEntry', asking, entry, { isDone, to: { standing: 'explained' }, parts: [INTEREST] });
};
/** Also once it is confirmed, the same again changes nothing. */
const ignore = (asking: Asking, entry: Unexplained): Step => {
  const isDone = (entry.standing === 'dismissed' || entry.standing === 'ignored') && entry.noted === asking.by.person;
  return say('entry left aside', 'ignoreEntry', asking, entry, { isDone, to: { standing: 'dismissed' } });
};
const hold = (asking: Asking, entry: Unexplained): Step => {
  const isDone = entry.because === 'by-hand' && entry.by === asking.by.person;
  return say('entry held', 'holdEntry', asking, entry, { isDone, to: { standing: 'held', because: 'by-hand' } });
};

type Refusal = { readonly standing: Unexplained['standing']; readonly because: Unexplained['because'] };

function refuse(name: string, operation: Step['operation'], asking: Asking, entry: Unexplained, { standing, because }: Refusal): Step {
  const { model, by } = asking;
  const isDone = entry.because === because && entry.by === by.person;
  return post(name, operation, { id: model.unexplained.statement, entry: String(entry.number) }, asking, undefined, {
    body: NOTE,
    isDone,
    rules: [
      needs(by, ['finance.checker']),
      [isDone || entry.standing === standing, 409],
      [entry.standing !== standing || entry.by !== by.person, 403],
    ],
    effect: () => Object.assign(entry, { standing: 'held', because, by: by.person, first: '', noted: by.person }),
  });
}

const notCharged = (asking: Asking, entry: Unexplained): Step =>
  refuse('charge refusal', 'refuseFee', asking, entry, { standing: 'charged', because: 'charge-refused' });
const notDismissed = (asking: Asking, entry: Unexplained): Step =>
  refuse('dismissal refusal', 'refuseDismissal', asking, entry, { standing: 'dismissed', because: 'dismissal-refused' });

const notOfThat = (asking: Asking, entry: Unexplained): Step =>
  refuse('explanation refusal', 'refuseExplanation', asking, entry, { standing: 'explained', because: 'explanation-refused' });

const CONFIRMED: Readonly<Partial<Record<Unexplained['standing'], Unexplained['standing']>>> = {
  charged: 'fee',
  dismissed: 'ignored',
  explained: 'accounted',
};

/**
 * With the statement everything is confirmed that others say to be a charge, or of no payment: once, and then by another person, as there are limits, and none in its
 * currency.
 */
function confirm(asking: Asking): Step {
  const { model, by } = asking;
  const waiting = model.unexplained.entries.filter(waits);
  const others = waiting.filter((entry) => entry.by !== by.person && entry.first !== by.person);
  return post('charges confirmed', 'confirmStatement', { id: model.unexplained.statement }, asking, undefined, {
    isDone: waiting.length === 0,
    rules: [needs(by, ['finance.checker']), [waiting.length === 0 || others.length > 0, 403]],
    effect: () => {
      for (const entry of others)
        if (entry.first === '') entry.first = by.person;
        else Object.assign(entry, { standing: CONFIRMED[entry.standing] ?? entry.standing, because: '', by: by.person });
    },
  });
}

const isFinal = ({ standing }: Unexplained): boolean => standing === 'fee' || standing === 'accounted';

/** That it is wrong, one person says, and a checker after that. */
function withdraw(asking: Asking, entry: Unexplained): Step {
  const { model, by } = asking;
  const isDone = isFinal(entry) ? entry.doubt === by.person : entry.because === 'objected' && entry.by === by.person;
  const isSecond = !isDone && entry.doubt !== '';
  return post(
    'withdrawal of an entry',
    'withdrawEntry',
    { id: model.unexplained.statement, entry: String(entry.number) },
    asking,
    undefined,
    {
      body: NOTE,
      isDone,
      rules: [
        needs(by, ['finance.maker', 'finance.checker']),
        [isDone || isFinal(entry), 409],
        [!isSecond || by.roles.includes('finance.checker'), 403],
      ],
      effect: () => {
        if (isSecond) Object.assign(entry, { standing: 'held', because: 'objected', by: by.person, first: '', doubt: '', noted: '' });
        else entry.doubt = by.person;
      },
    },
  );
}

/** Or it stays what it is. */
function keep(asking: Asking, entry: Unexplained): Step {
  const { model, by } = asking;
  return post(
    'withdrawal refused',
    'refuseWithdrawal',
    { id: model.unexplained.statement, entry: String(entry.number) },
    asking,
    undefined,
    {
      body: NOTE,
      rules: [needs(by, ['finance.checker']), [entry.doubt !== '', 409], [entry.doubt !== by.person, 403]],
      effect: () => {
        entry.doubt = '';
      },
    },
  );
}
