import type { Item } from '@junkan/proto/item.ts';
import { ITEMS } from '@junkan/proto/items.ts';
import { conflict, type Entry, forbidden, invalid, notFound, ofChange, toPrograms, unavailable, withStatus } from './entry.ts';
import { ID, joined, maybe, money, text, texts, unknownCodes, whole } from './facts.ts';
import { pointerTo } from './pointer.ts';

/** Where a proposal is in the body that it came with. */
const within = (body: unknown): string => (body !== null && typeof body === 'object' && 'proposal' in body ? '/proposal' : '');

/** What several contexts refuse in the same words. */
export const rules = {
  RoleIsMissing: forbidden({ needed: texts('sponsor.officer') }),
  WrongOrganisation: forbidden({ kind: maybe(text('sponsor')), role: maybe(text('sponsor.officer')), actual: maybe(text(ID('org'))) }),
  OrganisationIsClosed: forbidden({ organisation: text(ID('ptn')) }),
  PersonActsForAnother: forbidden({ person: text('hana') }),
  PreparedByTheSamePerson: forbidden({ person: text('hana') }),
  SubjectIsNotClear: conflict({ subject: text(ID('org')), passport: text('flagged'), level: text('red'), validUntil: text('2027-11-30') }),
  FactIsOutOfReach: unavailable({ fact: text('due-diligence') }),
  RevisionsAreTooMany: conflict({ maximum: whole(200) }),
  NoteIsMissing: invalid({}, { lacks: '/note' }),
  NameIsMissing: invalid({}, { lacks: '/name' }),
  DetailsStand: conflict({ name: text('Green Fund') }, { at: '/name' }),
  ChangeIsPending: conflict({ proposal: whole(2) }),
  ChangeIsUnknown: notFound({ proposal: whole(2) }, { at: '/proposal' }),
  ChangeInStatus: conflict({ proposal: whole(2), status: text('made') }),
  AmountIsNotPositive: invalid({ amount: money('0.00') }, { at: ['/total/amount', '/amount/amount'] }),
  CodesAreUnknown: invalid(
    { codes: unknownCodes({ field: 'themes[0]', code: 'solid-wast', list: 'themes', nearest: ['solid-waste', 'food-waste', 'textiles'] }) },
    {
      withFacts: true,
      errors: ({ codes }, body) =>
        codes.map(({ field, list, nearest }) => ({
          pointer: `${within(body)}${pointerTo(field)}`,
          detail: `must be a code of the list ${list}, as ${joined(nearest, 'or')}`,
        })),
    },
  ),
  AmountIsNegative: invalid({ tranche: maybe(whole(2)), amount: money('-1.00') }, { at: ofChange('amount/amount') }),
  WrongCurrency: invalid({ currency: text('USD') }, { at: '/amount/currency' }),
  CurrenciesDiffer: invalid({ currencies: texts('USD', 'EUR') }, { at: (_, body) => ofAnotherCurrency(body) }),
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
  // Reported if the body has the field.
  notFound({ id: text(ID(prefix)) }, { at: `/${item}` });

/** What is said of an item that is not there, or not for this reader. */
const NOT_FOUND = Object.fromEntries(
  Object.values<Item>(ITEMS).map(({ message, prefix }) => {
    const name = message.slice(message.lastIndexOf('.') + 1);
    return [`${name}NotFound`, missing(name.charAt(0).toLowerCase() + name.slice(1), prefix)];
  }),
) as Readonly<Record<`${string}NotFound`, Entry>>;

/** What the machinery under every context refuses. */
export const machinery = {
  ...NOT_FOUND,
  CommandIdWasUsedForAnotherRequest: toPrograms(
    'The idempotency key was used for another request',
    invalid({ commandId: text('5f2b…') }, { untold: true }),
    'This person has sent another request with the same Idempotency-Key to the same route.',
    'Send this request with a key of its own; send the same key only to repeat the very same request.',
  ),
  VersionIsNotExpected: toPrograms(
    'The item has changed',
    withStatus(412)({ expected: whole(3), actual: whole(4) }),
    ({ expected, actual }) => `If-Match insists on version ${expected}, and the item is at version ${actual}.`,
    'Read the item again, and send the request with its new ETag if it still makes sense.',
  ),
  StreamIsContended: toPrograms(
    'Many change this item at once',
    unavailable({ stream: text(ID('fnd')) }),
    ({ stream }) => `Other commands have changed ${stream} again and again meanwhile.`,
    'Send the same request again, with the same Idempotency-Key.',
  ),
  FieldIsInvalid: toPrograms(
    'A field is at fault',
    invalid({}),
    'A field of the request is at fault.',
    'See `errors` for where it is, and for its rule.',
  ),
  ListHasNotSeenVersion: toPrograms(
    'The list has not seen this version yet',
    withStatus(504)({ after: text(`${ID('prj')}@3`) }),
    ({ after }) => `The list was waited for, and has not seen ${after} yet.`,
    'Ask again.',
  ),
  PositionIsNotReached: toPrograms(
    'The lists are not as far yet as what was seen',
    withStatus(504)({}),
    'The lists have not reached the position in the header Junkan-Position in time.',
    'Ask again.',
  ),
  WaitsAreTooMany: toPrograms(
    'Too many wait for lists',
    unavailable({}, { retryAfter: () => 1 }),
    'As many requests as may wait until a list has seen a version.',
    'Ask again after as many seconds as Retry-After says, or without `after`.',
  ),
  CallerIsUnknown: toPrograms(
    'A part of the system is not known to another',
    withStatus(401)({}),
    'A part of the system could not show who it is.',
    'This is a fault of the installation: tell its operator, with the correlation id.',
  ),
  CallIsNotForCaller: toPrograms(
    'A part of the system may not ask another for this',
    forbidden({ program: text('matching') }),
    ({ program }) => `The part ${program} asked another for what it may not have.`,
    'This is a fault of the installation: tell its operator, with the correlation id.',
  ),
  SenderBrokeOff: toPrograms('The upload broke off', unavailable({}), 'The request ended before it was whole.', 'Send it again.'),
  StatusIsNotRecognised: toPrograms(
    'A part of the system is newer than another',
    unavailable({ of: text('milestone'), status: text('paused') }),
    ({ of, status }) => `The ${of} has the status ${status}, which the part that decides here does not know yet.`,
    'Send the same request again once the installation runs one version; its operator knows when.',
  ),
  PartIsNotReady: toPrograms(
    'A part of the system is not ready',
    unavailable({}, { retryAfter: () => 5 }),
    'A part of the system has started, and has not yet read all that it answers from.',
    'Send the same request again after as many seconds as Retry-After says, a command with the same Idempotency-Key.',
  ),
  EventIsNotRecognised: toPrograms(
    'A part of the system is older than what is recorded',
    unavailable({ item: text('mst_01h…@0000000007'), event: text('MilestonePaused') }),
    ({ event }) => `A newer version has recorded ${event}, which the part that decides here does not know yet.`,
    'Send the same request again once the installation runs one version; its operator knows when.',
  ),
  NotYetEverywhere: toPrograms(
    'Not all of the system runs the newest version yet',
    unavailable({ what: text('MilestonePaused') }, { retryAfter: () => 15 }),
    ({ what }) => `${what} is not yet known to all parts of the system, of which a newer version is being installed.`,
    'Nothing was recorded. Send the same request again after as many seconds as Retry-After says, a command with the same Idempotency-Key.',
  ),
  StoreIsOutOfReach: toPrograms(
    'The database does not answer',
    unavailable({}),
    'A database of the system does not answer.',
    'Send the same request again, a command with the same Idempotency-Key.',
  ),
  CallFailed: toPrograms(
    'A part of the system does not answer',
    withStatus(500, 503, 504, 401, 403, 404, 409, 412, 422)({}, { untold: true }),
    'A part of the system did not answer as it should.',
    'Send the same request again, a command with the same Idempotency-Key. If that does not help, tell the operator the correlation id.',
  ),
  EventsAreNotThereYet: toPrograms(
    'There are no events yet',
    unavailable({ context: maybe(text('matching')) }),
    'A part of the system that reports events has not started yet.',
    'Connect again.',
  ),
  EventsAreOutOfReach: toPrograms(
    'The events cannot be read',
    unavailable({ context: maybe(text('matching')) }),
    'The broker of the events does not answer.',
    'Connect again; with the last event id nothing is left out.',
  ),
  DraftNotFound: missing('draft of a report', 'mst'),
  BallotNotFound: missing('ballot of the caller', 'cyc'),
  ReviewNotFound: missing('review of the caller', 'cal'),
  ListNotFound: toPrograms(
    'There is no such list',
    notFound({ id: text('themes') }),
    ({ id }) => `There is no controlled list ${id}.`,
    'See /v1/lists for those that there are.',
  ),
  EvidenceNotFound: toPrograms(
    'There is no such evidence',
    notFound({ id: text('9f86d081…') }),
    'No file with this hash was uploaded, or it may not be seen.',
    'Check the SHA-256; it is in the answer of the upload.',
  ),
  ContentIsDamaged: toPrograms(
    'What is kept is damaged',
    withStatus(500)({ content: text('9f86d081…') }),
    'A file or a text is not the one that was kept under its hash, so it is not given.',
    'Notify the operators of the installation: they restore it from a backup.',
  ),
  RecordIsAltered: toPrograms(
    'What is recorded was changed by others',
    withStatus(500)({ item: text('agr_01h…@0000000007') }),
    'A commit, or who uploaded a file, is not what the service has signed, or does not follow what was recorded before: it is not used.',
    'Notify the operators of the installation: verify names what was changed, and they restore it from a backup.',
  ),
  ScheduleNotFound: missing('repayment schedule', 'off'),
  MoneyOfMilestoneNotFound: missing('money of a milestone', 'mst'),
  EnvelopesOfSponsorNotFound: missing('list of envelopes', 'spo'),
  QuestionsNotFound: missing('list of questions', 'qst'),
  OfferNotFound: missing('offer', 'off'),
} satisfies Record<string, Entry>;
