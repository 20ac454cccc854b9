import { randomBytes, randomInt } from 'node:crypto';
import { asPart, type Received } from '@junkan/kit/call.ts';
import { commander, withNote } from '@junkan/kit/grpc/command.ts';
import { mustHold } from '@junkan/kit/grpc/must-hold.ts';
import { idFrom } from '@junkan/kit/ids.ts';
import { ProblemError, problemOf } from '@junkan/kit/problem.ts';
import { dateOf, type Instant } from '@junkan/kit/pure/dates.ts';
import { REJECTIONS } from '@junkan/proto/junkan/programme/v1/language.ts';
import { ROLES } from '@junkan/proto/junkan/programme/v1/roles.ts';
import { type Commands, type Parts, stamped } from '../../api/parts.ts';
import { certificateRegister, certificates } from '../../mapping.ts';
import type { Existing, Issued } from '../certificate.ts';
import { codeOf } from '../code.ts';
import { credentialOf, PLACES, validUntil } from './credential.ts';
import type { Signing } from './signing.ts';

type Rpcs =
  | 'issueCertificate'
  | 'declineCertificate'
  | 'proposeRevocation'
  | 'revokeCertificate'
  | 'refuseRevocation'
  | 'nameHolder'
  | 'reportKeyLoss';

/** The streams of the register: of a code, a place, a status list, and the keys. */
export const registerOf = {
  code: (code: string): string => idFrom('reg', 'code', code),
  place: (list: number, place: number): string => idFrom('reg', 'place', list, place),
  list: (list: number): string => idFrom('reg', 'list', list),
  keys: (): string => idFrom('reg', 'keys'),
};

const TRIES = 20;

/** What else a command records: the same whenever it is sent again. */
const step = (call: Received, name: string): Received => asPart(call, idFrom('cmd', call.commandId, name));

export function certificateCommands(parts: Parts): Pick<Commands, Rpcs> {
  const { store, texts, clock } = parts;
  const run = commander(store, certificates, REJECTIONS);
  const register = commander(store, certificateRegister, REJECTIONS);
  const said = withNote(run, texts);
  const at = stamped(clock);
  return {
    async issueCertificate({ certificate }, call) {
      mustHold(call.actor, ROLES.IssueCertificate);
      const { state } = await store.load(certificates, certificate);
      const isToIssue = state.status === 'proposed' && ![state.proposedBy, state.holder].includes(call.actor.person);
      // What is refused, or is so already, is signed by nobody.
      const now = clock.now();
      const issued = isToIssue ? await issuedAs(parts, { certificate, state, now }, call) : UNSIGNED;
      return run(certificate, { type: 'IssueCertificate', issued, now, by: call.actor }, call);
    },
    declineCertificate: ({ certificate, note: words }, call) =>
      said(certificate, words, call, (note) => ({ type: 'DeclineCertificate', note, ...at(call) })),
    proposeRevocation: ({ certificate, revocation, note: words }, call) =>
      said(certificate, words, call, (note) => ({ type: 'ProposeRevocation', revocation, note, ...at(call) })),
    async revokeCertificate({ certificate }, call) {
      const { state } = await store.load(certificates, certificate);
      const { list = 0, place = 0 } = state.status === 'absent' ? {} : (state.issued ?? {});
      // The bit is set before it is recorded: the list never lacks what is recorded as revoked.
      const mark = () => register(registerOf.list(list), { type: 'Mark', certificate, place }, step(call, 'mark')).then(() => undefined);
      return run(certificate, { type: 'RevokeCertificate', ...at(call) }, call, mark);
    },
    refuseRevocation: ({ certificate }, call) => run(certificate, { type: 'RefuseRevocation', ...at(call) }, call),
    async nameHolder({ certificate, contact: words }, call) {
      const { reference, keep } = await texts.draft(words, { stream: `${certificate}/contact`, by: call.actor });
      const answer = await run(certificate, { type: 'NameHolder', contact: reference, ...at(call) }, call, keep);
      const { state, commits } = await store.read(certificates, certificate);
      const named = commits
        .flatMap(({ events }) => events.map((stored) => certificates.codec.decode(stored)))
        .flatMap((event) => (event.type === 'HolderNamed' ? [event.contact] : []));
      await texts.erase(named.filter((each) => state.status === 'absent' || each !== state.contact));
      return answer;
    },
    reportKeyLoss: ({ certificateKey: key }, call) => register(registerOf.keys(), { type: 'ReportKeyLoss', key, ...at(call) }, call),
  };
}

const UNSIGNED: Issued = { code: '', list: 0, place: 0, key: '', credential: '', validUntil: '' };

/** @throws ProblemError where the installation has no key, or where it is lost. */
export function mustSign(signing: Signing | undefined): Signing {
  if (signing) return signing;
  throw new ProblemError(problemOf({ type: 'CertificateKeyIsMissing' } as const, REJECTIONS));
}

type Issuing = { readonly certificate: string; readonly state: Existing; readonly now: Instant };

/** With a code and a place that are its own from now on, signed by the key of the installation. */
async function issuedAs(parts: Parts, { certificate, state, now }: Issuing, call: Received): Promise<Issued> {
  const { store, home } = parts;
  const signing = mustSign(parts.signing);
  const run = commander(store, certificateRegister, REJECTIONS);
  const { key, n, e } = signing;
  await run(registerOf.keys(), { type: 'TakeKey', key, n, e, now }, step(call, `key/${now}`));
  const code = codeOf(randomBytes(16));
  for (let tried = 0; ; tried += 1) {
    const list = 1 + Math.floor(tried / TRIES);
    const place = randomInt(PLACES);
    const entry = { certificate, code, list, place };
    if (!(await isFirst(registerOf.place(list, place), entry)) || !(await isFirst(registerOf.code(code), entry))) continue;
    const until = validUntil(dateOf(now), state.text);
    const salt = randomBytes(12).toString('base64url');
    const said = { text: state.text, holder: state.holder, salt, code, list, place, at: now, validUntil: until, home };
    return { code, list, place, key, credential: await signing.sign(credentialOf(said)), validUntil: until };
  }

  async function isFirst(stream: string, entry: { certificate: string; code: string; list: number; place: number }): Promise<boolean> {
    await run(stream, { type: 'Enter', ...entry }, step(call, `enter/${stream}/${entry.code}`));
    return (await store.load(certificateRegister, stream)).state.certificate === certificate;
  }
}
