import type { Money } from '@junkan/kit/pure/money.ts';
import type { Event, Sums } from './sums.ts';

type Transfer = { readonly amount: Money; standing: string };

/** What files of payments come to, by how their transfers stand: folded from the events alone. */
export function filed(sums: Sums, events: readonly Event[]): void {
  const files = new Map<string, Transfer[]>();
  for (const { type, stream, data } of events.filter((event) => event.stream.startsWith('pfl_'))) {
    const transfers = files.get(stream) ?? [];
    files.set(stream, transfers);
    const { transfers: listedTransfers, leftOut = [] } = data as unknown as Facts;
    // Of a file as a whole its count is given.
    const each = Array.isArray(listedTransfers) ? listedTransfers : [];
    if (type === 'TransfersListed') transfers.push(...each.map(listed));
    if (type === 'TransfersTold') for (const { number, standing } of each) stand(transfers, number, standing);
    if (type === 'PaymentFileMade') for (const number of leftOut) stand(transfers, number, 'left-out');
  }
  for (const [file, transfers] of files) {
    for (const [at, { amount, standing }] of transfers.entries()) {
      sums.set(`${file}/transfers/${at + 1}`, amount);
      sums.add(`${file}/sums/${standing}`, amount);
      if (standing !== 'left-out') for (const name of ['sum', 'amount']) sums.add(`${file}/${name}`, amount);
    }
  }
}

type Said = { readonly amount: Money; readonly because?: string; readonly number: number; readonly standing: string };
type Facts = { readonly transfers?: readonly Said[] | number; readonly leftOut?: readonly number[] };

const listed = ({ amount, because }: Said): Transfer => ({ amount, standing: because ? 'left-out' : 'listed' });

function stand(transfers: readonly Transfer[], number: number, standing: string): void {
  const transfer = transfers[number - 1];
  if (transfer) transfer.standing = standing;
}
