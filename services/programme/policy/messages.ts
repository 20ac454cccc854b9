import { bodiesOf, rolesOf } from '@junkan/kit/grpc/bodies.ts';
import { eventCodec } from '@junkan/kit/store/codec.ts';
import type { Folded, PublishedFold } from '@junkan/kit/store/fold.ts';
import { COMMANDS, type Requests } from '@junkan/proto/junkan/programme/v1/commands.ts';
import { EVENTS } from '@junkan/proto/junkan/programme/v1/language.ts';
import { type InstrumentContent, PolicyInstrument } from '@junkan/proto/junkan/programme/v1/policy_model.ts';
import { SupportRequest } from '@junkan/proto/junkan/programme/v1/support_model.ts';
import { FOLD_VERSIONS } from '@junkan/proto/versions.ts';
import * as instrument from './instrument.ts';
import * as request from './request.ts';
import { requestActs } from './request-acts.ts';
import { evolve as evolveRequest } from './request-evolve.ts';

/** What the contract says of each operation. */
const CONTRACT = { bodies: bodiesOf<typeof COMMANDS, Requests>(COMMANDS), roles: rolesOf(COMMANDS) };

export const instrumentFold: PublishedFold<instrument.State, instrument.Event, PolicyInstrument> = {
  aggregate: 'policy-instrument',
  foldVersion: FOLD_VERSIONS['policy-instrument'],
  initial: instrument.initial,
  evolve: instrument.evolve,
  codec: eventCodec<instrument.Event>(EVENTS['policy-instrument']),
  messageOf: instrumentMessage,
  toJson: PolicyInstrument.toJSON,
};

export const requestFold: PublishedFold<request.State, request.Event, SupportRequest> = {
  aggregate: 'support-request',
  foldVersion: FOLD_VERSIONS['support-request'],
  initial: request.initial,
  evolve: evolveRequest,
  codec: eventCodec<request.Event>(EVENTS['support-request']),
  messageOf: requestMessage,
  waitsOf: (_, state, now) => (state.status === 'absent' ? [] : requestActs.waits(state, now, CONTRACT)),
  toJson: SupportRequest.toJSON,
};

const contentMessage = ({
  texts,
  themes,
  streams,
  sources,
  seen,
  paragraphs,
  ...content
}: instrument.Version['content']): InstrumentContent => ({
  ...content,
  texts: [...texts],
  themes: [...themes],
  streams: [...streams],
  sources: [...sources],
  seen: [...seen],
  paragraphs: [...paragraphs],
});

export function instrumentMessage(id: string, { state, version }: Folded<instrument.State>): PolicyInstrument | undefined {
  if (state.status === 'absent') return undefined;
  const { status, owner, reference, versions, draft, adoptions, supersededBy, supersededAt, note } = state;
  const content = instrument.newest(state)?.content ?? draft?.content;
  if (!content) return undefined;
  const { country, type, fiveR, stage, level, year, themes, streams, texts } = content;
  return {
    id,
    version,
    status,
    owner,
    reference,
    open: instrument.isOpen(state),
    ...{ country, type, fiveR, stage, level, year },
    theme: [...themes],
    stream: [...streams],
    language: texts.map(({ language }) => language),
    versions: versions.map(({ content: of, ...each }) => ({ ...each, content: contentMessage(of) })),
    draft: draft && contentMessage(draft.content),
    adoptions: adoptions.map((each) => ({ ...each })),
    ...{ supersededBy, supersededAt, note },
  };
}

/** Notes are references of texts that a query resolves. */
export function requestMessage(id: string, { state, version }: Folded<request.State>): SupportRequest | undefined {
  if (state.status === 'absent') return undefined;
  const {
    place,
    instrumentType: type,
    experts,
    drafts,
    adoption,
    templates,
    comments,
    internalComments,
    windows,
    outcomes,
    ...rest
  } = state;
  const { submittedBy: _, answeredBy: __, nextKey: ___, endedBy: ____, reminded: _____, ...shown } = rest;
  return {
    id,
    version,
    ...shown,
    country: place.country,
    type,
    templates: [...templates],
    advisedBy: request.expertOf(state)?.organisation ?? '',
    experts: experts.map(({ interestsDue: ______, interests, ...each }) => ({ ...each, interests: [...interests] })),
    drafts: drafts.map((each) => ({ ...each, paragraphs: [...each.paragraphs] })),
    comments: [...comments],
    internalComments: [...internalComments],
    windows: [...windows],
    adoption: adoption && { ...adoption, documents: [...adoption.documents], distances: [...adoption.distances] },
    outcomes: [...outcomes],
  };
}
