import type { BankAccountEvent } from '@junkan/proto/junkan/disbursement/v1/language.ts';

export type { BankAccountEvent };

type DataOf<Type> = Extract<BankAccountEvent, { readonly type: Type }>['data'];

/** What happens to bank accounts. */
export const BANK_ACCOUNT: { readonly [Type in BankAccountEvent['type']]: (data: DataOf<Type>) => string } = {
  BankAccountProposed: ({ bankName, lastFour, currency }) => `The account ending in ${lastFour} at ${bankName} was named, in ${currency}.`,
  BankAccountConfirmed: ({ usableFrom }) => `A second person confirmed the account; it is used from ${usableFrom.slice(0, 10)} on.`,
  BankAccountRefused: () => 'The account was refused.',
  BankAccountRetired: () => 'The account is used no more.',
  StatementsAttributed: () => 'Finance found that a statement of its bank is of this account; later ones of that bank are as well.',
};
