import { conflict, type Entry, forbidden, invalid, notFound } from './entry.ts';
import { ID, text, texts, whole } from './facts.ts';

const category = text('city-results');
const nominations = texts(ID('nom'));

/** Refusals about awards, their nominations and ballots. */
export const awards = {
  JurorIsBarred: forbidden({ nomination: text(ID('nom')) }),
  NotOfTheJury: forbidden({ category }),
  TookPart: forbidden({ person: text('hana') }),
  AwardCycleIsUnknown: notFound({}),
  NominationIsUnknown: notFound({}),
  CategoryIsUnknown: notFound({ category }, { at: '/category' }),
  WeightsDoNotSum: invalid({ sum: whole(9000) }, { at: '/criteria' }),
  CriteriaAreUnclear: invalid({ twice: texts('depth') }, { at: ['/criteria', '/marks'] }),
  DatesAreOutOfOrder: invalid({}, { at: ['/closesOn', '/judgingUntil'] }),
  MarkIsOutsideTheScale: invalid({ criterion: text('depth'), mark: whole(6) }, { at: '/marks' }),
  MarksAreMissing: conflict({ criteria: texts('depth') }, { at: '/marks' }),
  SentenceIsMissing: invalid({ criteria: texts('depth') }, { at: '/marks' }),
  WordsAreTooMany: invalid({ words: whole(1300), most: whole(1200) }, { at: '/note' }),
  ActionsAreOfOthers: invalid({ actions: texts(ID('act')) }, { at: '/actions' }),
  SeriesAreOfOthers: invalid({ series: texts(ID('ser')) }, { at: '/series' }),
  OrderIsIncomplete: invalid({}, { at: '/order' }),
  JuryIsTooSmall: conflict({ category, needed: whole(3) }),
  CallIsClosed: conflict({ closesOn: text('2031-01-31') }),
  NotInGoodStanding: conflict({ city: text(ID('org')) }),
  MustHaveIsMissing: conflict({ missing: texts('accepted-report') }),
  InterestsAreMissing: conflict({ nominations }),
  InterestsAreSettled: conflict({}),
  ScoresAreNotComparable: conflict({ groups: texts('nom_a, nom_b') }),
  JurorsAreTooFew: conflict({ nominations }),
  JudgingIsClosed: conflict({}),
  QuorumIsMissing: conflict({ needed: whole(3) }),
  NoInterestIsRecorded: conflict({ juror: text('hana') }),
  AwardCycleIsInAnotherStatus: conflict({ status: text('open') }),
  NominationIsInAnotherStatus: conflict({ status: text('draft') }),
  NominatedAlready: conflict({ nomination: text(ID('nom')) }),
  OutcomeIsMissing: conflict({ categories: texts('city-results') }),
  ObjectionIsLate: conflict({}),
  AgreementIsLate: conflict({}),
} satisfies Record<string, Entry>;
