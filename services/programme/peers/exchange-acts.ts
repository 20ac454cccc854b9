import { beginningIn } from '@junkan/kit/duties/days.ts';
import { actsOf } from '@junkan/kit/pure/acts.ts';
import { dayIn, daysAfter, type Instant } from '@junkan/kit/pure/dates.ts';
import {
  type Command,
  citiesOf,
  type Existing,
  followUpDue,
  hasConcluded,
  NOTES_DAYS,
  nextFollowUp,
  type Rejection,
  tellsFrom,
  zoneOf,
} from './exchange.ts';
import { decide } from './exchange-decide.ts';

export type ExchangeFacts = { readonly now: Instant };
const { acts, on, whole } = actsOf<{ force: Existing; command: Command; rejection: Rejection; facts: ExchangeFacts }>();

const ofInvitation = whole((_, { now }) => ({
  acceptExchange: { type: 'AcceptExchange', missed: [], now },
  declineExchange: { type: 'DeclineExchange', now },
})).waiting(({ status, answerDue: due }) =>
  status === 'invited'
    ? [{ kind: 'exchange-to-answer', ends: ['acceptExchange', 'declineExchange'], due, until: due, silence: 'expires' }]
    : [],
);

const ofExchange = whole((state, { now }) => ({
  recordVisit: { type: 'RecordVisit', on: dayIn(zoneOf(state, state.provider), state.invitedAt), now },
  concludeExchange: { type: 'ConcludeExchange', now },
  stopExchange: { type: 'StopExchange', now },
})).waiting((state) => {
  const { status, agreedAt, conclusions } = state;
  if (status === 'agreed')
    return [{ kind: 'visit-to-record', ends: ['recordVisit'], due: daysAfter(agreedAt, NOTES_DAYS), silence: 'reminder' }];
  const [first] = conclusions;
  if (status !== 'active' || !first) return [];
  const within = citiesOf(state).filter((city) => !hasConcluded(state, city));
  return [{ kind: 'exchange-to-conclude', ends: ['concludeExchange'], within, due: daysAfter(first.at, NOTES_DAYS), silence: 'reminder' }];
});

const ofFollowUp = on(
  (state) => [nextFollowUp(state) ?? []].flat(),
  () => ({}),
  (followUp, { now }) => ({ tellFollowUp: { type: 'TellFollowUp', followUp, outcome: 'tried', action: '', now } }),
).waiting((followUp, state) => [
  {
    kind: 'follow-up-to-tell',
    ends: ['tellFollowUp'],
    despite: ['TooEarly'],
    from: beginningIn(zoneOf(state, state.seeker), tellsFrom(state, followUp)),
    due: followUpDue(state, followUp),
    silence: 'reminder',
  },
]);

/** What is done to an exchange. */
export const exchangeActs = acts({
  decide,
  hiding: ['ExchangeIsUnknown'],
  acts: [ofInvitation, ofExchange, ofFollowUp],
  organisations: citiesOf,
  readers: citiesOf,
  alone: (_, now) => ({ now }),
});
