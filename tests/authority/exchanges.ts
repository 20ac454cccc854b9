import { paidInYen, refundedInYen } from '../exchange.ts';
import { asRole, type Part, type Possible, type Scene } from './moments.ts';

/**
 * Books what a payment from a budget in another currency cost, and what of it came back, once there are rates of their value dates. It has a
 * city of its own, whose due diligence has not run out.
 */
export async function* exchanging({ api, actors }: Scene): Part<void> {
  const city = await actors.city();
  const of = await paidInYen(api, actors, city);
  const suspend: Possible = {
    act: 'proposeMeasure',
    of: { id: of.id },
    side: 'secretariat',
    body: { kind: 'suspension', cause: 'other', note: 'because' },
  };
  const book: Possible = { act: 'bookExchange', of };
  yield { state: 'paid before its rates', possible: [suspend, book], done: { ...book, by: asRole('secretariat') } };
  const back: Possible = { act: 'bookExchangeOfRefund', of: await refundedInYen(api, { ...of, city }) };
  yield { state: 'refunded before its rates', possible: [suspend, back], done: { ...back, by: asRole('secretariat') } };
}
