import { COUNTRIES, countriesOfRegion } from '@junkan/kit/pure/places.ts';

/** A country or one of the Bank's regions, as a table names it. */
export type Place = {
  /** Alpha-2 code, or the region's own name; equal for all ways to write one place. */
  readonly key: string;
  /** The countries that it means, as sorted alpha-2 codes. */
  readonly countries: readonly string[];
};

/** The Bank's regions that a table may name in the place of a country, as UN M49 regions. */
const REGIONS: ReadonlyMap<string, readonly string[]> = new Map([
  ['East Asia and Pacific', ['030', '035', '009']],
  ['South Asia', ['034']],
]);

/**
 * What the Bank calls a country where ISO 3166-1 calls it otherwise: short names of its lists, old and new, and the formal
 * names of its borrowers in Asia and the Pacific.
 */
const BANK_NAMES = `
AF Islamic Republic of Afghanistan|Islamic State of Afghanistan
AU Commonwealth of Australia
BD People's Republic of Bangladesh
BN Brunei|Negara Brunei Darussalam
BT Kingdom of Bhutan
CN People's Republic of China|China, People's Republic of
FJ Republic of Fiji|Fiji, Republic of|Fiji Islands
FM Micronesia|Federated States of Micronesia|Micronesia, Fed. Sts.
HK Hong Kong SAR, China|Hong Kong, China|China, Hong Kong SAR
ID Republic of Indonesia
IN Republic of India
IR Iran|Iran, Islamic Rep.|Islamic Republic of Iran
JP State of Japan
KH Kingdom of Cambodia
KI Republic of Kiribati
KP Korea, Dem. People's Rep.|Korea, Dem. Rep.|North Korea|Democratic People's Republic of Korea
KR Korea|Korea, Rep.|Republic of Korea|South Korea
LA Lao PDR|Laos|Lao People's Dem. Rep.
LK Democratic Socialist Republic of Sri Lanka
MH Republic of the Marshall Islands|Marshall Islands, Republic of the
MM Burma|Republic of the Union of Myanmar
MN Mongolian People's Republic
MO Macao SAR, China|Macau|Macau SAR, China|China, Macao SAR
MV Republic of Maldives
NP Federal Democratic Republic of Nepal|Kingdom of Nepal
NR Republic of Nauru
PG Independent State of Papua New Guinea
PH Republic of the Philippines
PK Islamic Republic of Pakistan
PW Republic of Palau
SB Solomon Isles
SG Republic of Singapore
TH Kingdom of Thailand
TL East Timor|Timor Leste|Democratic Republic of Timor-Leste
TO Kingdom of Tonga
TW Taiwan|Taiwan, China|Chinese Taipei
VN Vietnam|Socialist Republic of Vietnam|Socialist Republic of Viet Nam
VU Republic of Vanuatu
WS Western Samoa|Independent State of Samoa
BO Bolivia
BS Bahamas, The
CD Congo, Democratic Republic of|Congo, Dem. Rep.
CG Congo, Republic of|Congo, Rep.
CV Cape Verde
CZ Czech Republic
EG Egypt, Arab Republic of|Egypt, Arab Rep.
GB United Kingdom
GM Gambia, The
KG Kyrgyz Republic
MD Moldova
MK Macedonia, former Yugoslav Republic of
NL Netherlands
PS West Bank and Gaza|Palestine
RU Russia
SK Slovak Republic
SY Syria
SZ Swaziland
TR Turkey
TZ Tanzania
US United States
VE Venezuela|Venezuela, RB|Venezuela, Republica Bolivariana de
YE Yemen, Republic of|Yemen, Rep.
`;

const PLACES: ReadonlyMap<string, Place> = new Map([
  ...COUNTRIES.map(({ code, name }): [string, Place] => [plain(name), country(code)]),
  ...BANK_NAMES.trim()
    .split('\n')
    .flatMap((line) =>
      line
        .slice(3)
        .split('|')
        .map((name): [string, Place] => [plain(name), country(line.slice(0, 2))]),
    ),
  ...[...REGIONS].map(([name, m49]): [string, Place] => [
    plain(name),
    { key: name, countries: [...new Set(m49.flatMap(countriesOfRegion))].sort() },
  ]),
]);

/** The place that a name of the Bank's means, or nothing where it is not known. Case, accents and punctuation do not matter. */
export const placeNamed = (name: string): Place | undefined => PLACES.get(plain(name));

function country(code: string): Place {
  return { key: code, countries: [code] };
}

function plain(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .replace(/^st /, 'saint ');
}
