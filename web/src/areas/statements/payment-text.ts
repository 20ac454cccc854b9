import { project } from '#messages';
import { ofMilestone } from '#messages/statements';
import type { Schemas } from '../../api/client.ts';
import { shortId } from '../../parts/facts.ts';

export type Found = Schemas['FoundPayment'];

/** A payment by its project, milestone and sponsor; by the letters of its id where nothing more is known. */
export const paymentText = (payment: Found | undefined, names: Schemas['Names'], id: string): string =>
  payment
    ? ofMilestone({
        project: names[payment.project]?.text ?? project(),
        number: payment.tranche,
        sponsor: names[payment.sponsor]?.text ?? payment.sponsor,
      })
    : shortId(id);
