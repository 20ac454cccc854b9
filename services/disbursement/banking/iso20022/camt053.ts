import { type Money, money } from '@junkan/kit/pure/money.ts';
import { readEntries } from './camt053-entry.ts';
import { bicFault } from './identifiers.ts';
import type { Statement, Sum } from './statement.ts';
import { all, type Element, first, textAt } from './tree.ts';
import { type Reading, reading, unreadable } from './unreadable.ts';
import type { BankFile } from './validate.ts';
import { dayAt, directionOf, moneyIn, needed, signed } from './values.ts';

export const isStatement = ({ message }: BankFile): boolean => message === 'camt.053.001.08';

/**
 * All statements of a file: banks put several accounts into one.
 * @throws for a file of another message: callers ask `isStatement` first.
 */
export function readCamt053(file: BankFile): Reading<readonly Statement[]> {
  if (!isStatement(file)) throw new Error(`${file.message} is no statement`);
  return reading(() => all(file.root, 'BkToCstmrStmt', 'Stmt').map(readStatement));
}

function readStatement(statement: Element): Statement {
  const statementId = needed(statement, 'Id');
  const account = textAt(statement, 'Acct', 'Id', 'IBAN') ?? needed(statement, 'Acct', 'Id', 'Othr', 'Id');
  const currency = textAt(statement, 'Acct', 'Ccy') ?? first(statement, 'Bal', 'Amt')?.currency ?? unreadable('Acct/Ccy', statement);
  const opening = balanceOf(statement, currency, 'OPBD', 'PRCD');
  const closing = balanceOf(statement, currency, 'CLBD');
  const from = dayAt(statement, 'FrToDt', 'FrDtTm') ?? opening?.day;
  const to = dayAt(statement, 'FrToDt', 'ToDtTm') ?? closing?.day;
  const page = pageOf(statement);
  // The standard gives each entry in the currency of its account: of another it would be in no balance, and so in no cash book.
  for (const entry of all(statement, 'Ntry')) {
    const said = amountOf(entry).currency;
    if (said !== currency) unreadable('Ntry/Amt/@Ccy', { line: entry.line, text: said });
  }
  return {
    statementId,
    page,
    account,
    servicer: servicerOf(statement),
    currency,
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(opening && { openingBalance: opening.amount }),
    ...(closing && { closingBalance: closing.amount }),
    sum: sumOf(statement, currency, opening?.amount, closing?.amount),
    entries: readEntries(all(statement, 'Ntry'), { account, statementId, page }),
  };
}

/** By its BIC, and by its number in the clearing of its country; '' where the statement does not say. */
function servicerOf(statement: Element): Statement['servicer'] {
  const path = ['Acct', 'Svcr', 'FinInstnId', 'BICFI'];
  const element = first(statement, ...path);
  if (element && bicFault(element.text)) unreadable(path.join('/'), element);
  return { bic: element?.text ?? '', bankCode: textAt(statement, 'Acct', 'Svcr', 'FinInstnId', 'ClrSysMmbId', 'MmbId') ?? '' };
}

/** The booked balance of the first of these kinds that the statement contains: OPBD opens, PRCD closed the day before, CLBD closes. */
function balanceOf(statement: Element, currency: string, ...kinds: readonly string[]) {
  for (const kind of kinds) {
    const found = all(statement, 'Bal').find(
      (each) => textAt(each, 'Tp', 'CdOrPrtry', 'Cd') === kind && first(each, 'Amt')?.currency === currency,
    );
    if (found) return { amount: money(signed(directionOf(found), amountOf(found)), currency), day: dayIn(found) };
  }
  return undefined;
}

const amountOf = (of: Element): Money => moneyIn(first(of, 'Amt') ?? unreadable('Amt', of));
const dayIn = (balance: Element) => dayAt(balance, 'Dt', 'Dt') ?? dayAt(balance, 'Dt', 'DtTm');

const pageOf = (statement: Element): string => textAt(statement, 'StmtPgntn', 'PgNb')?.replace(/^0+(?=\d)/, '') ?? '1';

function sumOf(statement: Element, currency: string, opening: Money | undefined, closing: Money | undefined): Sum {
  const isLast = textAt(statement, 'StmtPgntn', 'LastPgInd') ?? 'true';
  if (pageOf(statement) !== '1' || !['true', '1'].includes(isLast)) return { type: 'cannot-be-told', reason: 'one-of-several-pages' };
  if (!opening) return { type: 'cannot-be-told', reason: 'no-opening-balance' };
  if (!closing) return { type: 'cannot-be-told', reason: 'no-closing-balance' };
  let reached = opening.amount;
  for (const entry of all(statement, 'Ntry').filter(isBooked)) {
    reached += signed(directionOf(entry), amountOf(entry));
  }
  const by = money(closing.amount - reached, currency);
  return by.amount === 0n ? { type: 'adds-up' } : { type: 'differs', by };
}

const isBooked = (entry: Element): boolean => textAt(entry, 'Sts', 'Cd') === 'BOOK';
