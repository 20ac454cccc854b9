import { type Api, sponsorOfficerOf } from '@junkan/scripts/main-job/api.ts';
import { type Sponsor, usd } from '../actors.ts';

const termsOf = (title: string) => ({ title, countries: ['JP'], ticketMinimum: usd('1.00'), ticketMaximum: usd('2.00') });

/** What a sponsor may do with its mandate, which is in force, and with another, which is paused. */
export async function ofMandates(api: Api, { sponsor, mandate: id }: Sponsor) {
  const officer = api.as(sponsorOfficerOf(sponsor));
  const { id: paused } = await officer.publishMandate({}, { sponsor, terms: termsOf('z') });
  await officer.pauseMandate({ id: paused });
  return [
    { act: 'reviseMandate', of: { id }, body: { terms: termsOf('y') }, headers: { 'if-match': '"1"' } },
    { act: 'pauseMandate', of: { id } },
    { act: 'retireMandate', of: { id } },
    { act: 'resumeMandate', of: { id: paused } },
  ] as const;
}
