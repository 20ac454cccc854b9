import { ending } from '#messages';
import type { Schemas } from '../api/client.ts';
import { ItemLink } from './ItemLink.tsx';

type Props = {
  readonly id: string | undefined;
  /** Those that the reader may know of. */
  readonly known: readonly Schemas['NamedAccount'][];
  /** What one is called of which the reader knows no more. */
  readonly other: string;
};

/** An account by its holder and its last characters, as far as the reader may know them. */
export function AccountOf({ id, known, other }: Props) {
  if (!id) return <>–</>;
  const account = known.find((each) => each.id === id);
  return (
    <ItemLink id={id}>
      {account ? (
        <>
          <bdi>{account.holder}</bdi> · {ending({ lastFour: account.lastFour })}
        </>
      ) : (
        other
      )}
    </ItemLink>
  );
}
