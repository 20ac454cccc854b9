import { officerOf } from '@junkan/scripts/main-job/api.ts';
import { adviceOf } from '@junkan/scripts/main-job/bank.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { first, GRANT, GUARANTEE, IN_KIND, usd } from '../actors.ts';
import { asRole, type Part, type Possible, type Scene } from './moments.ts';

const NOTE = { note: 'because' };
const S = 'secretariat';

/** A guarantee is called and paid, and a contribution in kind received, of an agreement of its own, which ends before anything else is done. */
export async function* drawing({ api, actors, city, lender }: Scene): Part<void> {
  const offers = [
    [lender, '500.00', GUARANTEE],
    [lender, '100.00', IN_KIND],
    [lender, '1000.00', GRANT],
  ] as const;
  const agreement = await actors.agreed(city, offers);
  const milestone = first(await actors.signed(agreement));
  const { id } = agreement;
  const parts = first(agreement.shares).parts ?? [];
  const offerOf = (instrument: string): string => first(parts.filter(({ financing }) => financing?.instrument === instrument)).offer;
  const { hash } = await api.as(officerOf(city)).upload(new TextEncoder().encode('A letter'), 'text/plain');
  const day = (await settled(api)).now.slice(0, 10);
  const shown = { amount: usd('50.00'), evidence: [hash], ...NOTE };
  const call: Possible = { act: 'callGuarantee', of: { id }, body: { offer: offerOf('guarantee'), ...shown } };
  const receive: Possible = { act: 'recordReceipt', of: { id }, body: { offer: offerOf('in-kind'), receivedOn: day, ...shown } };
  const on = (act: Possible['act'], number: number, body: object = {}): Possible => ({ act, of: { id, number }, body });
  const answers = (number: number) => [on('acceptDrawing', number), on('rejectDrawing', number, NOTE)] as const;
  yield { state: 'guaranteed', possible: [call, receive], done: { ...call, by: asRole(city) } };
  const [accept] = answers(1);
  yield { state: 'guarantee called', possible: [...answers(1)], done: { ...accept, by: asRole(lender.sponsor) } };
  const document = await adviceOf(api);
  const report = (bankReference: string) => on('reportClaimPaid', 1, { bankReference, valueDate: day, document });
  yield { state: 'call accepted', possible: [report('CLAIM 1')], done: { ...report('CLAIM 1'), by: asRole(S) } };
  const [confirm, object] = [on('confirmClaimPaid', 1), on('objectToClaim', 1, NOTE)];
  yield { state: 'claim reported', possible: [confirm, object], done: { ...object, by: asRole(S) } };
  yield { state: 'call accepted', possible: [], done: { ...report('CLAIM 2'), by: asRole(S) } };
  yield { state: 'claim reported', possible: [], done: { ...confirm, by: asRole(S) } };
  const [reverse, undo] = [on('reverseClaim', 1, { document, ...NOTE }), on('confirmClaimReversal', 1)];
  yield { state: 'claim paid', possible: [reverse], done: { ...reverse, by: asRole(S) } };
  yield { state: 'claim reported as a mistake', possible: [undo], done: { ...undo, by: asRole(S) } };
  yield { state: 'call accepted', possible: [], done: { ...report('CLAIM 3'), by: asRole(S) } };
  yield { state: 'claim reported', possible: [], done: { ...confirm, by: asRole(S) } };
  yield { state: 'claim paid', possible: [], done: { ...receive, by: asRole(city) } };
  const [, dispute] = answers(2);
  yield { state: 'receipt recorded', possible: [...answers(2)], done: { ...dispute, by: asRole(lender.sponsor) } };
  await actors.verified(milestone);
  await settled(api);
  await actors.paid(agreement, 1);
  await actors.closed(agreement.project);
}
