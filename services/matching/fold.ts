import { broughtBy } from '@junkan/kit/finance/financing.ts';
import { bodiesOf, rolesOf } from '@junkan/kit/grpc/bodies.ts';
import { eventCodec } from '@junkan/kit/store/codec.ts';
import type { Folded, PublishedFold } from '@junkan/kit/store/fold.ts';
import { COMMANDS, type Requests } from '@junkan/proto/junkan/matching/v1/commands.ts';
import { EVENTS } from '@junkan/proto/junkan/matching/v1/language.ts';
import * as model from '@junkan/proto/junkan/matching/v1/model.ts';
import { FOLD_VERSIONS } from '@junkan/proto/versions.ts';
import * as questions from './questions/questions.ts';
import { questionActs } from './questions/questions-acts.ts';
import { acceptedOf, acceptedPercent, type Event, evolve, gap, initial, type Offer, type State } from './rounds/funding.ts';
import { fundingActs } from './rounds/funding-acts.ts';

/** What the contract says of each operation. */
const CONTRACT = { bodies: bodiesOf<typeof COMMANDS, Requests>(COMMANDS), roles: rolesOf(COMMANDS) };

/** That nobody acts for two sides is not asked of those who have had a part in an offer: that they have is reason enough. */
const NOBODY: ReadonlyMap<string, string> = new Map();

export const fundingFold: PublishedFold<State, Event, model.Funding> = {
  aggregate: 'funding',
  foldVersion: FOLD_VERSIONS.funding,
  initial,
  evolve,
  codec: eventCodec<Event>(EVENTS.funding),
  messageOf: fundingMessage,
  waitsOf: (_, state, now) => (state.status === 'absent' ? [] : fundingActs.waits({ ...state, actedFor: NOBODY }, now, CONTRACT)),
  toJson: model.Funding.toJSON,
};

export const questionsFold: PublishedFold<questions.State, questions.Event, model.RoundQuestions> = {
  aggregate: 'questions',
  foldVersion: FOLD_VERSIONS.questions,
  initial: questions.initial,
  evolve: questions.evolve,
  codec: eventCodec<questions.Event>(EVENTS.questions),
  messageOf: questionsMessage,
  waitsOf: (_, state, now) => (state.status === 'absent' ? [] : questionActs.waits(state, now, CONTRACT)),
  toJson: model.RoundQuestions.toJSON,
};

export function fundingMessage(id: string, { state, version }: Folded<State>): model.Funding | undefined {
  if (state.status === 'absent') return undefined;
  const { offers, accepted, actedFor: _actedFor, ...round } = state;
  const inCurrency = (amount: bigint) => ({ amount, currency: state.target.currency });
  return {
    id,
    version,
    ...round,
    accepted: inCurrency(accepted),
    gap: inCurrency(gap(state)),
    guaranteed: acceptedOf(state, 'exposure'),
    inKind: acceptedOf(state, 'value'),
    acceptedPercent: acceptedPercent(state),
    offers: [...offers.values()].map(offerMessage),
  };
}

function offerMessage({ earlier: _earlier, agreedBy: _agreedBy, ...offer }: Offer): model.Offer {
  return { ...offer, brings: broughtBy(offer.financing) };
}

export function questionsMessage(id: string, { state, version }: Folded<questions.State>): model.RoundQuestions | undefined {
  if (state.status === 'absent') return undefined;
  return { id, version, status: state.status, ...state.of, questions: state.questions.map(questionMessage) };
}

const questionMessage = ({ asked, answer, ...question }: questions.Question): model.Question => ({
  ...question,
  asked: { ...asked, erased: false },
  answer: answer && { ...answer, erased: false },
});
