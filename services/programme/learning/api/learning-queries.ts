import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { idOf } from '@junkan/kit/grpc/fields.ts';
import { itemHistory, itemQuery } from '@junkan/kit/grpc/item-queries.ts';
import { invalid, notFound, ProblemError, problemOf } from '@junkan/kit/problem.ts';
import { eventOfOrganisation } from '@junkan/kit/store/event-for.ts';
import { inWords } from '@junkan/kit/store/words.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import { ITEMS } from '@junkan/proto/items.ts';
import * as language from '@junkan/proto/junkan/programme/v1/language.ts';
import type { CheckCertificateResponse, ProgrammeQueryServiceService } from '@junkan/proto/junkan/programme/v1/service.ts';
import { oversees } from '@junkan/proto/oversight.ts';
import type { Parts } from '../../api/parts.ts';
import { BODIES } from '../../mapping.ts';
import { certificateFor, isTrainingThere, relationToCertificate, sessionFor, trainingFor } from '../../readers.ts';
import type { Existing } from '../certificate.ts';
import { certificateActs } from '../certificate-acts.ts';
import { codeIn } from '../code.ts';
import { certificateFold, certificateMessage, learnerFold, registerFold, sessionFold, trainingFold } from '../messages.ts';
import { nextStep, stepsOf } from '../seats.ts';
import { sessionActs } from '../session-acts.ts';
import { trainingActs } from '../training-acts.ts';
import { mustSign, registerOf } from './certificate-commands.ts';
import { statusListOf } from './credential.ts';
import { learnerOf, unsettled } from './session-claims.ts';
import { certificateIdOf } from './session-commands.ts';

type Queries = Handlers<typeof ProgrammeQueryServiceService>;
type Reading = Pick<Parts, 'store' | 'texts' | 'clock' | 'home' | 'signing'>;
type Reads = 'readTraining' | 'readTrainingSession' | 'readCertificate';
type Own = 'getTrainingSession' | 'ownLearning' | 'readCredential';
type Public = 'checkCertificate' | 'certificateKeys' | 'certificateStatusList';

export const learningQueries = (parts: Reading): Pick<Queries, Reads | Own | Public> => ({
  ...itemQuery(ITEMS.training, parts, {
    fold: trainingFold,
    isThere: isTrainingThere,
    shown: (message, _, actor) => trainingFor(actor, message),
    rejections: language.REJECTIONS,
    may: (state, actor) => trainingActs.permissions(state, { now: parts.clock.now() }, BODIES, actor),
  }),
  ...itemQuery(ITEMS['training-session'], parts, {
    fold: sessionFold,
    shown: (message, _, actor) => sessionFor(actor, message),
    rejections: language.REJECTIONS,
    may: (state, actor) => sessionActs.permissions(state, { now: parts.clock.now() }, BODIES, actor),
  }),
  ...itemQuery(ITEMS.certificate, parts, {
    fold: certificateFold,
    isThere: isCertificateThere,
    shown: (message, _, actor) => certificateFor(actor, message),
    rejections: language.REJECTIONS,
    may: (state, actor) => certificateActs.permissions(state, { now: parts.clock.now() }, BODIES, actor),
  }),
  ...ownQueries(parts),
  ...publicQueries(parts),
});

const isCertificateThere = (state: Existing, actor: Actor): boolean => relationToCertificate(actor, state) !== 'stranger';

function ownQueries(parts: Reading): Pick<Queries, Own> {
  const { store, texts, clock } = parts;
  return {
    async getTrainingSession({ id }) {
      const { state, version } = await store.load(sessionFold, idOf('ses', id, 'id'));
      if (state.status === 'absent') throw notFound('TrainingSession', id);
      const now = clock.now();
      const pending = await Promise.all(
        state.proposed.map(async (holder) => {
          const { state: there } = await store.load(certificateFold, certificateIdOf(id, holder));
          return there.status === 'absent' ? [holder] : [];
        }),
      );
      const due = stepsOf(state, now).length > 0 || (await unsettled(parts, id, state)).length > 0;
      return { status: state.status, version, due, next: nextStep(state, now), holders: pending.flat() };
    },
    async ownLearning(_, { actor }) {
      const { state } = await store.load(learnerFold, learnerOf(actor.person));
      const found = await Promise.all(
        state.sessions.map(async (id) => ({
          session: sessionFold.messageOf(id, await store.load(sessionFold, id)),
          certificate: await ownCertificate(id, actor),
        })),
      );
      return {
        sessions: await Promise.all(found.flatMap(({ session }) => (session ? [inWords(texts, sessionFor(actor, session))] : []))),
        certificates: found.flatMap(({ certificate }) => (certificate ? [certificate] : [])),
      };
    },
    async readCredential({ certificate }, { actor }) {
      const { state } = await store.load(certificateFold, certificate);
      // Only the holder has the file, not those who oversee it.
      if (state.status === 'absent' || !state.issued || state.holder !== actor.person) throw notFound('Certificate', certificate);
      return { credential: state.issued.credential, code: state.issued.code };
    },
  };

  async function ownCertificate(session: string, actor: Actor) {
    const id = certificateIdOf(session, actor.person);
    const message = certificateMessage(id, await store.load(certificateFold, id));
    return message && inWords(texts, certificateFor(actor, message));
  }
}

function publicQueries({ store, texts, clock, home, signing }: Reading): Pick<Queries, Public> {
  return {
    async checkCertificate({ code: typed }) {
      const code = codeIn(typed);
      if (code === undefined) throw new ProblemError(problemOf({ type: 'CodeIsMistyped' } as const, language.REJECTIONS));
      const { state: entry } = await store.load(registerFold, registerOf.code(code));
      const { state } = await store.load(certificateFold, entry.certificate === '' ? code : entry.certificate);
      if (state.status === 'absent' || state.issued?.code !== code) throw notFound('Certificate', code);
      const { state: register } = await store.load(registerFold, registerOf.keys());
      const keyFrom = register.keys.find(({ key }) => key === state.issued?.key)?.from ?? '';
      return checked(code, state, clock.now(), { keyFrom, ...(await nameOf(state)) });
    },
    async certificateKeys() {
      const { state } = await store.load(registerFold, registerOf.keys());
      const signs = { kty: 'RSA', alg: 'RS256', use: 'sig' };
      const current = signing && !state.keys.some(({ key }) => key === signing.key) ? [{ ...signing, from: '', until: '', lost: '' }] : [];
      return {
        keys: [...state.keys, ...current].map(({ key: kid, n, e, from, until, lost }) => ({ ...signs, kid, n, e, from, until, lost })),
      };
    },
    async certificateStatusList({ list }) {
      if (list < 1) throw invalid('list', 'must be a number of a status list');
      const { state } = await store.load(registerFold, registerOf.list(list));
      return { credential: await mustSign(signing).sign(statusListOf(list, state.marked, { at: clock.now(), home })) };
    },
  };

  async function nameOf({ contact }: Existing): Promise<Pick<CheckCertificateResponse, 'naming' | 'holderName'>> {
    if (contact === '') return { naming: 'not-named', holderName: '' };
    const { contact: holderName } = await inWords(texts, { contact });
    return holderName === '' || holderName === contact ? { naming: 'no-longer-named', holderName: '' } : { naming: 'named', holderName };
  }
}

function checked(
  code: string,
  { status, organisation, text, issued, revokedAt, revocation }: Existing,
  now: string,
  more: Pick<CheckCertificateResponse, 'naming' | 'holderName' | 'keyFrom'>,
): CheckCertificateResponse {
  const validUntil = issued?.validUntil ?? '';
  const isOver = validUntil !== '' && validUntil < now;
  return {
    code,
    standing: status === 'revoked' ? 'revoked' : isOver ? 'expired' : 'good',
    text: { ...text, dimensions: [...text.dimensions] },
    issuedAt: issued?.at ?? '',
    validUntil,
    revokedAt,
    revocation: status === 'revoked' ? (revocation?.reason ?? '') : '',
    organisation,
    asOf: now,
    key: issued?.key ?? '',
    ...more,
  };
}

const entriesFor = (actor: Actor) => eventOfOrganisation(actor, oversees(actor) ? 'overseer' : 'stranger', '', language);

export const trainingHistory = (parts: Reading) =>
  itemHistory(ITEMS.training, parts, { fold: trainingFold, isThere: isTrainingThere, entries: (_, actor) => entriesFor(actor) });

/** But for feedback: together with the seats that were asked for it would say who gave it. */
function sessionEntriesFor(actor: Actor): ReturnType<typeof entriesFor> {
  const shown = entriesFor(actor);
  return (entry, aggregate) => (entry.type === 'FeedbackGiven' ? undefined : shown(entry, aggregate));
}

export const sessionHistory = (parts: Reading) =>
  itemHistory(ITEMS['training-session'], parts, { fold: sessionFold, entries: (_, actor) => sessionEntriesFor(actor) });

export const certificateHistory = (parts: Reading) =>
  itemHistory(ITEMS.certificate, parts, { fold: certificateFold, isThere: isCertificateThere, entries: (_, actor) => entriesFor(actor) });
