import { auditor } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { first } from '../actors.ts';
import { asRole, type Part, type Possible, type Scene } from './moments.ts';

/** The last day of a budget, on which nothing bears any more: proposed and refused, proposed again and moved. */
export async function* ofBudgetEnds({ api, lender: { sponsor } }: Scene): Part<void> {
  const { now } = await settled(api);
  const day = `${Number(now.slice(0, 4)) + 1}-12-31`;
  const opening: Possible = { act: 'openEnvelope', of: { id: sponsor }, body: { total: { amount: '1.00', currency: 'USD' } } };
  const { id = '' } = yield { state: 'nothing', possible: [], done: { ...opening, by: asRole(sponsor) } };
  const on = (act: Possible['act'], body: object): Possible => ({ act, of: { id }, body });
  const propose = on('proposeEnvelopeEnd', { periodEnd: day, note: 'The works are late.' });
  yield { state: 'budget open', possible: [propose], done: { ...propose, by: asRole(sponsor) } };
  const refuse = on('refuseEnvelopeEnd', { proposal: 1, note: 'because' });
  yield { state: 'end proposed', possible: [on('confirmEnvelopeEnd', { proposal: 1 }), refuse], done: { ...refuse, by: asRole(sponsor) } };
  yield { state: 'end refused', possible: [], done: { ...propose, by: asRole(sponsor) } };
  const confirm = on('confirmEnvelopeEnd', { proposal: 2 });
  yield { state: 'end proposed', possible: [confirm], done: { ...confirm, by: asRole(sponsor) } };
}

/** More of its budget for an offer that is committed: proposed and refused, proposed again and confirmed. */
export async function* ofIncreases({ api, lender: { sponsor, envelope: id } }: Scene): Part<void> {
  const { claims } = await api.as(auditor).getEnvelope({ id });
  const { offer } = first(claims.filter(({ status }) => status === 'committed'));
  const propose: Possible = {
    act: 'proposeIncrease',
    of: { id },
    body: { offer, amount: { amount: '1.00', currency: 'USD' }, note: 'It costs more.' },
  };
  const on = (act: Possible['act'], number: string, body: object = {}): Possible => ({ act, of: { id, number }, body });
  yield { state: 'budget committed', possible: [propose], done: { ...propose, by: asRole(sponsor) } };
  const refuse = on('refuseIncrease', '1', { note: 'because' });
  yield { state: 'increase proposed', possible: [on('confirmIncrease', '1'), refuse], done: { ...refuse, by: asRole(sponsor) } };
  yield { state: 'increase refused', possible: [], done: { ...propose, by: asRole(sponsor) } };
  const confirm = on('confirmIncrease', '2');
  yield { state: 'increase proposed', possible: [confirm], done: { ...confirm, by: asRole(sponsor) } };
}
