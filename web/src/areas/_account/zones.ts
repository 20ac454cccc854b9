import { locale } from '../../base/parts/locale.ts';

export type Zone = { readonly zone: string; readonly text: string };

const NEAR = /^(Asia|Australia|Indian|Pacific)\//;

const namesOf = (timeZoneName: 'long' | 'longOffset') => (zone: string, at: Date) =>
  new Intl.DateTimeFormat(timeZoneName === 'long' ? locale : 'en', { timeZone: zone, timeZoneName })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')?.value ?? '';
const [nameIn, offsetIn] = [namesOf('long'), namesOf('longOffset')];

/** The place of a zone's identifier, which comes first: who types its letters is led to it. */
const placeOf = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');

function zoneAt(zone: string, at: Date): Zone {
  const [name, offset] = [nameIn(zone, at), offsetIn(zone, at).replace('GMT', 'UTC')];
  return { zone, text: `${placeOf(zone)} (${name.startsWith('GMT') ? offset : `${name}, ${offset}`})` };
}

/** All time zones by their places, those of Asia and the Pacific first, each with its name and how far it is from UTC at this moment. */
export function zonesAt(at: Date): { readonly near: readonly Zone[]; readonly others: readonly Zone[] } {
  const zones = Intl.supportedValuesOf('timeZone')
    .map((zone) => zoneAt(zone, at))
    .sort((one, other) => one.text.localeCompare(other.text));
  return { near: zones.filter(({ zone }) => NEAR.test(zone)), others: zones.filter(({ zone }) => !NEAR.test(zone)) };
}
