import type { Api } from '@junkan/scripts/main-job/api.ts';
import { maker } from '@junkan/scripts/main-job/api.ts';
import { statementText } from '@junkan/scripts/main-job/statements.ts';
import { accountOf } from '../payment-files.ts';
import { type Asking, NOTE, needs, post } from './asking.ts';
import type { Unexplained } from './sheets.ts';
import type { Model, Step } from './state.ts';

const NUMBER = '0007654321';
const COUNT = 40;
/** So far ahead that no closing of the books waits for them, in a currency in which nothing is paid. */
const STATED = { id: 'CHARGES', account: NUMBER, currency: 'EUR', day: '2399-12-31', opening: '900.00', closing: '860.00' };

/** A statement of an account that a sponsor has for itself: of what left it, and is of no payment. */
export async function unexplained(api: Api, sponsor: string): Promise<Model['unexplained']> {
  await accountOf(api, sponsor, { currency: 'EUR' }, NUMBER);
  const lines = Array.from({ length: COUNT }, (_, at) => ({ amount: '1.00', reference: `CHARGE-${at}` }));
  const { statements } = await api.as(maker).uploadStatements(new TextEncoder().encode(statementText(STATED, lines)));
  const entries = lines.map((_, at): Unexplained => ({ number: at + 1, standing: 'unmatched', because: '', by: '' }));
  return { statement: statements[0]?.id ?? '', entries };
}

/** What is said of them: that they are charges of the bank, which a second person confirms or refuses, or that they are of nothing here. */
export function feeStep(asking: Asking): Step {
  const { model, rng } = asking;
  const { entries } = model.unexplained;
  const charged = entries.filter(({ standing }) => standing === 'charged');
  const entry = rng.of(charged.length > 0 && rng.is(50) ? charged : entries);
  return rng.of([record, record, refuse, refuse, ignore, hold, confirm])(asking, entry);
}

type Told = { readonly isDone: boolean; readonly to: Partial<Unexplained> };

function say(name: string, operation: Step['operation'], asking: Asking, entry: Unexplained, { isDone, to }: Told): Step {
  const { model, by } = asking;
  const of = { id: model.unexplained.statement, entry: String(entry.number) };
  return post(name, operation, of, asking, undefined, {
    ...{ body: NOTE, isDone },
    rules: [needs(by, ['finance.maker']), [entry.standing !== 'fee', 409]],
    effect: () => Object.assign(entry, { because: '', by: by.person, ...to }),
  });
}

const record = (asking: Asking, entry: Unexplained): Step => {
  const isDone = entry.standing === 'charged' && entry.by === asking.by.person;
  return say('charge', 'recordFee', asking, entry, { isDone, to: { standing: 'charged' } });
};
const ignore = (asking: Asking, entry: Unexplained): Step => {
  const isDone = entry.standing === 'ignored' && entry.by === asking.by.person;
  return say('entry left aside', 'ignoreEntry', asking, entry, { isDone, to: { standing: 'ignored' } });
};
const hold = (asking: Asking, entry: Unexplained): Step => {
  const isDone = entry.because === 'by-hand' && entry.by === asking.by.person;
  return say('entry held', 'holdEntry', asking, entry, { isDone, to: { standing: 'held', because: 'by-hand' } });
};

function refuse(asking: Asking, entry: Unexplained): Step {
  const { model, by } = asking;
  const isDone = entry.because === 'charge-refused' && entry.by === by.person;
  return post('charge refusal', 'refuseFee', { id: model.unexplained.statement, entry: String(entry.number) }, asking, undefined, {
    ...{ body: NOTE, isDone },
    rules: [
      needs(by, ['finance.checker']),
      [isDone || entry.standing === 'charged', 409],
      [entry.standing !== 'charged' || entry.by !== by.person, 403],
    ],
    effect: () => Object.assign(entry, { standing: 'held', because: 'charge-refused', by: by.person }),
  });
}

/** With the statement everything is confirmed that others say to be a charge. */
function confirm(asking: Asking): Step {
  const { model, by } = asking;
  const charged = model.unexplained.entries.filter(({ standing }) => standing === 'charged');
  return post('charges confirmed', 'confirmStatement', { id: model.unexplained.statement }, asking, undefined, {
    isDone: charged.length === 0,
    rules: [needs(by, ['finance.checker']), [charged.length === 0 || charged.some((entry) => entry.by !== by.person), 403]],
    effect: () => {
      for (const entry of charged) if (entry.by !== by.person) Object.assign(entry, { standing: 'fee', because: '', by: by.person });
    },
  });
}
