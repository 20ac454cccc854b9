import { useQuery } from '@tanstack/react-query';
import * as m from '#messages/accounts';
import { itemQuery } from '../base/api/items.ts';

/** Which account a notice is about, and why it was retired or refused. */
export function ToldAccount({ id }: { readonly id: string }) {
  const { data: account } = useQuery(itemQuery('getBankAccount', id));
  if (!account) return null;
  const { bankName, lastFour = '', holder, note } = account;
  return (
    <small className="quiet">
      {' '}
      <bdi>{holder}</bdi> · {bankName} · {m.ending({ lastFour })}
      {note ? (
        <>
          {' · '}
          <q dir="auto">{note}</q>
        </>
      ) : null}
    </small>
  );
}
