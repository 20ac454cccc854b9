import { conflict, type Entry, forbidden, invalid, notFound, withStatus } from './entry.ts';
import { ID, maybe, text, texts, whole } from './facts.ts';

const obligation = text('report-1');
const status = text('active');

export const programme = {
  SignerIsNotMandated: forbidden({ person: text('hana') }),
  SignerWroteTheForm: forbidden({ person: text('hana') }),
  CityIsUnknown: notFound({ city: text(ID('org')) }, { at: '/city' }),
  DeclarationIsUnknown: notFound({}, { at: '/declaration' }),
  ObligationIsUnknown: notFound({ obligation }, { at: '/obligation' }),
  SignatoryIsUnknown: notFound({}),
  CheckIsIncomplete: invalid({ missing: texts('days-are-in-order') }, { at: '/checks' }),
  DateIsAhead: invalid({ today: text('2027-01-08') }, { at: '/decidedOn' }),
  ExtensionIsTooLong: invalid({ longest: whole(90) }, { at: '/days' }),
  LanguagesDiffer: invalid({ languages: texts('ja') }, { at: '/text/title' }),
  MandatePrecedesDecision: invalid({ decided: text('2027-01-08') }, { at: '/from' }),
  NotALocalGovernment: invalid({ city: text(ID('org')) }, { at: '/city' }),
  PersonIsOfAnotherOrganisation: invalid({ person: text('hana') }, { at: '/person' }),
  PlaceHasNoTimeZone: invalid({ place: text('1642911') }, { at: '/place' }),
  RuleIsMalformed: invalid({ field: text('noticeDays') }, { at: ({ field }) => `/text/rule/${field}` }),
  AlreadySigned: conflict({ on: text('2027-01-11') }),
  CityIsSignatory: conflict({ status }),
  DeclarationIsInAnotherStatus: conflict({ status: text('withdrawn') }),
  DraftIsWaiting: conflict({ number: whole(2) }),
  ExtendedOnce: conflict({ obligation }),
  InterestIsKnown: conflict({}),
  NoticeIsIssued: conflict({ obligation }),
  NoticeIsMissing: conflict({ obligation }),
  NothingIsDrafted: conflict({}),
  NothingIsAskedFor: conflict({ obligation }),
  ObligationIsAccepted: conflict({ obligation }),
  ObligationIsOpen: conflict({ obligation }),
  ReportIsInReview: conflict({ obligation }),
  RungIsNotReached: conflict({ rung: text('overdue') }),
  SignatoryIsInAnotherStatus: conflict({ status }),
  TextIsAnother: withStatus(412)({ version: whole(2) }, { at: '/hash' }),
  TooEarly: conflict({ from: maybe(text('2030-09-13')) }),
  TurnIsAnother: conflict({ standing: text('other') }),
} satisfies Record<string, Entry>;
