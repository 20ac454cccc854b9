import { usd } from '../actors.ts';
import { paying } from './ending.ts';
import { asRole, type Part, type Possible, type Scene } from './moments.ts';

const S = 'secretariat';

/** Some of a part is paid. Its approval and its way to the bank are those of every payment, which is tried later. */
export async function* payingInPart({ api, lender: { sponsor } }: Scene, id: string): Part<void> {
  const maker = asRole(S);
  const request: Possible = { act: 'requestPartPayment', of: { id }, body: { tranche: 1, sponsor, amount: usd('50.00') } };
  const all: Possible = { act: 'requestPayment', of: { id }, body: { tranche: 1, sponsor } };
  const { payment = '' } = yield { state: 'verified', possible: [request, all], done: { ...request, by: maker } };
  yield* paying(api, { id, payment }, 'part', maker);
}
