import { AsyncResource } from 'node:async_hooks';
import type { PolicyClock } from '@junkan/kit/clock.ts';
import { newId } from '@junkan/kit/ids.ts';
import type { Lists } from '@junkan/kit/lists.ts';
import type { Log } from '@junkan/kit/log.ts';
import { ITEMS, type ItemKind } from '@junkan/proto/items.ts';
import express, { type Express, type Request, type RequestHandler, Router } from 'express';
import helmet from 'helmet';
import { callersOf } from './auth/callers.ts';
import { delegationsOf } from './auth/delegations.ts';
import { door } from './auth/door.ts';
import { type ApiDocument, apiDocument } from './docs/document.ts';
import { eventDocument } from './docs/events.ts';
import { PAGE_POLICY, pageOf } from './docs/page.ts';
import { problemPages } from './docs/problem-pages.ts';
import { paced } from './http/addresses.ts';
import type { Described } from './http/describe.ts';
import { served } from './http/document.ts';
import { inFlight } from './http/in-flight.ts';
import { refuseOtherMethods } from './http/methods.ts';
import { naming } from './http/names.ts';
import { BadRequest, problems } from './http/problem.ts';
import { publicRoutes } from './http/public.ts';
import type { Rate } from './http/rate.ts';
import { type Live, liveRoutes } from './live/live.ts';
import type { Dataset } from './open-data/datasets.ts';
import { openData } from './open-data/routes.ts';
import type { PrintCodes } from './prints/code.ts';
import { fromHere, type probes } from './probes.ts';
import { type OnTime, type Routes, routes } from './route.ts';
import { agreementRoutes } from './routes/agreements.ts';
import { calendarRoutes } from './routes/calendar.ts';
import { clockRoutes, dayRoute } from './routes/clock.ts';
import { commandRoutes } from './routes/commands.ts';
import { enquiryRoute } from './routes/enquiries.ts';
import { evidenceRoutes, publicEvidence } from './routes/evidence.ts';
import { foundRoutes } from './routes/found.ts';
import { fundingRoutes } from './routes/fundings.ts';
import { itemRoutes, publicItemRoutes } from './routes/items.ts';
import { learningRoutes, publicLearning } from './routes/learning.ts';
import { ledgerRoutes } from './routes/ledger.ts';
import { matchRoutes } from './routes/matches.ts';
import { milestoneRoutes } from './routes/milestones.ts';
import { noticeRoutes } from './routes/notices.ts';
import { paymentFileRoutes } from './routes/payment-files.ts';
import { peerRoutes } from './routes/peers.ts';
import { peopleRoutes } from './routes/people.ts';
import { portfolioRoutes } from './routes/portfolio.ts';
import { presenceRoutes } from './routes/presence.ts';
import { printChecks, printRoutes } from './routes/prints.ts';
import { projectRoutes } from './routes/projects.ts';
import { publicReads } from './routes/public.ts';
import { publicParties } from './routes/public-parties.ts';
import { publicResults } from './routes/public-results.ts';
import { readRoutes } from './routes/reads.ts';
import { publicSearch, searchRoutes } from './routes/search.ts';
import { sessionReader, sessionRoute } from './routes/session.ts';
import { type SignIn, signInRoutes } from './routes/sign-in.ts';
import { envelopeRoutes, mandateRoutes, sponsorRoutes } from './routes/sponsors.ts';
import { statementRoutes } from './routes/statements.ts';
import { tagOf } from './routes/tags.ts';
import { trialRoutes } from './routes/trial.ts';
import { vocabularyRoutes } from './routes/vocabulary.ts';
import { workRoutes } from './routes/work.ts';
import type { Services } from './services.ts';
import { CARD_PATH, cards } from './shared/card.ts';
import { previewsOf } from './shared/previews.ts';
import type { Tokens } from './tokens/tokens.ts';
import { web } from './web.ts';

type Parts = {
  services: Services;
  tokens: Tokens;
  /** Where persons may sign in with a browser. */
  signIn: SignIn | undefined;
  /** Where the built web is. */
  webFolder: string | undefined;
  rate: Rate;
  /** Before the caller is known: the rate limit of each address, and the number of proxies in front. */
  strangers: { rate: Rate; proxies: number };
  live: Live;
  /** What papers are checked by. */
  codes: PrintCodes;
  /** The controlled lists of the installation. */
  lists: Lists;
  clock: PolicyClock;
  onTime: OnTime;
  trial: boolean;
  /** `elsewhere`: whether they are answered at an address of their own. */
  probes: ReturnType<typeof probes> & { elsewhere: boolean };
  log: Log;
};

/** The HTTP API, assembled. */
export function createApp({ webFolder, strangers, probes, log, ...parts }: Parts): Express {
  const app = express();
  app.disable('x-powered-by').set('etag', false).set('query parser', 'simple').set('trust proxy', strangers.proxies);
  app.use(chain(log), hardened(parts.trial));
  app.get('/healthz', probes.isUp);
  if (!probes.elsewhere) app.get('/readyz', fromHere, probes.isReady).get('/status', fromHere, probes.status);
  app.use(paced(strangers.rate));

  const { v1, described, readSession } = apiRoutes(parts);
  const document = (): ApiDocument => documentOf(described);
  v1.get('/openapi.json', served({ type: 'json', make: () => JSON.stringify(document()) }));
  v1.get('/asyncapi.json', served({ type: 'json', make: () => JSON.stringify(eventDocument()) }));
  const documents = ['/openapi.json', '/asyncapi.json'].map((path) => ({ path, method: 'get' }));
  refuseOtherMethods(v1, [...described.map(({ path, method }) => ({ path: path.slice('/v1'.length), method })), ...documents]);
  app.use('/v1', v1);
  if (parts.signIn) app.use('/auth', signInRoutes(parts.signIn));
  app.get('/docs', served({ type: 'html', headers: { 'Content-Security-Policy': PAGE_POLICY }, make: () => pageOf(document()) }));
  app.use(problemPages(), cards(parts.services, parts));
  refuseOtherMethods(
    app,
    ['/docs', '/healthz', '/problems', '/problems/:type', CARD_PATH].map((path) => ({ path, method: 'get' })),
  );
  if (webFolder !== undefined) app.use(web(webFolder, { trial: parts.trial, readSession, preview: previewsOf(parts.services) }));
  app.use(() => {
    throw new BadRequest(404, 'RouteIsUnknown');
  });
  app.use(problems(log));
  return app;
}

export type ApiParts = Omit<Parts, 'webFolder' | 'strangers' | 'probes' | 'log'>;

/** Every route of the API below `/v1`, each described as it is made. */
export function apiRoutes({ services, tokens, signIn, rate, live, codes, lists, clock, onTime, trial }: ApiParts) {
  // One spelling of each path, because a command is named by it.
  const v1 = Router({ caseSensitive: true, strict: true });
  const described: Described[] = [];
  const describe = (tag: string) => (route: Omit<Described, 'tag'>) => void described.push({ tag, ...route, path: `/v1${route.path}` });
  const guards = {
    callers: callersOf(tokens, signIn?.sessions),
    rate,
    door: door(services),
    delegations: delegationsOf(services, clock),
    once: inFlight(),
    onTime,
    naming: naming(services),
  };
  const made = (tag: string) => routes(v1, guards, describe(tag));
  trialRoutes(v1, tokens, describe('Trial'));
  const { delegations } = guards;
  const readSession = sessionReader({ tokens, sessions: signIn?.sessions, delegations, services, clock, onTime });
  sessionRoute(v1, readSession, describe('Session'));
  readsAndLists(made, services);
  printRoutes(made('Prints'), services, { codes, clock, naming: guards.naming });
  printChecks({ router: v1, describe: describe('Prints'), codes });
  clockRoutes(made('Clock'), services, { clock, onTime, trial });
  liveRoutes(made('Live updates'), live);
  noticeRoutes(made, services);
  readRoutes(made, services);
  commandRoutes(made, services);
  const datasets: Dataset[] = [];
  const open = (tag: string) => publicRoutes({ router: v1, naming: guards.naming, describe: describe(tag), datasets });
  dayRoute(open('Public'), { clock, onTime, trial });
  publicReads(open('Public'), services);
  publicSearch(open('Public'), services);
  publicParties(open('Public'), services);
  publicItemRoutes(open('Public'), services);
  publicResults(open('Public'), services);
  calendarRoutes({ router: v1, describe: describe('Public'), clock }, services);
  publicLearning(open('Public'), { router: v1, naming: guards.naming, describe: describe('Public') }, services);
  publicEvidence({ router: v1, describe: describe('Public') }, services);
  enquiryRoute({ router: v1, describe: describe('Public'), onTime }, services);
  openData({ router: v1, describe: describe('Public') }, datasets);
  vocabularyRoutes(open('Vocabulary'), lists, services);
  return { v1, described, readSession };
}

export const documentOf = (described: readonly Described[]): ApiDocument =>
  apiDocument([...Map.groupBy(described, ({ tag }) => tag).values()].flat());

/** Reads of items and of lists of them that have routes of their own. */
function readsAndLists(made: (tag: string) => Routes, services: Services): void {
  evidenceRoutes(made('Evidence'), services);
  projectRoutes(made('Projects'), services);
  sponsorRoutes(made('Sponsors'), services);
  envelopeRoutes(made('Envelopes'), services);
  mandateRoutes(made('Mandates'), services);
  matchRoutes(made('Matches'), services);
  fundingRoutes(made('Fundings'), services);
  agreementRoutes(made('Agreements'), services);
  ledgerRoutes(made('Ledger'), services);
  statementRoutes(made('Statements'), services);
  paymentFileRoutes(made('Payment files'), services);
  for (const kind of Object.keys(ITEMS) as ItemKind[]) itemRoutes(kind, made(tagOf(ITEMS[kind])), services);
  peerRoutes(made('Exchanges'), services);
  learningRoutes(made('Training sessions'), services);
  peopleRoutes(made('Work'), services);
  searchRoutes(made('Across projects'), services);
  foundRoutes(made('Across projects'), services);
  workRoutes(made('Work'), services);
  milestoneRoutes(made('Milestones'), services);
  presenceRoutes(made('Projects'), services);
  portfolioRoutes(made('Portfolio'), services);
}

/** The pattern of the route that took a request: telemetry must not contain ids or other text of callers. */
export function routeOf({ originalUrl, route }: Request): string {
  if (route === undefined) return 'unmatched';
  return `${originalUrl.startsWith('/v1/') ? '/v1' : ''}${String((route as { path: unknown }).path)}`;
}

/** Headers that browsers obey: an answer is never framed, executed or sniffed. A trial installation has no TLS to require. */
const hardened = (trial: boolean): RequestHandler =>
  helmet({
    contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
    strictTransportSecurity: trial ? false : { maxAge: 365 * 24 * 3_600 },
    xFrameOptions: { action: 'deny' },
  });

const CHAIN_ID = /^[\w.:-]{1,100}$/;

/** Gives each request an id, and names its chain: by the caller's own word, where it sends one. Logs its outcome. */
const chain =
  (log: Log): RequestHandler =>
  (request, response, next) => {
    const word = request.header('x-correlation-id') ?? '';
    const requestId = newId('req');
    const given = CHAIN_ID.test(word) ? word : undefined;
    Object.assign(response.locals, { requestId, given, correlationId: given ?? requestId });
    response.set({ 'X-Correlation-Id': given ?? requestId, 'Cache-Control': 'no-store' });
    const began = performance.now();
    const note = (): void =>
      log[request.method === 'GET' ? 'debug' : 'info'](
        {
          correlationId: response.locals['correlationId'],
          ...(given === undefined ? {} : { given }),
          requestId,
          method: request.method,
          route: routeOf(request),
          status: response.statusCode,
          ms: Math.round(performance.now() - began),
        },
        'request',
      );
    // In the trace of this request, which the end of a response does not carry.
    response.on('finish', AsyncResource.bind(note));
    next();
  };
