import { conflict, type Entry, forbidden, invalid, notFound, withStatus } from './entry.ts';
import { ID, text, texts, whole, wholes } from './facts.ts';

const UNTIL = '2027-08-20T23:59:59.999Z';

/** Of the library of policies, and of requests for support with them. */
export const policy = {
  PolicyInstrumentIsUnknown: notFound({}),
  PolicyInstrumentIsInAnotherStatus: conflict({ status: text('superseded') }),
  InstrumentIsOfNoCity: invalid({}, { at: '/content/level' }),
  TypeIsUnknown: invalid({ code: text('payt') }, { at: ['/content/type', '/type'] }),
  SourceIsMissing: invalid({}, { at: '/content/sources' }),
  YearIsMalformed: invalid({ value: text('2027-13') }, { at: yearIn }),
  SuccessorIsUnknown: invalid({}, { at: '/successor' }),
  SupportRequestIsUnknown: notFound({}),
  SupportRequestIsInAnotherStatus: conflict({ status: text('delivered') }),
  TemplateIsUnknown: invalid({ instruments: texts(ID('pol')) }, { at: '/templates' }),
  ByTheSamePerson: forbidden({ person: text('mika') }, { at: '/person' }),
  ExpertIsUnknown: invalid({ person: text('eri') }, { at: '/person' }),
  ExpertHasAnInterest: forbidden({ interests: texts('same-city') }, { at: '/person' }),
  NotTheExpert: forbidden({}),
  ExpertInterestsAreMissing: conflict({}),
  InterestsAreDeclared: conflict({}),
  VersionIsAnother: withStatus(412)({ newest: whole(3), paragraphs: wholes(2) }, { at: ['/base', '/draft'] }),
  ParagraphsAreMissing: invalid({}, { at: '/paragraphs' }),
  ParagraphIsUnknown: invalid({ paragraph: whole(7) }, { at: ['/paragraph', '/paragraphs'] }),
  DraftIsUnknown: notFound({ draft: whole(3) }, { at: ['/takenUpIn', '/draft'] }),
  NotInTheCircle: forbidden({ circle: text('partner') }, { at: '/circle' }),
  WindowIsClosed: conflict({}),
  WindowIsOpen: conflict({ until: text(UNTIL) }),
  CommentIsUnknown: notFound({ comment: whole(7) }),
  CommentIsAnswered: conflict({}),
  CommentIsHidden: conflict({}),
  CommentIsOpen: conflict({ comments: wholes(4) }),
  DecisionPrecedesDelivery: invalid({ delivered: text('2027-09-01') }, { at: '/decidedOn' }),
  AdoptionIsChecked: conflict({}),
} satisfies Record<string, Entry>;

/** Whichever of the two it is. */
function yearIn({ value }: { readonly value: string }, body: unknown): string {
  const { content } = body as { readonly content?: { readonly year?: string } };
  return content?.year === value ? '/content/year' : '/content/inForceFrom';
}
