import { queryOptions, useQuery } from '@tanstack/react-query';
import { type AnswerOf, api, type Schemas } from '../base/api/client.ts';
import { keys } from '../base/api/keys.ts';

export type AccountsOf = AnswerOf<'accountsOfPayments'>['payments'][number];
type May = { readonly id: string; readonly may?: readonly Schemas['Permission'][] };

/** What is decided about the accounts between which a payment is made. */
export const isBetweenAccounts = (operation: string): boolean => operation === 'approvePayment' || operation === 'instructPayment';

const accountsQuery = (agreement: string) =>
  queryOptions({
    queryKey: keys.part(agreement, 'accounts-of-payments'),
    // Accounts change without their agreement.
    staleTime: 0,
    queryFn: ({ signal }) => api.operations.accountsOfPayments({ id: agreement }, { signal }),
  });

/** The accounts between which a payment would be made, for who may decide that it is. */
export function useAccountsOf({ id, may = [] }: May, payment: string | undefined): AccountsOf | undefined {
  const isAsked = may.some((each) => each.payment === payment && isBetweenAccounts(each.operation) && each.answer === 'allowed');
  const { data } = useQuery({ ...accountsQuery(id), enabled: payment !== undefined && isAsked });
  return data?.payments.find((each) => each.payment === payment);
}

/** What the person has read, so that nothing else is decided. */
export const readIn = ({ payer, payee }: AccountsOf) => ({
  ...(payer ? { payerAccountRead: payer.account.id } : {}),
  ...(payee ? { payeeAccountRead: payee.account.id } : {}),
});
