import type { EventStore } from '@junkan/kit/store/event-store.ts';
import type { Texts } from '@junkan/kit/store/texts.ts';
import { OF_ALL_TRANCHES } from '../../../agreements/retention/retention.ts';
import { bankAccounts } from '../../../mapping.ts';
import type { BankAccountId } from '../../accounts/bank-account.ts';
import { type CreditTransfers, type Fault, type Party, type Written, writePain001 } from '../../iso20022/pain001.ts';
import { type Existing, isInIt, type ListedTransfer, type PaymentFileId, type Transfer, type WritingFault } from '../payment-file.ts';

/** What is recorded of a file, from which the document follows. */
export type Recorded = Pick<Existing, 'message' | 'madeAt' | 'executionDate' | 'currency' | 'payerAccount'> & {
  readonly transfers: readonly ListedTransfer[];
};

/** What the bank calls the file by: 33 characters that banks take. */
export const messageOf = (file: PaymentFileId): string => `JUNKAN-${file.slice('pfl_'.length).toUpperCase()}`;
/** The file that a bank’s answer is of, where the message is one of ours. */
export const fileOf = (message: string): PaymentFileId | undefined =>
  /^JUNKAN-[0-9A-Z]{26}$/.test(message) ? `pfl_${message.slice('JUNKAN-'.length).toLowerCase()}` : undefined;

type Parts = { readonly store: EventStore; readonly texts: Texts };
export type Document = Written | { readonly ok: 'erased'; readonly account: BankAccountId };

/** The message for the bank, the same bytes for the same record: the numbers are looked up, and nothing else is added. */
export async function documentOf({ store, texts }: Parts, recorded: Recorded): Promise<Document> {
  const transfers = recorded.transfers.filter(({ because }) => because === '');
  const ids = [...new Set([recorded.payerAccount, ...transfers.map(({ payeeAccount }) => payeeAccount)])];
  const parties = new Map<string, Party>();
  const currencies = new Map<string, string>();
  for (const id of ids) {
    const { state } = await store.load(bankAccounts, id);
    if (state.status === 'absent') throw new Error(`the payment file names ${id}, which was never named`);
    const number = (await texts.read([state.number])).get(state.number);
    if (number === undefined) return { ok: 'erased', account: id as BankAccountId };
    currencies.set(id, state.currency);
    const { holder: name, bic, bankCode, town, country, scheme } = state;
    parties.set(id, { name, bic, bankCode, town, country, account: scheme === 'iban' ? { iban: number } : { local: number } });
  }
  const partyOf = (id: string): Party => parties.get(id) as Party;
  const order: CreditTransfers = {
    messageId: recorded.message,
    createdAt: recorded.madeAt,
    executionDay: recorded.executionDate,
    currency: recorded.currency,
    payer: partyOf(recorded.payerAccount),
    payerCurrency: currencies.get(recorded.payerAccount) ?? recorded.currency,
    transfers: transfers.map(({ instruction: endToEndId, amount, payeeAccount, tranche }) => ({
      endToEndId,
      amount,
      payee: partyOf(payeeAccount),
      remittance: `${endToEndId} ${tranche === OF_ALL_TRANCHES ? 'retention' : `tranche ${tranche}`}`,
    })),
  };
  return writePain001(order);
}

/** The transfers that are in it. */
export const inFile = ({ transfers }: Existing): Transfer[] => transfers.filter(isInIt);

/** Of each thing that a bank would refuse: of which payment it is, and which rule it breaks. */
export function writingFaults(faults: readonly Fault[], transfers: readonly ListedTransfer[]): WritingFault[] {
  const written = transfers.filter(({ because }) => because === '');
  return faults.map((fault) => {
    const [, at, rest] = /^transfers\/(\d+)\/(.*)$/.exec(fault.field) ?? [];
    const characters = 'characters' in fault ? fault.characters.join(' ') : '';
    const payment = at === undefined ? '' : (written[Number(at)]?.payment ?? '');
    return { type: 'PaymentFileCannotBeWritten', payment, part: rest ?? fault.field, breaks: fault.rule, characters };
  });
}
