import { queryOptions, useQuery } from '@tanstack/react-query';
import * as m from '#messages/conversions';
import { api, type Schemas } from '../base/api/client.ts';
import { keys } from '../base/api/keys.ts';
import { dayText, decimalText } from '../base/parts/locale.ts';
import { Money, moneyText } from '../base/parts/Money.tsx';
import { Say } from '../base/parts/Say.tsx';

type Amount = Schemas['Money'];
type Conversion = Schemas['Conversion'];

type Moved = { readonly amount: Amount; readonly moved: Amount; readonly day: string };
/** At what rate the bank itself has converted. */
export const rateOfBank = (rate: string, { amount, moved, day }: Moved): string =>
  m.rateOfBank({ day: dayText(day), base: amount.currency, rate: decimalText(rate), of: moved.currency });

/** By which rates money came to another currency: two of a base, or where the base is one of the two, the one. */
export function rateText({ amount: { currency: to }, source, day, base, fromRate, toRate, byBank }: Conversion, from: string): string {
  if (byBank) return m.rateOfBank({ day: dayText(day), base, rate: decimalText(toRate), of: to });
  const by = { source, day: dayText(day), base };
  if (base === from) return m.rateOfBase({ ...by, rate: decimalText(toRate), of: to });
  if (base === to) return m.rateOfBase({ ...by, rate: decimalText(fromRate), of: from });
  return m.rateOf({ ...by, fromRate: decimalText(fromRate), from, toRate: decimalText(toRate), to });
}

/**
 * What terms use of a budget in another currency, and at which rates; nothing if the currency is the same, or the reader may not see it.
 */
export function Converted({
  conversion,
  from,
  of,
}: {
  readonly conversion: Conversion | undefined;
  readonly from: string;
  readonly of: string;
}) {
  if (!conversion) return null;
  return (
    <>
      <Money amount={conversion.amount} of={of} />
      <br />
      <small className="quiet">{rateText(conversion, from)}</small>
    </>
  );
}

const takenQuery = (envelope: string, { amount, currency }: Amount) =>
  queryOptions({
    queryKey: keys.list('taken', { envelope, amount, currency }),
    queryFn: ({ signal }) => api.operations.takenOfEnvelope({ id: envelope, amount, currency }, { signal }),
    retry: false,
  });

/** Before somebody offers or agrees: what that would take of a budget in another currency today. */
export function Taking({ envelope, amount }: { readonly envelope: string; readonly amount: Amount }) {
  const { data } = useQuery(takenQuery(envelope, amount));
  if (!data) return null;
  const { taken, conversion, currency: to } = data;
  if (!taken)
    return (
      <Say kind="wait">
        <p>{m.takesNoRate({ from: amount.currency, to })}</p>
      </Say>
    );
  return conversion ? <p>{m.takesAtRate({ taken: moneyText(taken), rate: rateText(conversion, amount.currency) })}</p> : null;
}
