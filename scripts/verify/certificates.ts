import { jwsOf } from '../operate/jws.ts';
import { type Acted, type Finding, finding, type Recorded, type Stored, streamsOf } from './facts.ts';

type Check = (holds: boolean, fault: () => string) => void;
type Key = { readonly key: string; readonly n: string; readonly e: string; readonly from: string; lost: string };

const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * 50. A certificate depends on attendance and rule, and is issued and revoked by two persons; its code and its place are its own; it is signed by a key of its
 * time; and its bit in the status list says whether it is revoked.
 */
export function certificatesAreProven(stored: Stored): Finding {
  const { check, result } = finding();
  const register = streamsOf(stored.programme, 'reg').flatMap(([, events]) => events);
  const keys = keysIn(register);
  const seen = { codes: new Set<string>(), places: new Set<string>() };
  const revoked = new Set<string>();
  for (const [id, events] of streamsOf(stored.programme, 'crt')) {
    const issued = events.find(({ type }) => type === 'CertificateIssued') as Acted | undefined;
    checkRule(stored, id, events, check);
    if (issued) checkIssued(id, events, issued, { keys, seen, check });
    if (checkRevoked(id, events, check)) revoked.add(id);
  }
  for (const { type, data } of register)
    if (type === 'CertificateMarked')
      check(revoked.delete(data.certificate), () => `${data.certificate} is marked as revoked in the status list, and is not`);
  for (const id of revoked) check(false, () => `${id} is revoked, and not marked in the status list`);
  return result();
}

function keysIn(register: readonly Recorded[]): Key[] {
  const keys: Key[] = [];
  for (const { type, data } of register) {
    if (type === 'CertificateKeyTaken') keys.push({ key: data.key, n: data.n, e: data.e, from: data.at, lost: '' });
    if (type === 'CertificateKeyLost') for (const each of keys) if (each.key === data.key) each.lost ||= data.at;
  }
  return keys;
}

/** Who has it was said to have attended as long as the session asks, by its trainer, who is another person. */
function checkRule(stored: Stored, id: string, [proposed]: readonly Recorded[], check: Check): void {
  const { holder, text = {}, proposedBy } = proposed?.data ?? {};
  const session = stored.programme.byStream.get(text.session) ?? [];
  const { hours = 0, attendancePercent = 0, exercise = '' } = session[0]?.data ?? {};
  const told = session.findLast(({ type }) => type === 'AttendanceRecorded');
  const named = session.find(({ type }) => type === 'CertificatesProposed');
  const own = (told?.data.attendance ?? []).find(({ person }: { person: string }) => person === holder);
  check(
    named?.data.person === proposedBy && (named?.data.holders ?? []).includes(holder) && told?.data.person === proposedBy,
    () => `${id} of ${holder} was not proposed by the trainer of ${text.session}`,
  );
  check(
    (own?.hours ?? 0) * 100 >= attendancePercent * hours && (exercise === '' || own?.passed === true) && own?.hours === text.attended,
    () => `${id} of ${holder} rests on ${own?.hours ?? 0} of ${hours} hours`,
  );
  check(holder !== proposedBy, () => `${id} is of its own trainer ${holder}`);
}

type Seen = { readonly codes: Set<string>; readonly places: Set<string> };
type Issuing = { readonly keys: readonly Key[]; readonly seen: Seen; readonly check: Check };

function checkIssued(id: string, [proposed]: readonly Recorded[], { data, person }: Acted, { keys, seen, check }: Issuing): void {
  const { holder, proposedBy } = proposed?.data ?? {};
  check(person === data.by && ![holder, proposedBy].includes(person), () => `${id} was issued by ${person}, who had a part in it`);
  const place = `${data.list}#${data.place ?? 0}`;
  check(isWellFormed(data.code) && !seen.codes.has(data.code), () => `${id} has the code ${data.code}, which is another’s or none`);
  check(!seen.places.has(place), () => `${id} has the place ${place} of another`);
  seen.codes.add(data.code);
  seen.places.add(place);
  const key = keys.find((each) => each.key === data.key && each.from <= data.at && (each.lost === '' || data.at < each.lost));
  const read = jwsOf(data.credential, key ? [{ kid: key.key, n: key.n, e: key.e }] : []);
  const status = read?.isProven ? (read.says['credentialStatus'] as { id?: string } | undefined)?.id : undefined;
  check(
    read?.isProven === true && read.says['validFrom'] === data.at && status?.endsWith(`/${place}`) === true,
    () => `${id} is not what a key of its time has signed`,
  );
}

function checkRevoked(id: string, events: readonly Recorded[], check: Check): boolean {
  const decided = events.find(({ type }) => type === 'CertificateRevoked');
  if (!decided) return false;
  const proposed = events.findLast(({ type, version }) => type === 'RevocationProposed' && version < decided.version);
  check(
    proposed !== undefined && ![proposed.data.by, events[0]?.data.holder].includes(decided.data.by),
    () => `${id} was revoked by ${decided.data.by} alone`,
  );
  return true;
}

/** Twelve signs of which the last one follows from the others. */
function isWellFormed(code: string): boolean {
  const signs = [...code.replaceAll('-', '')].map((sign) => SIGNS.indexOf(sign));
  const sum = signs.toReversed().reduce((total, sign, at) => {
    const step = at % 2 === 0 ? sign : sign * 2;
    return total + Math.floor(step / SIGNS.length) + (step % SIGNS.length);
  }, 0);
  return signs.length === 12 && !signs.includes(-1) && sum % SIGNS.length === 0;
}
