import { conflict, type Entry, forbidden, invalid, malformed, notFound, unavailable, withStatus } from './entry.ts';
import { ID, text } from './facts.ts';

const KEY = 'Make up a new key for each command, and keep it to repeat that very command.';

/** What the gateway itself refuses. */
export const gateway = {
  RequestIsMalformed: malformed(
    'The request is malformed',
    {},
    'Fields of the request are at fault.',
    'See `errors` for the rule of each.',
  ),
  CursorIsMalformed: malformed(
    'The cursor is none',
    {},
    'The cursor is none that this API has given.',
    'Send a cursor as it was given, or none to begin at the beginning.',
  ),
  CursorIsNotKnown: malformed(
    'The events behind the cursor are no more',
    {},
    'The cursor is of events that are no more.',
    'Read the items again, and listen without a cursor.',
  ),
  PositionIsMalformed: malformed(
    'The position is none',
    {},
    'The header Junkan-Position does not hold what answers have told in it.',
    'Send what answers have told in it, or leave it out.',
  ),
  IdempotencyKeyIsMissing: malformed('The Idempotency-Key is missing', {}, 'A command needs the header Idempotency-Key.', KEY),
  IdempotencyKeyIsMalformed: malformed(
    'The Idempotency-Key is malformed',
    {},
    'The header Idempotency-Key has characters that a key may not have, or too many.',
    'Send 1 to 200 visible ASCII characters.',
  ),
  IfMatchIsMalformed: malformed(
    'The If-Match header is malformed',
    {},
    'The header If-Match is not one ETag.',
    'Send it as a response has given it, with its quotes.',
  ),
  PreconditionRequired: withStatus(428)(
    'This change needs If-Match',
    {},
    'This puts something in the place of what is there, so it must say of which version.',
    'Read the item, and send its ETag in the header If-Match.',
  ),
  BodyIsNotJson: malformed('The body is not JSON', {}, 'The body cannot be read as a JSON object.', 'Send valid JSON in UTF-8.'),
  BodyIsTooLarge: withStatus(413)(
    'The body is too large',
    {},
    'The body is larger than is taken here.',
    'Send less; files go to /v1/evidence.',
  ),
  MediaTypeIsNotJson: withStatus(415)(
    'The body is of another media type',
    {},
    'The body is not said to be JSON.',
    'Send it with the header Content-Type: application/json.',
  ),
  ContentEncodingIsNotKnown: withStatus(415)(
    'The coding of the body is not known',
    {},
    'The body is in a coding that is not read here.',
    'Send it as gzip, deflate, br or without a coding.',
  ),
  EvidenceIsNotTaken: invalid(
    'The file is not taken as evidence',
    {},
    'The file is of a media type or a size that is not taken.',
    'See `errors` for the rule.',
  ),
  RouteIsUnknown: notFound(
    'There is no such route',
    {},
    'There is nothing under this path with this method.',
    'See /v1/openapi.json, or /docs, for what there is.',
  ),
  MethodIsNotAllowed: withStatus(405)(
    'The path has no such method',
    {},
    'There is something under this path, but not with this method.',
    'Send one of those that the header Allow names.',
  ),
  RequestIsInFlight: conflict(
    'The same command is still under way',
    {},
    'Another request with this Idempotency-Key is being answered.',
    'Wait as long as Retry-After says, and send the same request again: it gives the same answer.',
  ),
  RequestsAreTooMany: withStatus(429)(
    'There are too many requests',
    {},
    'This person, or this address, sends more requests than one may.',
    'Go on after as many seconds as Retry-After says.',
  ),
  StreamsAreTooMany: withStatus(429)(
    'There are too many live streams',
    {},
    'This person listens to as many streams at a time as one may.',
    'Close one, or wait as long as Retry-After says.',
  ),
  SystemIsNotSettled: conflict(
    'Something is still under way',
    {},
    'Time may advance only when nothing is under way.',
    'Ask /v1/clock until it says that the system is settled, then advance.',
    { retryAfter: () => 1 },
  ),
  DeadlineWouldBePassed: conflict(
    'A deadline would be passed over',
    {},
    'Time may advance to the earliest deadline, and not beyond.',
    'Advance to the earliest deadline that /v1/clock tells.',
  ),
  TokenIsMissing: withStatus(401)(
    'There is no token',
    {},
    'The request carries no bearer token, and the browser has no session.',
    'Sign in, or send the header Authorization: Bearer with a token of the configured issuer.',
  ),
  TokenIsNotValid: withStatus(401)(
    'The token is not valid',
    {},
    'The token is expired, or of another issuer or audience, or lacks a claim.',
    'Get a new one from the issuer.',
  ),
  SessionHasEnded: withStatus(401)(
    'The session has ended',
    {},
    'Nobody is signed in any more: the session was ended, was not used for a while, or is as old as one may be.',
    'Sign in again. What was typed is still there.',
  ),
  CredentialsAreTwo: malformed(
    'There are two credentials',
    {},
    'The request carries both a bearer token and the cookie of a session.',
    'Send one of them.',
  ),
  RequestIsOfAnotherSite: withStatus(403)(
    'The request comes from another site',
    {},
    'The page that makes this request is not one of this site.',
    'Do it on the pages of this site, or send a bearer token in the place of the cookie.',
  ),
  SignInIsUnknown: malformed(
    'There is no such sign-in',
    {},
    'This browser has begun no sign-in that this could be the end of, or began it too long ago.',
    'Sign in again.',
  ),
  SignInWasRefused: withStatus(401)(
    'The sign-in was refused',
    {},
    'The identity provider did not confirm who this is.',
    'Sign in again. If that does not help, ask your administrator.',
  ),
  SignInIsOutOfReach: unavailable(
    'The identity provider does not answer',
    {},
    'The identity provider does not answer.',
    'Try again in a moment.',
  ),
  OrganisationIsNotRegistered: forbidden(
    'The organisation of the token is not registered',
    { organisation: text(ID('org')) },
    ({ organisation }) => `The token is for ${organisation}, which is not registered here.`,
    'The secretariat registers organisations.',
  ),
  GatewayIsStopping: unavailable(
    'This gateway is stopping',
    {},
    'This gateway takes no more streams.',
    'Connect again: another takes its place.',
  ),
  SomethingFailed: withStatus(500)(
    'Something failed here',
    {},
    'The fault is on our side, and it was noted.',
    'Send the same request again, a command with the same Idempotency-Key. If that does not help, tell the operator the correlation id.',
  ),
} satisfies Record<string, Entry>;

export type GatewayProblem = keyof typeof gateway;
