import { beginningIn } from '@junkan/kit/duties/days.ts';
import { plusDays } from '@junkan/kit/pure/dates.ts';
import { SECRETARIAT } from '@junkan/proto/actor.ts';
import { type Existing, expertOf, isWaiting, nextOutcome } from './request.ts';
import { askedFrom } from './request-decide.ts';

const TO_ANSWER_DAYS = 14;

type RequestWait = Readonly<Record<'matter' | 'occurrence' | 'due' | 'role' | 'organisation', string>>;

/** What a request waits for, with who does it and until when: of each the workflow reminds, and lets silence climb. */
export function remindersOf(state: Existing): RequestWait[] {
  const officer = { role: 'secretariat.officer', organisation: SECRETARIAT };
  const { status, submittedAt, answerDue, answeredAt, expertDue, adoption } = state;
  const expert = expertOf(state);
  // Of an expert, the role is what the organisation gives.
  const advising = {
    role: expert?.organisation.startsWith('org_') ? 'proposer.officer' : 'programme.expert',
    organisation: expert?.organisation ?? '',
  };
  switch (status) {
    case 'submitted':
      return [{ matter: 'request-answer', occurrence: submittedAt, due: answerDue, ...officer }];
    case 'accepted':
      return [{ matter: 'expert', occurrence: expertDue || answeredAt, due: expertDue, ...officer }];
    case 'assigned':
      return expert ? [{ matter: 'interests', occurrence: expert.assignedAt, due: expert.interestsDue, ...advising }] : [];
    case 'in-work':
      return state.comments
        .filter(isWaiting)
        .slice(0, 1)
        .map(({ number, at }) => ({ matter: 'comment', occurrence: `comment-${number}`, due: plusDays(at, TO_ANSWER_DAYS), ...advising }));
    case 'adopted': {
      if (adoption?.checkedAt === '')
        return [
          {
            matter: 'adoption-check',
            occurrence: adoption.recordedAt,
            due: adoption.checkDue,
            role: 'secretariat.verifier',
            organisation: SECRETARIAT,
          },
        ];
      const day = askedFrom(state);
      const told = { role: 'proposer.officer', organisation: state.city };
      return day === ''
        ? []
        : [{ matter: 'outcome', occurrence: `after-${nextOutcome(state)}`, due: beginningIn(state.place.timeZone, day), ...told }];
    }
    case 'declined':
    case 'delivered':
    case 'not-adopted':
    case 'closed':
      return [];
  }
}
