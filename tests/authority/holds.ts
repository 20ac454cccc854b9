import { settled } from '@junkan/scripts/main-job/clock.ts';
import type { Agreement } from '@junkan/scripts/main-job/messages.ts';
import { first } from '../actors.ts';
import { asRole, type Part, type Possible, type Scene } from './moments.ts';

const NOTE = { note: 'because' };
const S = 'secretariat';

/** A part of a tranche is put on hold by the secretariat and released, and by its sponsor and released. */
export async function* holding({ api, lender }: Scene, { id }: Agreement): Part<void> {
  const part = { tranche: 1, sponsor: lender.sponsor };
  const hold: Possible = { act: 'holdPayment', of: { id }, body: { ...part, reason: 'documents-missing', ...NOTE } };
  yield { state: 'scheduled', possible: [hold], done: { ...hold, by: asRole(S) } };
  const release = (number: number): Possible => ({ act: 'releaseHold', of: { id, number }, body: { reason: 'cleared', ...NOTE } });
  const bySecretariat: Possible[] = [{ ...release(1), side: 'secretariat' }];
  yield { state: 'on hold', possible: bySecretariat, done: { ...first(bySecretariat), by: asRole(S) } };
  yield { state: 'scheduled', possible: [], done: { ...hold, by: asRole(lender.sponsor) } };
  const ofSponsor: Possible[] = [{ ...release(2), side: 'sponsor' }];
  yield { state: 'on hold by its sponsor', possible: ofSponsor, done: { ...first(ofSponsor), by: asRole(lender.sponsor) } };
  await settled(api);
}
