import { commander, withNote } from '@junkan/kit/grpc/command.ts';
import { idFrom } from '@junkan/kit/ids.ts';
import { type Lists, saidIn, unknownCodes } from '@junkan/kit/lists.ts';
import type { UnknownCode } from '@junkan/kit/pure/codes.ts';
import { envelopeIdParts, mandateIdParts, REJECTIONS } from '@junkan/proto/junkan/sponsor/v1/language.ts';
import type { Terms } from '../mandates/mandate.ts';
import { envelopes, mandates, sponsors } from '../mapping.ts';
import { passportCommands } from '../passports/api/passport-commands.ts';
import { sponsorCommands } from '../sponsors/api/sponsor-commands.ts';
import type { Commands, Parts } from './parts.ts';

/** The commands of this context: what comes in, made a domain command, with the facts that it needs. */
export function commands(parts: Parts): Commands {
  const { store, clock, lists } = parts;
  const toMandate = commander(store, mandates, REJECTIONS);
  const toEnvelope = commander(store, envelopes, REJECTIONS);
  const isRegistered = async (id: string): Promise<boolean> => (await store.known(sponsors, id)).state.status === 'registered';

  return {
    ...passportCommands(parts),

    ...sponsorCommands(parts),

    async publishMandate({ sponsor, terms }, call) {
      const facts = { sponsorIsRegistered: await isRegistered(sponsor), unknownCodes: strangeIn(lists, terms) };
      const command = { type: 'PublishMandate' as const, sponsor, ...facts, terms, by: call.actor };
      return toMandate(idFrom(...mandateIdParts(call.actor.person, call.commandId)), command, call);
    },

    reviseMandate: ({ mandate, terms }, call) =>
      toMandate(mandate, { type: 'ReviseMandate', terms, unknownCodes: strangeIn(lists, terms), by: call.actor }, call),

    pauseMandate: ({ mandate }, call) => toMandate(mandate, { type: 'PauseMandate', by: call.actor }, call),

    resumeMandate: ({ mandate }, call) => toMandate(mandate, { type: 'ResumeMandate', by: call.actor }, call),

    retireMandate: ({ mandate }, call) => toMandate(mandate, { type: 'RetireMandate', by: call.actor }, call),

    async openEnvelope(asked, call) {
      const facts = { ...asked, sponsorIsRegistered: await isRegistered(asked.sponsor), now: clock.now() };
      return toEnvelope(
        idFrom(...envelopeIdParts(call.actor.person, call.commandId)),
        { type: 'OpenEnvelope', ...facts, by: call.actor },
        call,
      );
    },

    ...endCommands(parts),
    ...increaseCommands(parts),
    ...claimCommands(parts),
  };
}

/** What terms say that the lists of the installation do not have. */
const strangeIn = (lists: Lists, terms: Terms): readonly UnknownCode[] =>
  unknownCodes(lists, [
    ...saidIn('terms.themes', 'themes', terms.themes),
    ...saidIn('terms.excluded_themes', 'themes', terms.excludedThemes),
    ...saidIn('terms.instruments', 'instruments', terms.instruments),
    ...saidIn('terms.required_indicators', 'indicators', terms.requiredIndicators),
  ]);

type EndRpcs = 'proposeEnvelopeEnd' | 'confirmEnvelopeEnd' | 'refuseEnvelopeEnd';

/** What two persons of a sponsor decide on the last day of an envelope. */
function endCommands({ store, texts, clock }: Parts): Pick<Commands, EndRpcs> {
  const run = commander(store, envelopes, REJECTIONS);
  const said = withNote(run, texts);
  return {
    proposeEnvelopeEnd: ({ envelope, periodEnd, note: words }, call) =>
      said(envelope, words, call, (note) => ({ type: 'ProposeEnvelopeEnd', periodEnd, note, now: clock.now(), by: call.actor })),

    confirmEnvelopeEnd: ({ envelope, proposal }, call) =>
      run(envelope, { type: 'ConfirmEnvelopeEnd', proposal, now: clock.now(), by: call.actor }, call),

    refuseEnvelopeEnd: ({ envelope, proposal, note: words }, call) =>
      said(envelope, words, call, (note) => ({ type: 'RefuseEnvelopeEnd', proposal, note, now: clock.now(), by: call.actor })),
  };
}

type IncreaseRpcs = 'proposeIncrease' | 'confirmIncrease' | 'refuseIncrease';

/** What two persons of a sponsor decide on what an offer holds of an envelope. */
function increaseCommands({ store, texts, clock }: Parts): Pick<Commands, IncreaseRpcs> {
  const run = commander(store, envelopes, REJECTIONS);
  const said = withNote(run, texts);
  return {
    proposeIncrease: ({ envelope, note: words, ...asked }, call) =>
      said(envelope, words, call, (note) => ({ type: 'ProposeIncrease', ...asked, note, now: clock.now(), by: call.actor })),

    confirmIncrease: ({ envelope, increase }, call) =>
      run(envelope, { type: 'ConfirmIncrease', increase, now: clock.now(), by: call.actor }, call),

    refuseIncrease: ({ envelope, increase, note: words }, call) =>
      said(envelope, words, call, (note) => ({ type: 'RefuseIncrease', increase, note, now: clock.now(), by: call.actor })),
  };
}

type ClaimRpcs = 'reserveForOffer' | 'changeReservation' | 'releaseOffer' | 'commitOffer' | 'returnCommitment';

/** What the funding workflow claims of an envelope for its offers. */
function claimCommands({ store, clock }: Parts): Pick<Commands, ClaimRpcs> {
  const run = commander(store, envelopes, REJECTIONS);
  return {
    reserveForOffer: ({ envelope, ...reserved }, call) => run(envelope, { type: 'ReserveForOffer', ...reserved, by: call.actor }, call),

    changeReservation: ({ envelope, ...changed }, call) => run(envelope, { type: 'ChangeReservation', ...changed, by: call.actor }, call),

    releaseOffer: ({ envelope, ...released }, call) => run(envelope, { type: 'ReleaseOffer', ...released, by: call.actor }, call),

    commitOffer: ({ envelope, offer }, call) => run(envelope, { type: 'CommitOffer', offer, now: clock.now(), by: call.actor }, call),

    returnCommitment: ({ envelope, ...returned }, call) => run(envelope, { type: 'ReturnCommitment', ...returned, by: call.actor }, call),
  };
}
