import { project } from '#messages';
import { ofMilestone, ofRetained } from '#messages/statements';
import type { Schemas } from '../../api/client.ts';
import { shortId } from '../../parts/facts.ts';

export type Found = Schemas['FoundPayment'];

/** A payment by its project, milestone and sponsor; by the letters of its id where nothing more is known. */
export const paymentText = (payment: Found | undefined, names: Schemas['Names'], id: string): string =>
  payment ? told(payment, names) : shortId(id);

function told(payment: Found, names: Schemas['Names']): string {
  const of = { project: names[payment.project]?.text ?? project(), sponsor: names[payment.sponsor]?.text ?? payment.sponsor };
  // What releases retained money is of no milestone.
  return payment.tranche === 0 ? ofRetained(of) : ofMilestone({ ...of, number: payment.tranche });
}
