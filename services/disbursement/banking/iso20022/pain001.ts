import { isCurrency, moneyText } from '@junkan/kit/money-text.ts';
import { type CalendarDate, type Instant, instant, isCalendarDate } from '@junkan/kit/pure/dates.ts';
import { type Money, money, total } from '@junkan/kit/pure/money.ts';
import { isCountry } from '@junkan/kit/pure/places.ts';
import { inBankCharacters } from './characters.ts';
import { branch, document, type Lines, leaf } from './element.ts';
import { type Account, accountFault, bicFault, identifierFault, plainIban, type Rule } from './identifiers.ts';

/**
 * A payer or payee with its account. `bic`: of the bank that holds the account; if it is '', `bankCode` distinguishes banks of one country.
 * Town and country are those of the party.
 */
export type Party = {
  readonly name: string;
  readonly account: Account;
  readonly bic: string;
  readonly bankCode?: string;
  readonly town: string;
  readonly country: string;
};

/** `remittance`: the message to the payee, one line; omitted if it is empty. */
export type Transfer = { readonly endToEndId: string; readonly amount: Money; readonly payee: Party; readonly remittance: string };

/** One payer's transfers of one currency and one day of execution. */
export type CreditTransfers = {
  readonly messageId: string;
  readonly createdAt: Instant;
  readonly executionDay: CalendarDate;
  readonly currency: string;
  /** Of the account of the payer, where that is another: the bank converts. */
  readonly payerCurrency?: string;
  readonly payer: Party;
  readonly transfers: readonly Transfer[];
};

/** `field`: as a path, `transfers/0/payee/name`; transfers count from 0. */
export type Fault = Rule & { readonly field: string };

export type Written =
  | {
      readonly ok: true;
      /** The same bytes for the same transfers. */
      readonly text: string;
      readonly count: number;
      /** The sum of all transfers, with the currency's own places. */
      readonly controlSum: string;
    }
  | { readonly ok: false; readonly faults: readonly Fault[] };

const MAX_NAME = 140;
const MAX_TOWN = 35;
const MAX_REMITTANCE = 140;
const MAX_DIGITS = 18;

/** A credit transfer initiation, pain.001.001.09; or everything in it that a bank would refuse. */
export function writePain001(order: CreditTransfers): Written {
  const faults = faultsOf(order);
  if (faults.length > 0) return { ok: false, faults };
  const controlSum = sumOf(order);
  const count = order.transfers.length;
  const counted: Lines = [...leaf('NbOfTxs', `${count}`), ...leaf('CtrlSum', controlSum)];
  const text = document(
    'pain.001.001.09',
    branch(
      'CstmrCdtTrfInitn',
      branch(
        'GrpHdr',
        leaf('MsgId', order.messageId),
        leaf('CreDtTm', `${order.createdAt.slice(0, 19)}Z`),
        counted,
        branch('InitgPty', leaf('Nm', written(order.payer.name))),
      ),
      branch(
        'PmtInf',
        leaf('PmtInfId', order.messageId),
        leaf('PmtMtd', 'TRF'),
        // Each transfer is to be a separate entry of the statement, which is where it is searched for.
        leaf('BtchBookg', 'false'),
        counted,
        branch('ReqdExctnDt', leaf('Dt', order.executionDay)),
        partyLines('Dbtr', order.payer),
        accountLines('DbtrAcct', order.payer.account, order.payerCurrency ?? order.currency),
        bankLines('DbtrAgt', order.payer),
        ...order.transfers.map(transferLines),
      ),
    ),
  );
  return { ok: true, text, count, controlSum };
}

const sumOf = ({ transfers, currency }: CreditTransfers): string =>
  moneyText(
    total(
      transfers.map(({ amount }) => amount),
      currency,
    ),
  ).amount;

function transferLines({ endToEndId, amount, payee, remittance }: Transfer): Lines {
  const line = written(remittance);
  return branch(
    'CdtTrfTxInf',
    branch('PmtId', leaf('InstrId', endToEndId), leaf('EndToEndId', endToEndId)),
    branch('Amt', leaf('InstdAmt', moneyText(amount).amount, { Ccy: amount.currency })),
    leaf('ChrgBr', 'SHAR'),
    bankLines('CdtrAgt', payee),
    partyLines('Cdtr', payee),
    accountLines('CdtrAcct', payee.account),
    line === '' ? [] : branch('RmtInf', leaf('Ustrd', line)),
  );
}

const partyLines = (element: string, { name, town, country }: Party): Lines =>
  branch(element, leaf('Nm', written(name)), branch('PstlAdr', leaf('TwnNm', written(town)), leaf('Ctry', country)));

const bankLines = (element: string, { bic, bankCode = '' }: Party): Lines =>
  branch(element, branch('FinInstnId', bic === '' ? branch('ClrSysMmbId', leaf('MmbId', bankCode)) : leaf('BICFI', bic)));

const accountLines = (element: string, account: Account, currency?: string): Lines =>
  branch(
    element,
    branch('Id', 'iban' in account ? leaf('IBAN', plainIban(account.iban)) : branch('Othr', leaf('Id', account.local))),
    currency === undefined ? [] : leaf('Ccy', currency),
  );

/** Of texts that have been found to be sayable. */
function written(text: string): string {
  const said = inBankCharacters(text);
  if (!said.ok) throw new Error('a text is written before it was found to be sayable');
  return said.text;
}

function faultsOf(order: CreditTransfers): Fault[] {
  const { messageId, createdAt, executionDay, currency, payer, transfers } = order;
  const seen = new Set<string>();
  const faults = [
    ...fault('messageId', identifierFault(messageId)),
    ...fault('createdAt', isInstant(createdAt) ? undefined : { rule: 'instant' }),
    ...fault('executionDay', isCalendarDate(executionDay) ? undefined : { rule: 'day' }),
    ...fault('currency', isCurrency(currency) ? undefined : { rule: 'currency' }),
    ...partyFaults('payer', payer),
    ...fault('transfers', transfers.length === 0 ? { rule: 'empty' } : undefined),
    ...transfers.flatMap((transfer, at) => {
      const isRepeated = seen.has(transfer.endToEndId);
      seen.add(transfer.endToEndId);
      return transferFaults(`transfers/${at}`, transfer, currency, isRepeated);
    }),
  ];
  return faults.length > 0 ? faults : fault('transfers', digitsFault(sumOf(order)));
}

function transferFaults(
  field: string,
  { endToEndId, amount, payee, remittance }: Transfer,
  currency: string,
  isRepeated: boolean,
): Fault[] {
  return [
    ...fault(`${field}/endToEndId`, identifierFault(endToEndId) ?? (isRepeated ? { rule: 'repeated' } : undefined)),
    ...fault(`${field}/amount`, amountFault(amount, currency)),
    ...partyFaults(`${field}/payee`, payee),
    ...fault(`${field}/remittance`, remittance.trim() === '' ? undefined : textFault(remittance, MAX_REMITTANCE)),
  ];
}

const partyFaults = (field: string, { name, account, bic, bankCode = '', town, country }: Party): Fault[] => [
  ...fault(`${field}/name`, textFault(name, MAX_NAME)),
  ...fault(`${field}/account`, accountFault(account)),
  ...(bic === '' && bankCode !== '' ? fault(`${field}/bankCode`, identifierFault(bankCode)) : fault(`${field}/bic`, bicFault(bic))),
  ...fault(`${field}/town`, textFault(town, MAX_TOWN)),
  ...fault(`${field}/country`, isCountry(country) ? undefined : { rule: 'country' }),
];

const fault = (field: string, rule: Rule | undefined): Fault[] => (rule ? [{ ...rule, field }] : []);

function textFault(text: string, most: number): Rule | undefined {
  const said = inBankCharacters(text);
  if (!said.ok) return { rule: 'characters', characters: said.characters };
  if (!/[A-Za-z0-9]/.test(said.text)) return { rule: 'empty' };
  return said.text.length > most ? { rule: 'too-long', most } : undefined;
}

function amountFault({ amount, currency }: Money, ofFile: string): Rule | undefined {
  if (currency !== ofFile) return { rule: 'other-currency', currency };
  if (amount <= 0n) return { rule: 'not-positive' };
  return isCurrency(currency) ? digitsFault(moneyText(money(amount, currency)).amount) : undefined;
}

const digitsFault = (decimal: string): Rule | undefined =>
  decimal.replace('.', '').length > MAX_DIGITS ? { rule: 'too-long', most: MAX_DIGITS } : undefined;

function isInstant(text: string): boolean {
  const at = Date.parse(text);
  return !Number.isNaN(at) && instant(at) === text;
}
