import { type Api, secretary } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { first } from './actors.ts';

/** As somebody writes for a city. */
export const ENQUIRY = {
  cityName: 'Kota Baru',
  country: 'ID',
  name: 'Dewi Lestari',
  contactRole: 'Head of the waste department',
  email: 'dewi@kota-baru.example',
  language: 'id',
  note: 'We would like to sign. Whom may we call?',
} as const;

/** What somebody has written for a city of this name. */
export async function enquired(api: Api, cityName: string = ENQUIRY.cityName): Promise<string> {
  await api.as(secretary).sendEnquiry({}, { ...ENQUIRY, cityName, email: `${cityName.toLowerCase().replaceAll(' ', '-')}@kota.example` });
  await settled(api);
  const { enquiries } = await api.as(secretary).listEnquiries({ q: cityName });
  return first(enquiries).id;
}
