import { gzipSync } from 'node:zlib';
import { sha256 } from '@junkan/kit/ids.ts';
import { type CalendarDate, endOf, type Instant, milliseconds, plusMonths, startOf } from '@junkan/kit/pure/dates.ts';
import type { CertificateText } from '@junkan/proto/junkan/programme/v1/facts.ts';

// What a certificate is as a file: an Open Badges 3.0 credential (https://www.imsglobal.org/spec/ob/v3p0) and its place in a bitstring status list
// (https://www.w3.org/TR/vc-bitstring-status-list).

const CONTEXT = ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'];
/** Bits of a status list: so many that asking for it shows nobody who is asked about. */
export const PLACES = 131_072;

/** Where everybody reads of certificates, below the address of the installation. */
export const addressesIn = (home: string) => {
  const base = `${home.replace(/\/$/, '')}/v1/public`;
  return {
    issuer: `${base}/issuer`,
    keys: `${base}/certificate-keys`,
    training: (training: string) => `${base}/trainings/${training}`,
    session: (session: string) => `${base}/training-sessions/${session}`,
    certificate: (code: string) => `${base}/certificates/${code}`,
    status: (list: number) => `${base}/certificate-status/${list}`,
  };
};

/** Until when: after whole months, at the end of that day. */
export const validUntil = (day: CalendarDate, { validMonths }: Pick<CertificateText, 'validMonths'>): Instant | '' =>
  validMonths === 0 ? '' : endOf(plusMonths(day, validMonths));

type Said = {
  readonly text: CertificateText;
  /** Its holder, as the installation knows the person: only a salted hash of it is in the credential. */
  readonly holder: string;
  readonly salt: string;
  readonly code: string;
  readonly list: number;
  readonly place: number;
  readonly at: Instant;
  readonly validUntil: Instant | '';
  readonly home: string;
};

type Claims = { readonly iss: string; readonly jti: string; readonly from: Instant; readonly until: Instant | '' };
const secondsOf = (at: Instant): number => Math.floor(milliseconds(at) / 1_000);
/** What is said of it as a JWT, too: others refuse one that lacks it. */
const claimsOf = ({ iss, jti, from, until }: Claims) => ({
  iss,
  jti,
  nbf: secondsOf(from),
  ...(until === '' ? {} : { exp: secondsOf(until) }),
});

/** The credential, to be signed. It names nobody. */
export function credentialOf({ text, holder, salt, code, list, place, at, validUntil: until, home }: Said): Record<string, unknown> {
  const address = addressesIn(home);
  const rule = `Present at ${text.attendancePercent} % of the hours or more${text.exercise === '' ? '' : `; ${text.exercise}`}.`;
  return {
    ...claimsOf({ iss: address.issuer, jti: address.certificate(code), from: at, until }),
    '@context': CONTEXT,
    id: address.certificate(code),
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: text.title,
    issuer: { id: address.issuer, type: ['Profile'], name: 'Secretariat', url: home },
    validFrom: at,
    ...(until === '' ? {} : { validUntil: until }),
    credentialSubject: {
      type: ['AchievementSubject'],
      identifier: [
        { type: 'IdentityObject', identityHash: `sha256$${sha256(`${holder}${salt}`)}`, identityType: 'systemId', hashed: true, salt },
      ],
      achievement: {
        id: address.training(text.training),
        type: ['Achievement'],
        name: text.title,
        description: text.description,
        criteria: { narrative: rule },
        achievementType: 'Course',
        inLanguage: text.language,
        tag: [...text.dimensions],
      },
      activityStartDate: startOf(text.firstDay),
      activityEndDate: endOf(text.lastDay),
    },
    evidence: [
      {
        id: address.session(text.session),
        type: ['Evidence'],
        name: 'Attendance',
        narrative: `${text.attended} of ${text.hours} hours, told by the trainer, confirmed by another person.`,
      },
    ],
    credentialStatus: {
      id: `${address.status(list)}#${place}`,
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: String(place),
      statusListCredential: address.status(list),
    },
  };
}

/** The status list, to be signed: the bits of those that are revoked. */
export function statusListOf(list: number, marked: readonly number[], { at, home }: { readonly at: Instant; readonly home: string }) {
  const address = addressesIn(home);
  const bits = new Uint8Array(PLACES / 8);
  for (const place of marked) bits[place >> 3] = (bits[place >> 3] ?? 0) | (0x80 >> (place & 7));
  return {
    ...claimsOf({ iss: address.issuer, jti: address.status(list), from: at, until: '' }),
    '@context': CONTEXT.slice(0, 1),
    id: address.status(list),
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: address.issuer,
    validFrom: at,
    credentialSubject: {
      id: `${address.status(list)}#list`,
      type: 'BitstringStatusList',
      statusPurpose: 'revocation',
      encodedList: `u${gzipSync(bits).toString('base64url')}`,
    },
  };
}
