import { type EnquiryInput, enquiryId } from '../contract.ts';
import type { EnquiryActivities } from '../flows/flows.ts';
import type { WholeEnquiryView } from '../rules/enquiry.ts';
import { calling, observed, take } from './calling.ts';
import type { Parts } from './parts.ts';
import { knowing } from './statuses.ts';

export function enquiryActivities(parts: Parts): EnquiryActivities {
  const { wakeRecords, clock, log } = parts;
  const { programme } = parts.services;
  const callsOf = ({ enquiry, correlationId }: EnquiryInput) => calling(enquiryId(enquiry), correlationId);
  return {
    lookAtEnquiry: (input) =>
      observed<WholeEnquiryView>(wakeRecords, enquiryId(input.enquiry), async () => {
        const { status, next } = await programme.getEnquiry({ id: input.enquiry }, callsOf(input).query);
        return { now: clock.now(), status: knowing(parts, enquiryId(input.enquiry))('enquiry', status), next };
      }),
    async actOnEnquiry(input, steps) {
      const { command } = callsOf(input);
      for (const step of steps) await take(log, step, () => programme.forgetEnquiry({ enquiry: input.enquiry }, command('forget')));
    },
  };
}
