import { actsOf } from '@junkan/kit/pure/acts.ts';
import { dateOf, endOf, type Instant } from '@junkan/kit/pure/dates.ts';
import { SECRETARIAT } from '@junkan/proto/actor.ts';
import type { Command, Existing, Rejection } from './passport.ts';
import { decide } from './passport-decide.ts';

export type PassportFacts = { readonly now: Instant };
const { acts, whole } = actsOf<{ force: Existing; command: Command; rejection: Rejection; facts: PassportFacts }>();

/** Whether the secretariat was reminded of the last day of its clearance. */
const isEnding = ({ status, reminded, clearance, validUntil }: Existing): boolean =>
  status === 'cleared' && [...reminded].some((each) => each.startsWith(`clearance/${clearance}/${validUntil}/`));

/** What is done to a passport: with a body and a project that no rule objects to. */
export const passportActs = acts({
  decide,
  hiding: ['PassportIsUnknown'],
  acts: [
    whole(({ subject }, { now }) => ({
      requestDueDiligence: { type: 'RequestDueDiligence', subject, sponsorIsRegistered: true },
      clearSubject: { type: 'ClearSubject', validUntil: dateOf(now), longestMonths: 1, now },
      flagSubject: { type: 'FlagSubject', level: 'escalated' },
      revokeClearance: { type: 'RevokeClearance' },
      relyOnClearance: { type: 'RelyOnClearance', proposer: subject, renamedTo: '', now },
    })).waiting((state) => {
      const { requestedBy, validUntil } = state;
      const due = validUntil === '' ? '' : endOf(validUntil);
      const to = ['secretariat.officer'] as const;
      return [
        { kind: 'due-diligence', ends: ['clearSubject', 'flagSubject'], against: [requestedBy], silence: 'nothing' },
        ...(isEnding(state)
          ? [{ kind: 'clearance-ending', ends: ['requestDueDiligence'], to, due, dueOn: validUntil, silence: 'expires' } as const]
          : []),
      ];
    }),
  ],
  organisations: () => [SECRETARIAT],
  readers: ({ subject }) => [subject],
  alone: (_, now) => ({ now }),
});
