import { commander } from '@junkan/kit/grpc/command.ts';
import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { idOf, moneyOf, oneOf, required } from '@junkan/kit/grpc/fields.ts';
import { idFrom } from '@junkan/kit/ids.ts';
import { envelopeIdParts, mandateIdParts, REJECTIONS, sponsorIdParts } from '@junkan/proto/junkan/sponsor/v1/language.ts';
import type { SponsorCommandServiceService } from '@junkan/proto/junkan/sponsor/v1/service.ts';
import { RELEASE_CAUSES, RETURN_CAUSES } from '../domain/envelope.ts';
import { SPONSOR_KINDS } from '../domain/sponsor.ts';
import { envelopes, mandates, sponsors } from '../mapping.ts';
import { type PassportParts, passportCommands } from './passport-commands.ts';
import { termsOf } from './terms.ts';

/** The commands of this context: what comes in, made a domain command, with the facts that it needs. */
export function commands(parts: PassportParts): Handlers<typeof SponsorCommandServiceService> {
  const { store, clock } = parts;
  const toSponsor = commander(store, sponsors, REJECTIONS);
  const toMandate = commander(store, mandates, REJECTIONS);
  const toEnvelope = commander(store, envelopes, REJECTIONS);
  const isRegistered = async (id: string): Promise<boolean> => (await store.known(sponsors, id)).state.status === 'registered';

  return {
    ...passportCommands(parts),

    registerSponsor: ({ name, kind }, call) =>
      toSponsor(
        idFrom(...sponsorIdParts(call.actor.person, call.commandId)),
        { type: 'RegisterSponsor', name, kind: oneOf(SPONSOR_KINDS, kind, 'kind'), by: call.actor },
        call,
      ),

    async publishMandate(request, call) {
      const sponsor = idOf('spo', request.sponsor, 'sponsor');
      const terms = termsOf(required(request.terms, 'terms'));
      const command = { type: 'PublishMandate' as const, sponsor, sponsorIsRegistered: await isRegistered(sponsor), terms, by: call.actor };
      return toMandate(idFrom(...mandateIdParts(call.actor.person, call.commandId)), command, call);
    },

    async openEnvelope(request, call) {
      const sponsor = idOf('spo', request.sponsor, 'sponsor');
      const { periodStart, periodEnd } = request;
      const facts = {
        sponsor,
        sponsorIsRegistered: await isRegistered(sponsor),
        total: moneyOf(request.total, 'total'),
        periodStart,
        periodEnd,
        now: clock.now(),
      };
      return toEnvelope(
        idFrom(...envelopeIdParts(call.actor.person, call.commandId)),
        { type: 'OpenEnvelope', ...facts, by: call.actor },
        call,
      );
    },

    ...claimCommands(parts),
  };
}

type ClaimRpcs = 'reserveForOffer' | 'changeReservation' | 'releaseOffer' | 'commitOffer' | 'returnCommitment';

/** What the funding workflow claims of an envelope for its offers. */
function claimCommands({ store, clock }: PassportParts): Pick<Handlers<typeof SponsorCommandServiceService>, ClaimRpcs> {
  const toEnvelope = commander(store, envelopes, REJECTIONS);
  return {
    reserveForOffer: ({ envelope, offer, sponsor, amount }, call) =>
      toEnvelope(
        idOf('env', envelope, 'envelope'),
        {
          type: 'ReserveForOffer',
          offer: idOf('off', offer, 'offer'),
          sponsor: idOf('spo', sponsor, 'sponsor'),
          amount: moneyOf(amount, 'amount'),
          by: call.actor,
        },
        call,
      ),

    changeReservation: ({ envelope, offer, amount }, call) =>
      toEnvelope(
        idOf('env', envelope, 'envelope'),
        { type: 'ChangeReservation', offer: idOf('off', offer, 'offer'), amount: moneyOf(amount, 'amount'), by: call.actor },
        call,
      ),

    releaseOffer: ({ envelope, offer, because }, call) =>
      toEnvelope(
        idOf('env', envelope, 'envelope'),
        { type: 'ReleaseOffer', offer: idOf('off', offer, 'offer'), because: oneOf(RELEASE_CAUSES, because, 'because'), by: call.actor },
        call,
      ),

    commitOffer: ({ envelope, offer }, call) =>
      toEnvelope(
        idOf('env', envelope, 'envelope'),
        { type: 'CommitOffer', offer: idOf('off', offer, 'offer'), now: clock.now(), by: call.actor },
        call,
      ),

    returnCommitment: ({ envelope, offer, keep, because }, call) =>
      toEnvelope(
        idOf('env', envelope, 'envelope'),
        {
          type: 'ReturnCommitment',
          offer: idOf('off', offer, 'offer'),
          keep: moneyOf(keep, 'keep'),
          because: oneOf(RETURN_CAUSES, because, 'because'),
          by: call.actor,
        },
        call,
      ),
  };
}
