import { conflict, type Entry, forbidden, invalid, malformed, notFound, toPrograms, unavailable, withStatus } from './entry.ts';
import { ID, text, whole } from './facts.ts';

const KEY = 'Make up a new key for each command, and keep it to repeat that very command.';

/** What the gateway itself refuses. */
export const gateway = {
  RequestIsMalformed: toPrograms(
    'The request is malformed',
    malformed({}),
    'Fields of the request are at fault.',
    'See `errors` for the rule of each.',
  ),
  CursorIsMalformed: toPrograms(
    'The cursor is none',
    malformed({}),
    'The cursor is none that this API has given.',
    'Send a cursor as it was given, or none to begin at the beginning.',
  ),
  CursorIsNotKnown: toPrograms(
    'The events behind the cursor are no more',
    malformed({}),
    'The cursor is of events that are no more.',
    'Read the items again, and listen without a cursor.',
  ),
  CodeIsOfNoPrint: toPrograms(
    'The code is of no print',
    withStatus(404)({}),
    'No print of this installation has this code.',
    'Send the whole code, as the address on the paper has it behind #.',
  ),
  PositionIsMalformed: toPrograms(
    'The position is none',
    malformed({}),
    'The header Junkan-Position does not contain a value of earlier answers.',
    'Send the value of an earlier answer, or leave it out.',
  ),
  IdempotencyKeyIsMissing: toPrograms('The Idempotency-Key is missing', malformed({}), 'A command needs the header Idempotency-Key.', KEY),
  IdempotencyKeyIsMalformed: toPrograms(
    'The Idempotency-Key is malformed',
    malformed({}),
    'The header Idempotency-Key has characters that a key may not have, or too many.',
    'Send 1 to 200 visible ASCII characters.',
  ),
  IfMatchIsMalformed: toPrograms(
    'The If-Match header is malformed',
    malformed({}),
    'The header If-Match is not one ETag.',
    'Send it as a response has given it, with its quotes.',
  ),
  PreconditionRequired: toPrograms(
    'This change needs If-Match',
    withStatus(428)({}),
    'This puts something in the place of what is there, so it must say of which version.',
    'Read the item, and send its ETag in the header If-Match.',
  ),
  BodyIsNotJson: toPrograms(
    'The body is not JSON',
    malformed({}),
    'The body cannot be read as a JSON object.',
    'Send valid JSON in UTF-8.',
  ),
  BodyIsTooLarge: toPrograms(
    'The body is too large',
    withStatus(413)({}),
    'The body is larger than is taken here.',
    'Send less; files go to /v1/evidence.',
  ),
  RecordIsTooLarge: invalid({ most: whole(900_000) }),
  MediaTypeIsNotJson: toPrograms(
    'The body is of another media type',
    withStatus(415)({}),
    'The body is not said to be JSON.',
    'Send it with the header Content-Type: application/json.',
  ),
  ContentEncodingIsNotKnown: toPrograms(
    'The coding of the body is not known',
    withStatus(415)({}),
    'The body is in a coding that is not read here.',
    'Send it as gzip, deflate, br or without a coding.',
  ),
  EvidenceIsNotTaken: toPrograms(
    'The file is not taken as evidence',
    invalid({}),
    'The file is of a media type or a size that is not taken.',
    'See `errors` for the rule.',
  ),
  RouteIsUnknown: toPrograms(
    'There is no such route',
    notFound({}),
    'There is nothing under this path with this method.',
    'See /v1/openapi.json, or /docs, for what there is.',
  ),
  MethodIsNotAllowed: toPrograms(
    'The path has no such method',
    withStatus(405)({}),
    'There is something under this path, but not with this method.',
    'Send one of those that the header Allow names.',
  ),
  RequestIsInFlight: toPrograms(
    'The same command is still under way',
    conflict({}),
    'Another request with this Idempotency-Key is being answered.',
    'Wait as long as Retry-After says, and send the same request again: it gives the same answer.',
  ),
  RequestsAreTooMany: toPrograms(
    'There are too many requests',
    withStatus(429)({}),
    'This person, or this address, sends more requests than one may.',
    'Go on after as many seconds as Retry-After says.',
  ),
  StreamsAreTooMany: toPrograms(
    'There are too many live streams',
    withStatus(429)({}),
    'This person listens to as many streams at a time as one may.',
    'Close one, or wait as long as Retry-After says.',
  ),
  SystemIsNotSettled: toPrograms(
    'Something is still under way',
    conflict({}, { retryAfter: () => 1 }),
    'Time may advance only when nothing is under way.',
    'Ask /v1/clock until it says that the system is settled, then advance.',
  ),
  DeadlineWouldBePassed: toPrograms(
    'A deadline would be passed over',
    conflict({}),
    'Time may advance to the earliest deadline, and not beyond.',
    'Advance to the earliest deadline, as in /v1/clock.',
  ),
  TokenIsMissing: toPrograms(
    'There is no token',
    withStatus(401)({}),
    'The request carries no bearer token, and the browser has no session.',
    'Sign in, or send the header Authorization: Bearer with a token of the configured issuer.',
  ),
  TokenIsNotValid: toPrograms(
    'The token is not valid',
    withStatus(401)({}),
    'The token is expired, or of another issuer or audience, or lacks a claim.',
    'Get a new one from the issuer.',
  ),
  SessionHasEnded: toPrograms(
    'The session has ended',
    withStatus(401)({}),
    'Nobody is signed in any more: the session was ended, was not used for a while, or is as old as one may be.',
    'Sign in again. What was typed is still there.',
  ),
  CredentialsAreTwo: toPrograms(
    'There are two credentials',
    malformed({}),
    'The request carries both a bearer token and the cookie of a session.',
    'Send one of them.',
  ),
  RequestIsOfAnotherSite: toPrograms(
    'The request comes from another site',
    withStatus(403)({}),
    'The page that makes this request is not one of this site.',
    'Do it on the pages of this site, or send a bearer token in the place of the cookie.',
  ),
  SignInIsUnknown: toPrograms(
    'There is no such sign-in',
    malformed({}),
    'This browser has begun no sign-in that this could be the end of, or began it too long ago.',
    'Sign in again.',
  ),
  SignInWasRefused: toPrograms(
    'The sign-in was refused',
    withStatus(401)({}),
    'The identity provider did not confirm who this is.',
    'Sign in again. If that does not help, ask your administrator.',
  ),
  SignInIsOutOfReach: toPrograms(
    'The identity provider does not answer',
    unavailable({}),
    'The identity provider does not answer.',
    'Try again in a moment.',
  ),
  OrganisationIsNotRegistered: toPrograms(
    'The organisation of the token is not registered',
    forbidden({ organisation: text(ID('org')) }),
    ({ organisation }) => `The token is for ${organisation}, which is not registered here.`,
    'The secretariat registers organisations.',
  ),
  GatewayIsStopping: toPrograms(
    'This gateway is stopping',
    unavailable({}),
    'This gateway takes no more streams.',
    'Connect again: another takes its place.',
  ),
  SomethingFailed: toPrograms(
    'Something failed here',
    withStatus(500)({}),
    'The fault is on our side, and it was noted.',
    'Send the same request again, a command with the same Idempotency-Key. If that does not help, tell the operator the correlation id.',
  ),
} satisfies Record<string, Entry>;

export type GatewayProblem = keyof typeof gateway;
