import { bodiesOf, rolesOf } from '@junkan/kit/grpc/bodies.ts';
import { eventCodec } from '@junkan/kit/store/codec.ts';
import type { Folded, PublishedFold } from '@junkan/kit/store/fold.ts';
import { COMMANDS, type Requests } from '@junkan/proto/junkan/programme/v1/commands.ts';
import { Enquiry } from '@junkan/proto/junkan/programme/v1/enquiries_model.ts';
import { EVENTS } from '@junkan/proto/junkan/programme/v1/language.ts';
import { FOLD_VERSIONS } from '@junkan/proto/versions.ts';
import * as enquiry from './enquiry.ts';
import { enquiryActs } from './enquiry-acts.ts';

/** What the contract says of each operation. */
const CONTRACT = { bodies: bodiesOf<typeof COMMANDS, Requests>(COMMANDS), roles: rolesOf(COMMANDS) };

export const enquiryFold: PublishedFold<enquiry.State, enquiry.Event, Enquiry> = {
  aggregate: 'enquiry',
  foldVersion: FOLD_VERSIONS.enquiry,
  initial: enquiry.initial,
  evolve: enquiry.evolve,
  codec: eventCodec<enquiry.Event>(EVENTS.enquiry),
  messageOf: enquiryMessage,
  waitsOf: (_, state, now) => (state.status === 'absent' ? [] : enquiryActs.waits(state, now, CONTRACT)),
  toJson: Enquiry.toJSON,
};

export function enquiryMessage(id: string, { state, version }: Folded<enquiry.State>): Enquiry | undefined {
  if (state.status === 'absent') return undefined;
  const { status, cityName, country, language, writer, note, receivedAt, due, answer, organisation } = state;
  const closed = 'closedAt' in state ? state : undefined;
  const forgottenAt = state.status === 'forgotten' ? state.forgottenAt : '';
  return {
    id,
    version,
    status,
    cityName,
    country,
    language,
    writer,
    note,
    receivedAt,
    due: status === 'received' ? due : '',
    answer,
    organisation,
    reason: closed?.reason ?? '',
    endNote: closed?.endNote ?? '',
    closedAt: closed?.closedAt ?? '',
    closedBy: closed?.closedBy ?? '',
    forgetsAt: forgottenAt === '' ? enquiry.forgetsAt(state) : '',
    forgottenAt,
  };
}
