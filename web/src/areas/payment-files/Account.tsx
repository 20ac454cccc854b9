import * as m from '#messages/payment-files';
import type { Schemas } from '../../base/api/client.ts';
import { ItemLink } from '../../base/parts/ItemLink.tsx';

type Props = {
  readonly id: string | undefined;
  /** Those that the reader may know of. */
  readonly known: readonly Schemas['NamedAccount'][];
};

/** An account by its holder and its last characters, as far as the reader may know them. */
export function AccountOf({ id, known }: Props) {
  if (!id) return <>–</>;
  const account = known.find((each) => each.id === id);
  return (
    <ItemLink id={id}>
      {account ? (
        <>
          <bdi>{account.holder}</bdi> · {m.ending({ lastFour: account.lastFour })}
        </>
      ) : (
        m.account()
      )}
    </ItemLink>
  );
}
