import { pointerTo } from '../http/pointer.ts';
import { conflict, type Entry, forbidden, invalid, notFound, ofChange, unavailable, withStatus } from './entry.ts';
import { ID, joined, maybe, money, spoken, text, texts, unknownCodes, whole } from './facts.ts';

/** What only another part of the system knows. */
const FACTS: Readonly<Record<string, string>> = {
  'due-diligence': 'the due diligence on the proposer',
  preparers: 'who prepared the proposal',
  milestone: 'how the milestone was judged',
};

/** Where a proposal is in the body that it came with. */
const within = (body: unknown): string => (body !== null && typeof body === 'object' && 'proposal' in body ? '/proposal' : '');

/** What several contexts refuse in the same words. */
export const rules = {
  RoleIsMissing: forbidden(
    'The role is missing',
    { needed: texts('sponsor.officer') },
    ({ needed }) => `This takes the role ${joined(needed, 'or')}, which the token does not give.`,
    'Send the request with the token of a person who holds it.',
  ),
  WrongOrganisation: forbidden(
    'This is for another organisation',
    { kind: maybe(text('sponsor')), role: maybe(text('sponsor.officer')), actual: maybe(text(ID('org'))) },
    ({ actual, role, kind }) =>
      actual === undefined
        ? `The role ${role ?? 'of the token'} is for a ${kind ?? 'another kind of organisation'}, and the token is of another organisation.`
        : `The token is of ${actual}, which may not do this here.`,
    'A person of the organisation whose matter this is has to do it.',
  ),
  PersonActsForAnother: forbidden(
    'The person acts for another organisation',
    { person: text('hana') },
    ({ person }) => `${person} has acted for another organisation.`,
    'A person acts for one organisation: somebody of the other one has to do this.',
  ),
  PreparedByTheSamePerson: forbidden(
    'The same person had a part in it',
    { person: text('hana') },
    ({ person }) => `${person} had a part in what is to be decided here.`,
    'Another person in the same role has to decide it. An approver of the organisation can give the role to another person for some days (`POST /v1/delegations`); where there is nobody, have a second person be given the role at the identity provider of the organisation.',
  ),
  SubjectIsNotClear: conflict(
    'Due diligence does not clear the proposer',
    { subject: text(ID('org')), passport: text('flagged'), level: text('red'), validUntil: text('2027-11-30') },
    ({ subject, passport, level }) =>
      `The due-diligence passport of ${subject} is ${passport}${level === '' ? '' : `, with the flag ${level}`}.`,
    'Ask for its due diligence, and do this again once it is cleared.',
  ),
  FactIsOutOfReach: unavailable(
    'What this hangs on is not known now',
    { fact: text('due-diligence') },
    ({ fact }) => `Whether this may be done hangs on ${FACTS[fact] ?? fact}, which cannot be looked up now.`,
    'Read the item again in a moment.',
  ),
  RevisionsAreTooMany: conflict(
    'It was revised too often',
    { maximum: whole(200) },
    ({ maximum }) => `This was revised ${maximum} times, and may not be any more.`,
    'Leave it as it stands, or end it and begin another.',
  ),
  NoteIsMissing: invalid('The note is missing', {}, 'This needs a note that says why.', 'Write it in `note`.', { lacks: '/note' }),
  NameIsMissing: invalid('The name is missing', {}, 'A name is needed.', 'Write it in `name`.', { lacks: '/name' }),
  AmountIsNotPositive: invalid(
    'The amount is not positive',
    { amount: money('0.00') },
    ({ amount }) => `The amount of ${spoken(amount)} is not more than zero.`,
    'Give an amount above zero.',
    { at: (_, body) => (body !== null && typeof body === 'object' && 'total' in body ? '/total/amount' : '/amount/amount') },
  ),
  CodesAreUnknown: invalid(
    'A code is unknown',
    { codes: unknownCodes({ field: 'themes[0]', code: 'solid-wast', list: 'themes', nearest: ['solid-waste', 'food-waste', 'textiles'] }) },
    'The controlled lists of this installation do not have a code that is said here.',
    'See `errors` for where it is said, and /v1/lists for the codes that there are.',
    {
      withFacts: true,
      errors: ({ codes }, body) =>
        codes.map(({ field, list, nearest }) => ({
          pointer: `${within(body)}${pointerTo(field)}`,
          detail: `must be a code of the list ${list}, as ${joined(nearest, 'or')}`,
        })),
    },
  ),
  AmountIsNegative: invalid(
    'The amount is negative',
    { tranche: maybe(whole(2)), amount: money('-1.00') },
    ({ amount }) => `The amount of ${spoken(amount)} is less than zero.`,
    'Give zero or more.',
    { at: ofChange('amount/amount') },
  ),
  WrongCurrency: invalid(
    'The currency is another',
    { currency: text('USD') },
    ({ currency }) => `Amounts are in ${currency} here.`,
    ({ currency }) => `Give the amount in ${currency}.`,
    { at: '/amount/currency' },
  ),
  CurrenciesDiffer: invalid(
    'The currencies differ',
    { currencies: texts('USD', 'EUR') },
    ({ currencies }) => `The amounts are in ${joined(currencies)}.`,
    'Give all of them in one currency.',
    { at: (_, body) => ofAnotherCurrency(body) },
  ),
} satisfies Record<string, Entry>;

/** Which sum of a mandate's terms is in another currency than its smallest ticket. */
function ofAnotherCurrency(body: unknown): string | undefined {
  const { terms = {} } = (body ?? {}) as { readonly terms?: Readonly<Record<string, { readonly currency?: unknown } | undefined>> };
  const other = ['ticketMaximum', 'usualTicketLow', 'usualTicketHigh'].find(
    (name) => terms[name] !== undefined && terms[name]?.currency !== terms['ticketMinimum']?.currency,
  );
  return other && `/terms/${other}/currency`;
}

const missing = (item: string, prefix: string): Entry =>
  notFound(
    `There is no such ${item}`,
    { id: text(ID(prefix)) },
    ({ id }) => `There is no ${item} ${id}, or it may not be seen.`,
    `Check the identifier; the lists tell which there are.`,
    // Told where the body names it.
    { at: `/${item}` },
  );

/** What the machinery under every context refuses. */
export const machinery = {
  CommandIdWasUsedForAnotherRequest: invalid(
    'The idempotency key was used for another request',
    { commandId: text('5f2b…') },
    'This person has sent another request with the same Idempotency-Key to the same route.',
    'Send this request with a key of its own; send the same key only to repeat the very same request.',
    { untold: true },
  ),
  VersionIsNotExpected: withStatus(412)(
    'The item has changed',
    { expected: whole(3), actual: whole(4) },
    ({ expected, actual }) => `If-Match insists on version ${expected}, and the item is at version ${actual}.`,
    'Read the item again, and send the request with its new ETag if it still makes sense.',
  ),
  StreamIsContended: unavailable(
    'Many change this item at once',
    { stream: text(ID('fnd')) },
    ({ stream }) => `Other commands have changed ${stream} again and again meanwhile.`,
    'Send the same request again, with the same Idempotency-Key.',
  ),
  FieldIsInvalid: invalid(
    'A field is at fault',
    {},
    'A field of the request is at fault.',
    'See `errors` for where it is, and for its rule.',
  ),
  ListHasNotSeenVersion: withStatus(504)(
    'The list has not seen this version yet',
    { after: text(`${ID('prj')}@3`) },
    ({ after }) => `The list was waited for, and has not seen ${after} yet.`,
    'Ask again.',
  ),
  PositionIsNotReached: withStatus(504)(
    'The lists are not as far yet as what was seen',
    {},
    'The lists were waited for, and do not go as far yet as those that the header Junkan-Position tells to have been seen.',
    'Ask again.',
  ),
  WaitsAreTooMany: unavailable(
    'Too many wait for lists',
    {},
    'As many requests as may wait until a list has seen a version.',
    'Ask again after as many seconds as Retry-After says, or without `after`.',
    { retryAfter: () => 1 },
  ),
  CallerIsUnknown: withStatus(401)(
    'A part of the system is not known to another',
    {},
    'A part of the system could not show who it is.',
    'This is a fault of the installation: tell its operator, with the correlation id.',
  ),
  CallIsNotForCaller: forbidden(
    'A part of the system may not ask another for this',
    { program: text('matching') },
    ({ program }) => `The part ${program} asked another for what it may not have.`,
    'This is a fault of the installation: tell its operator, with the correlation id.',
  ),
  SenderBrokeOff: unavailable('The upload broke off', {}, 'The request ended before it was whole.', 'Send it again.'),
  StatusIsNotRecognised: unavailable(
    'A part of the system is newer than another',
    { of: text('milestone'), status: text('paused') },
    ({ of, status }) => `The ${of} has the status ${status}, which the part that decides here does not know yet.`,
    'Send the same request again once the installation runs one version; its operator knows when.',
  ),
  StoreIsOutOfReach: unavailable(
    'The database does not answer',
    {},
    'A database of the system does not answer.',
    'Send the same request again, a command with the same Idempotency-Key.',
  ),
  CallFailed: withStatus(
    500,
    503,
    504,
    401,
    403,
    404,
    409,
    412,
    422,
  )(
    'A part of the system does not answer',
    {},
    'A part of the system did not answer as it should.',
    'Send the same request again, a command with the same Idempotency-Key. If that does not help, tell the operator the correlation id.',
    { untold: true },
  ),
  EventsAreNotThereYet: unavailable(
    'There are no events yet',
    { context: maybe(text('matching')) },
    'A part of the system that tells of events has not begun yet.',
    'Connect again.',
  ),
  EventsAreOutOfReach: unavailable(
    'The events cannot be read',
    { context: maybe(text('matching')) },
    'The broker of the events does not answer.',
    'Connect again; with the last event id nothing is left out.',
  ),
  ProjectNotFound: missing('project', 'prj'),
  ProposerNotFound: missing('city or agency', 'org'),
  MilestoneNotFound: missing('milestone', 'mst'),
  DraftNotFound: missing('draft of a report', 'mst'),
  ListNotFound: notFound(
    'There is no such list',
    { id: text('themes') },
    ({ id }) => `There is no controlled list ${id}.`,
    'See /v1/lists for those that there are.',
  ),
  EvidenceNotFound: notFound(
    'There is no such evidence',
    { id: text('9f86d081…') },
    'No file with this hash was uploaded, or it may not be seen.',
    'Check the SHA-256; it is in the answer of the upload.',
  ),
  ContentIsDamaged: withStatus(500)(
    'What is kept is damaged',
    { content: text('9f86d081…') },
    'A file or a text is not the one that was kept under its hash, so it is not given.',
    'Tell whoever operates the installation: it is restored from a backup.',
  ),
  ScheduleNotFound: missing('repayment schedule', 'off'),
  MoneyOfMilestoneNotFound: missing('money of a milestone', 'mst'),
  EnvelopesOfSponsorNotFound: missing('list of envelopes', 'spo'),
  SponsorNotFound: missing('sponsor', 'spo'),
  MandateNotFound: missing('mandate', 'man'),
  EnvelopeNotFound: missing('envelope', 'env'),
  PassportNotFound: missing('passport', 'ddp'),
  QuestionsNotFound: missing('list of questions', 'qst'),
  FundingNotFound: missing('funding round', 'fnd'),
  OfferNotFound: missing('offer', 'off'),
  AgreementNotFound: missing('agreement', 'agr'),
  RateSheetNotFound: missing('sheet of rates', 'rts'),
  PeriodNotFound: missing('period', 'prd'),
  StatementNotFound: missing('statement', 'stm'),
  DelegationsNotFound: missing('list of delegations', 'dlg'),
  ApprovalRulesNotFound: missing('approval rules', 'apr'),
  BankAccountNotFound: missing('bank account', 'acc'),
  PaymentFileNotFound: missing('file of payments', 'pfl'),
} satisfies Record<string, Entry>;
