import { type Api, secretary } from '../api.ts';
import { settled } from '../clock.ts';

/** Somebody writes for a city without sign-in, is called back, and the city is registered; somebody else writes what is for no city. */
export async function enquire(api: Api, city: string, edition: string): Promise<void> {
  const officer = api.as(secretary);
  const key = (step: string) => ({ key: `demonstration${edition}:enquiry:${step}` });
  const written = async (cityName: string, note: string): Promise<string> => {
    const { enquiries: before } = await officer.listEnquiries({ q: cityName });
    if (before[0]) return before[0].id;
    // Of one address there are three a day.
    const writer = { name: 'Aiko Mori', contactRole: 'Environment bureau', email: `aiko${edition.trim()}@city.example` };
    await officer.sendEnquiry({}, { cityName, country: 'JP', ...writer, language: 'ja', note });
    await settled(api);
    const { enquiries } = await officer.listEnquiries({ q: cityName });
    if (!enquiries[0]) throw new Error(`what was written for ${cityName} is not listed`);
    return enquiries[0].id;
  };
  const id = await written(`Enquiring city ${edition}`.trim(), 'We would like to sign. Whom may we call?');
  await officer.answerEnquiry({ id }, { how: 'phone', note: 'They need the text in Japanese.' }, key('answered'));
  await officer.linkEnquiry({ id }, { organisation: city }, key('linked'));
  const other = await written(`Somebody selling bins ${edition}`.trim(), 'We have bins in all colours.');
  await officer.closeEnquiry({ id: other }, { reason: 'not-a-city' }, key('closed'));
}
