import { beginningIn, endIn } from '@junkan/kit/duties/days.ts';
import { actsOf } from '@junkan/kit/pure/acts.ts';
import { daysAfter, type Instant, plusCalendarDays } from '@junkan/kit/pure/dates.ts';
import { SECRETARIAT } from '@junkan/proto/actor.ts';
import { standsBy } from './affirming.ts';
import { CHECKS } from './joining.ts';
import { hasCome, lapseFrom } from './leaving.ts';
import { missingOn, owedBy, recordOf } from './obligation.ts';
import type { Owed } from './obligations/obligations.ts';
import { LAPSE_NOTICE_DAYS } from './obligations/reporting-rule.ts';
import { type Command, type CommandOf, dayOf, type Existing, isInForce, type Rejection } from './signatory.ts';
import { decide } from './signatory-decide.ts';

export type SignatoryFacts = { readonly now: Instant };
const { acts, on, whole } = actsOf<{ force: Existing; command: Command; rejection: Rejection; facts: SignatoryFacts }>();

/** How long the secretariat has to answer who would like to sign, and to check and admit who has signed. */
const DAYS = { interest: 7, check: 14, admission: 7, answer: 10 };

/** Who has said that it would like to sign need not wait for an invitation. */
const TO_DECIDE = { kind: 'council-decision-to-record', ends: ['recordCouncilDecision'], silence: 'nothing' } as const;

/** The way in: what the city records and signs, and what the secretariat checks. */
const wayIn = whole((state, { now }) => {
  const today = dayOf(state, now);
  const { signature, mandate } = state;
  const { declaration, city, place } = state;
  const again = { declaration, city, place, inForce: true, cityIs: 'city', countries: [place.country], now } as const;
  const text = { version: signature?.version ?? 1, hash: '', text: '', inForce: signature?.version ?? 1 };
  return {
    recordCouncilDecision: { type: 'RecordCouncilDecision', decision: { on: today, number: '-', document: '' }, unknownEvidence: [], now },
    recordMandate: { type: 'RecordMandate', organisation: state.city, from: mandate?.from ?? today, unknownEvidence: [], now },
    signDeclaration: { type: 'SignDeclaration', ...text, now },
    returnSignature: { type: 'ReturnSignature', now },
    checkSignature: { type: 'CheckSignature', checks: CHECKS, now },
    admitSignatory: { type: 'AdmitSignatory', rule: ANY_RULE, now },
    declineCity: { type: 'DeclineCity', now },
    stopJoining: { type: 'StopJoining', now },
    inviteCity: { type: 'InviteCity', ...again },
    expressInterest: { type: 'ExpressInterest', ...again },
  };
}).waiting((state) => {
  const { mandate, writers, checkedBy } = state;
  const until = (days: number) => ({ due: daysAfter(state.since, days) });
  switch (state.status) {
    case 'interested':
      return [{ kind: 'interest-to-answer', ends: ['inviteCity', 'declineCity'], ...until(DAYS.interest), silence: 'reminder' }, TO_DECIDE];
    case 'invited':
      return [TO_DECIDE];
    case 'council-decided':
      // Who wrote the form never signs it: another has to be named.
      return mandate && !writers.includes(mandate.person)
        ? [
            {
              kind: 'declaration-to-sign',
              ends: ['signDeclaration'],
              only: mandate.person,
              despite: ['SignerIsNotMandated', 'TooEarly'],
              against: writers,
              from: beginningIn(state.place.timeZone, mandate.from),
              silence: 'nothing',
            },
          ]
        : [{ kind: 'mandate-to-record', ends: ['recordMandate'], silence: 'nothing' }];
    case 'signed':
      return [{ kind: 'signature-to-check', ends: ['checkSignature', 'returnSignature'], ...until(DAYS.check), silence: 'reminder' }];
    case 'checked':
      return [
        { kind: 'signatory-to-admit', ends: ['admitSignatory'], against: [checkedBy], ...until(DAYS.admission), silence: 'reminder' },
      ];
    case 'active':
    case 'suspended':
    case 'withdrawn':
    case 'lapsed':
    case 'declined':
    case 'stopped':
      return [];
  }
});

/** Whatever it says: who may admit does not depend on it. */
const ANY_RULE = {
  planMonths: 24,
  firstReportMonths: 36,
  reportEveryMonths: 24,
  align: [],
  openedDays: 180,
  reminders: [],
  helpDays: 14,
  secondDays: 30,
  noticeDays: 60,
  lastDays: 90,
  suspensionDays: 120,
  afterNoticeDays: 60,
  afterReturnDays: 30,
  extensionDays: 90,
  reviewDays: 45,
  settleDays: 180,
  lapseMonths: 24,
  firstAssessmentMonths: 6,
  assessmentEveryMonths: 12,
} as const;

/** A plan or a report as its stream last saw it: what has come since, the ladder records. Of an assessment no person decides anything. */
type Open = Owed & { readonly zone: string };
const openIn = (state: Existing): Open[] =>
  isInForce(state) && state.lastDay !== ''
    ? owedBy(state, state.lastDay)
        .owed.filter(({ acceptedOn, obligation }) => acceptedOn === undefined && !obligation.startsWith('assessment-'))
        .map((each) => ({ ...each, zone: state.place.timeZone }))
    : [];

const ofObligation = on(
  openIn,
  ({ obligation }) => ({ obligation }),
  ({ obligation }, { now }, { rule }) => ({
    askExtension: { type: 'AskExtension', obligation, days: Math.min(1, rule?.extensionDays ?? 0), now },
    grantExtension: { type: 'GrantExtension', obligation, now },
    refuseExtension: { type: 'RefuseExtension', obligation, now },
    prepareNotice: { type: 'PrepareNotice', obligation, hash: '', now },
    issueNotice: { type: 'IssueNotice', obligation, handedIn: '', now },
    answerNotice: { type: 'AnswerNotice', obligation, now },
    suspendSignatory: { type: 'SuspendSignatory', obligation, handedIn: '', now },
  }),
).waiting((open, state) => {
  const { extension, notice } = recordOf(state.recorded, open.obligation);
  const { may, zone } = open;
  const opensOn = (act: 'notice' | 'suspension'): { readonly from: Instant } | undefined => {
    const standing = may[act];
    if (standing?.is === 'open') return { from: beginningIn(zone, standing.since) };
    return standing?.is === 'ahead' ? { from: beginningIn(zone, standing.from) } : undefined;
  };
  const canNotice = notice?.status === 'issued' ? undefined : opensOn('notice');
  const canSuspend = state.status === 'active' ? opensOn('suspension') : undefined;
  const preparers = notice?.preparers ?? [];
  const hearing = notice?.suspensionFrom ? { due: endIn(zone, notice.suspensionFrom), dueOn: notice.suspensionFrom } : {};
  return [
    ...(extension?.status === 'asked'
      ? [
          {
            kind: 'extension-to-answer',
            ends: notice?.status === 'issued' ? (['refuseExtension'] as const) : (['grantExtension', 'refuseExtension'] as const),
            due: daysAfter(extension.askedAt, DAYS.answer),
            silence: 'nothing',
          } as const,
        ]
      : []),
    ...(canNotice && notice === undefined
      ? [{ kind: 'notice-to-prepare', ends: ['prepareNotice'], despite: ['TooEarly'], ...canNotice, silence: 'nothing' } as const]
      : []),
    ...(canNotice && notice
      ? [
          {
            kind: 'notice-to-issue',
            ends: ['issueNotice'],
            despite: ['TooEarly'],
            against: preparers,
            ...canNotice,
            silence: 'nothing',
          } as const,
        ]
      : []),
    ...(notice?.status === 'issued' && notice.answer === '' && state.status === 'active'
      ? [{ kind: 'notice-to-answer', ends: ['answerNotice'], ...hearing, silence: 'decided-unheard' } as const]
      : []),
    ...(canSuspend
      ? [
          {
            kind: 'suspension-to-decide',
            ends: ['suspendSignatory'],
            despite: ['TooEarly'],
            against: preparers,
            ...canSuspend,
            silence: 'nothing',
          } as const,
        ]
      : []),
  ];
});

/** Of the version that it is asked to affirm; where it is asked for none, of the one that binds it. */
function affirmation(state: Existing, now: Instant): Omit<CommandOf<'AffirmDeclaration'>, 'by'> {
  const version = state.asked?.version ?? standsBy(state)?.version ?? 0;
  return { type: 'AffirmDeclaration', version, language: '', hash: '', text: '', inForce: version, now };
}

/** What becomes of who is suspended, and how a city leaves. */
const afterwards = whole((state, { now }) => ({
  affirmDeclaration: affirmation(state, now),
  reinstateSignatory: { type: 'ReinstateSignatory', now },
  withdrawSignatory: {
    type: 'WithdrawSignatory',
    decision: { on: dayOf(state, now), number: '-', document: '' },
    unknownEvidence: [],
    now,
  },
  joinGroup: { type: 'JoinGroup', invited: [state.city], isStanding: true, now },
  leaveGroup: { type: 'LeaveGroup', now },
  openCalendar: { type: 'OpenCalendar', now },
  closeCalendar: { type: 'CloseCalendar', now },
  announceLapse: { type: 'AnnounceLapse', handedIn: '', now },
  lapseSignatory: { type: 'LapseSignatory', handedIn: '', now },
})).waiting((state) => {
  const zone = state.place.timeZone;
  const { asked } = state;
  const affirming =
    asked && isInForce(state)
      ? [
          {
            kind: 'declaration-to-affirm',
            ends: ['affirmDeclaration'],
            due: endIn(zone, asked.until),
            dueOn: asked.until,
            silence: 'nothing',
          } as const,
        ]
      : [];
  return [...affirming, ...ofSuspended(state)];
});

function ofSuspended(state: Existing) {
  if (state.status !== 'suspended') return [];
  const { lapse, lastDay } = state;
  const zone = state.place.timeZone;
  const soonest = plusCalendarDays(lapseFrom(state), -LAPSE_NOTICE_DAYS);
  const today = lastDay || state.suspendedOn;
  if (missingOn(state, today) === undefined)
    return [{ kind: 'reinstatement-to-decide', ends: ['reinstateSignatory'], silence: 'nothing' } as const];
  if (hasCome(state, today)) return [];
  return [
    lapse
      ? ({
          kind: 'lapse-to-decide',
          ends: ['lapseSignatory'],
          despite: ['TooEarly'],
          against: [lapse.by],
          from: beginningIn(zone, lapse.from),
          silence: 'nothing',
        } as const)
      : ({
          kind: 'lapse-to-announce',
          ends: ['announceLapse'],
          despite: ['TooEarly'],
          from: beginningIn(zone, soonest),
          silence: 'nothing',
        } as const),
  ];
}

/** What is done to a signatory. */
export const signatoryActs = acts({
  decide,
  hiding: ['SignatoryIsUnknown'],
  acts: [wayIn, ofObligation, afterwards],
  organisations: ({ city }) => [city, SECRETARIAT],
  readers: ({ city }) => [city],
  alone: (_, now) => ({ now }),
});
