import { type EnquiryInput, enquiryId } from '../contract.ts';
import type { EnquiryActivities } from '../flows/flows.ts';
import type { EnquiryStep, WholeEnquiryView } from '../rules/enquiry.ts';
import { calling, observed, take } from './calling.ts';
import type { Parts } from './parts.ts';
import { knowing } from './statuses.ts';

export function enquiryActivities(parts: Parts): EnquiryActivities {
  const { wakeRecords, clock, log } = parts;
  const { programme } = parts.services;
  const callsOf = ({ enquiry, correlationId }: EnquiryInput) => calling(enquiryId(enquiry), correlationId);
  const actOn = ({ enquiry, correlationId }: EnquiryInput, { do: what }: EnquiryStep): Promise<unknown> => {
    const { command } = callsOf({ enquiry, correlationId });
    return what === 'EscalateEnquiry'
      ? programme.escalateEnquiry({ enquiry }, command('escalate'))
      : programme.forgetEnquiry({ enquiry }, command('forget'));
  };
  return {
    lookAtEnquiry: (input) =>
      observed<WholeEnquiryView>(wakeRecords, enquiryId(input.enquiry), async () => {
        const { status, next, escalates } = await programme.getEnquiry({ id: input.enquiry }, callsOf(input).query);
        return { now: clock.now(), status: knowing(parts, enquiryId(input.enquiry))('enquiry', status), next, escalates };
      }),
    async actOnEnquiry(input, steps) {
      for (const step of steps) await take(log, step, () => actOn(input, step));
    },
  };
}
