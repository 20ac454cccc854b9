import { createHash } from 'node:crypto';
import { type Money, money } from '@junkan/kit/pure/money.ts';
import { asWritten, paymentsNamedIn } from '../../agreements/payments/payment.ts';
import type { Entry } from './statement.ts';
import { all, type Element, first, textAt } from './tree.ts';
import { unreadable } from './unreadable.ts';
import { dayAt, directionOf, moneyIn, referenceAt, signed } from './values.ts';

type Of = { readonly account: string; readonly statementId: string; readonly page: string };
type Read = Omit<Entry, 'key' | 'earlierKey'>;

/** A booking of several transfers is as many entries where their amounts are its amount, and one that is marked where they are not. */
export function readEntries(entries: readonly Element[], of: Of): readonly Entry[] {
  const [keys, earlier] = [counter(), counter()];
  return entries.flatMap(readEntry).map((entry) => {
    const earlierKey = earlier(inFull(entry, of));
    const own = asOurs(entry);
    if (entry.bankReference === undefined) return { key: earlierKey, ...own };
    return { key: keys(byReference(entry, of)), earlierKey, ...own };
  });
}

/** A reference of ours as we write it, once what makes an entry the same is known: that is what the bank wrote. */
const asOurs = (entry: Read): Read => (entry.endToEndId === undefined ? entry : { ...entry, endToEndId: asWritten(entry.endToEndId) });

/** Entries that are alike are counted. */
function counter(): (identity: string) => string {
  const seen = new Map<string, number>();
  return (identity) => {
    const count = (seen.get(identity) ?? 0) + 1;
    seen.set(identity, count);
    return keyOf(identity, count);
  };
}

/** What a bank repeats of a booking to which it has given a reference, though its words grow. */
const byReference = (entry: Read, { account }: Of): string => {
  const { amount, direction, isReversal, isBooked, bookedOn, valueDate, bankReference } = entry;
  const moved = [`${amount.amount}`, amount.currency, direction, isReversal, isBooked];
  return JSON.stringify(['by reference', account, bankReference, bookedOn ?? valueDate, moved]);
};

/** Everything that a bank repeats of a booking when it reports it again. The entry's place in the statement is no part of it. */
function inFull(entry: Read, { account, statementId, page }: Of): string {
  const { amount, direction, isReversal, isBooked, bookedOn, valueDate, bankReference, endToEndId, counterparty, remittance } = entry;
  return JSON.stringify([
    account,
    bankReference === undefined && endToEndId === undefined ? [statementId, page] : [],
    [bookedOn, valueDate, `${amount.amount}`, amount.currency, direction, isReversal, isBooked],
    bankReference ?? '',
    endToEndId ?? '',
    [counterparty.name ?? '', counterparty.account ?? '', remittance ?? ''],
  ]);
}

const keyOf = (identity: string, count: number): string => createHash('sha256').update(`${count} ${identity}`).digest('hex').slice(0, 32);

const readEntry = (entry: Element): Read[] => {
  const read = entriesIn(entry);
  // What is said of a booking of several is said of none of them.
  const [only, ...others] = read;
  return only && others.length === 0 ? [{ ...only, ...mentionedBy(entry, only) }] : read;
};

function mentionedBy(entry: Element, { endToEndId = '' }: Read): Pick<Read, 'mentions'> {
  const own = paymentsNamedIn(endToEndId);
  const mentions = own.length > 0 ? [] : paymentsNamedIn(textsIn(entry).join(' / '));
  return mentions.length > 0 ? { mentions } : {};
}

const textsIn = ({ text, children }: Element): readonly string[] => [text, ...children.flatMap(textsIn)];

function entriesIn(entry: Element): Read[] {
  const details = all(entry, 'NtryDtls', 'TxDtls');
  const whole = readWhole(entry);
  const stated = all(entry, 'NtryDtls', 'Btch', 'NbOfTxs').reduce((sum, { text }) => sum + BigInt(text), 0n);
  const [only, ...others] = details;
  if (stated > 1n && stated !== BigInt(details.length)) return [{ ...whole, batch: 'without-details' }];
  const instructed = (only && instructedIn(only)) ?? instructedIn(entry);
  if (!only) return [hasBatch(entry) ? { ...whole, batch: 'without-details' } : { ...whole, ...(instructed && { instructed }) }];
  // What the account lost or got is the booking's amount; a single transfer's own may be before charges, or in another currency.
  if (others.length === 0) return [{ ...whole, ...(instructed && { instructed }), ...detailOf(only, whole) }];
  return split(details, whole);
}

const hasBatch = (entry: Element): boolean => {
  const count = textAt(entry, 'NtryDtls', 'Btch', 'NbOfTxs');
  return first(entry, 'NtryDtls', 'Btch') !== undefined && (count === undefined || BigInt(count) !== 1n);
};

function readWhole(entry: Element): Read {
  const bookedOn = dayOf(entry, 'BookgDt');
  const valueDate = dayOf(entry, 'ValDt') ?? bookedOn;
  const bankReference = referenceAt(entry, 'AcctSvcrRef');
  return {
    amount: moneyIn(first(entry, 'Amt') ?? unreadable('Amt', entry)),
    direction: directionOf(entry),
    isReversal: ['true', '1'].includes(textAt(entry, 'RvslInd') ?? 'false'),
    isBooked: textAt(entry, 'Sts', 'Cd') === 'BOOK',
    ...(bookedOn !== undefined && { bookedOn }),
    ...(valueDate !== undefined && { valueDate }),
    ...(bankReference !== undefined && { bankReference }),
    counterparty: {},
    line: entry.line,
  };
}

const dayOf = (entry: Element, name: 'ValDt' | 'BookgDt') => dayAt(entry, name, 'Dt') ?? dayAt(entry, name, 'DtTm');

function split(details: readonly Element[], whole: Read): Read[] {
  const parts: { amount: Money; direction: Entry['direction']; detail: Element }[] = [];
  for (const detail of details) {
    const amount = amountOf(detail);
    if (!amount) return [{ ...whole, batch: 'without-details' }];
    parts.push({ amount, direction: first(detail, 'CdtDbtInd') ? directionOf(detail) : whole.direction, detail });
  }
  const sum = parts.reduce((all, { amount, direction }) => all + signed(direction, amount), 0n);
  const isWhole = parts.every(({ amount }) => amount.currency === whole.amount.currency) && sum === signed(whole.direction, whole.amount);
  if (!isWhole) return [{ ...whole, batch: 'details-differ' }];
  return parts.map(({ amount, direction, detail }, at) => {
    const of = { ...whole, amount: money(amount.amount, amount.currency), direction };
    const ofBooking = whole.bankReference === undefined ? {} : { bankReference: `${whole.bankReference}/${at + 1}` };
    const instructed = instructedIn(detail);
    const read = { ...of, ...ofBooking, ...(instructed && { instructed }), ...detailOf(detail, of) };
    return { ...read, ...mentionedBy(detail, read) };
  });
}

function instructedIn(of: Element): Money | undefined {
  const amount = first(of, 'AmtDtls', 'InstdAmt', 'Amt');
  return amount && moneyIn(amount);
}

function amountOf(detail: Element): Money | undefined {
  const amount = first(detail, 'Amt') ?? first(detail, 'AmtDtls', 'TxAmt', 'Amt');
  return amount && moneyIn(amount);
}

/** What only the detail of a transfer says. The other side of a debit is its creditor, that of a credit its debtor. */
function detailOf(detail: Element, { direction }: Pick<Read, 'direction'>) {
  const bankReference = referenceAt(detail, 'Refs', 'AcctSvcrRef');
  // Both identifiers of a transfer of ours are the same, and some banks give one back alone.
  const endToEndId = referenceAt(detail, 'Refs', 'EndToEndId') ?? referenceAt(detail, 'Refs', 'InstrId');
  const other = direction === 'debit' ? 'Cdtr' : 'Dbtr';
  const party = ['RltdPties', other];
  const name = textAt(detail, ...party, 'Pty', 'Nm') ?? textAt(detail, ...party, 'Agt', 'FinInstnId', 'Nm');
  const number = ['RltdPties', `${other}Acct`, 'Id'];
  const account = textAt(detail, ...number, 'IBAN') ?? textAt(detail, ...number, 'Othr', 'Id');
  const remittance = remittanceOf(detail);
  const returnReason = textAt(detail, 'RtrInf', 'Rsn', 'Cd') ?? textAt(detail, 'RtrInf', 'Rsn', 'Prtry');
  return {
    ...(bankReference !== undefined && { bankReference }),
    ...(endToEndId !== undefined && { endToEndId }),
    counterparty: { ...(name !== undefined && { name }), ...(account !== undefined && { account }) },
    ...(remittance !== '' && { remittance }),
    ...(returnReason !== undefined && { returnReason }),
  };
}

const remittanceOf = (detail: Element): string =>
  [...all(detail, 'RmtInf', 'Ustrd'), ...all(detail, 'RmtInf', 'Strd', 'CdtrRefInf', 'Ref')].map(({ text }) => text).join(' ');
