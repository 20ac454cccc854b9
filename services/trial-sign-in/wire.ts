import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { closing, listening } from '@junkan/kit/http/listening.ts';
import type { Log } from '@junkan/kit/log.ts';
import type { RunningService } from '@junkan/kit/service.ts';
import { kindOf, SECRETARIAT } from '@junkan/proto/actor.ts';
import express, { type ErrorRequestHandler, type Express } from 'express';
import helmet from 'helmet';
import { importJWK, type JWK, SignJWT } from 'jose';
import { accountIn, accountsOf, type Organisation, THE_SECRETARIAT, type TrialRole } from './accounts.ts';
import type { Settings } from './config.ts';
import { type Directory, directoryOf } from './directory.ts';
import { IN_PROGRESS } from './in-progress.ts';
import { chooserPage, type Group, noticePage, PAGE_POLICY, type Someone, TYPEFACE } from './page.ts';
import { providerOf } from './provider.ts';
import { type Words, wordsFor } from './words.ts';

const FONT = fileURLToPath(import.meta.resolve('@fontsource-variable/hanken-grotesk/files/hanken-grotesk-latin-wght-normal.woff2'));
const YEAR_MS = 365 * 86_400_000;

export async function start(settings: Settings, log: Log): Promise<RunningService> {
  const directory = directoryOf(settings.JUNKAN_API, await auditorsToken(settings));
  const provider = providerOf(settings, (id) => accountOf(directory, id));
  const app: Express = express().disable('x-powered-by');
  app.use(helmet({ contentSecurityPolicy: PAGE_POLICY, strictTransportSecurity: false, xFrameOptions: { action: 'deny' } }));
  // Gateways may reach it by another name than browsers do; what it answers is about the one that both know.
  const known = new URL(settings.JUNKAN_OIDC_ISSUER).host;
  app.use((request, _response, next) => {
    request.headers.host = known;
    next();
  });
  app.get(TYPEFACE, (_request, response) => response.sendFile(FONT, { dotfiles: 'allow', immutable: true, maxAge: YEAR_MS }));
  app.get('/favicon.ico', (_request, response) => void response.status(204).end());
  app.get('/choose/:uid', async (request, response) => {
    await provider.interactionDetails(request, response);
    // Nothing is called by signs alone.
    const given = String(request.query['q'] ?? '').slice(0, 100);
    const q = /[\p{L}\p{N}]/u.test(given) ? given : '';
    const spoken = await wordsFor(request);
    const [groups, chosen] = await groupsFor(directory, { q, of: String(request.query['of'] ?? '') }, spoken.words);
    const persons = chosen ? personsOf(chosen) : [];
    response
      .vary('Cookie')
      .vary('Accept-Language')
      .type('html')
      .send(chooserPage(spoken, { action: request.path, q, groups, chosen, persons }));
  });
  app.post('/choose/:uid', express.urlencoded({ extended: false, limit: '4kb' }), async (request, response) => {
    const id = String((request.body as { account?: unknown } | undefined)?.account ?? '');
    if (!(await accountOf(directory, id))) {
      response
        .status(422)
        .type('html')
        .send(noticePage(await wordsFor(request), ['noSuchAccount', 'chooseListed']));
      return;
    }
    await provider.interactionFinished(request, response, { login: { accountId: id } }, { mergeWithLastSubmission: false });
  });
  app.use(provider.callback());
  app.use(failed(log));
  const server = createServer(app);
  const address = await listening(server, settings.JUNKAN_LISTEN);
  log.info({ address }, 'serving sign-in of the trial');
  return { address, close: () => closing(server) };
}

/** What went wrong is noted here, and not shown. */
const failed =
  (log: Log): ErrorRequestHandler =>
  async (error, request, response, _next) => {
    log.warn({ err: error }, 'a request to the sign-in of the trial failed');
    response
      .status(400)
      .type('html')
      .send(noticePage(await wordsFor(request), ['cannotGoOn', 'goBack']));
  };

type Asked = { readonly q: string; readonly of: string };

/**
 * The organisations to choose from, and the one that is chosen: the first, unless another is asked for. If there is a search, those whose
 * names match; else those first for whose persons something waits after the start of a trial.
 */
async function groupsFor(directory: Directory, { q, of }: Asked, words: Words): Promise<[Group[], Organisation | undefined]> {
  const found = await Promise.all([
    directory.sponsors(q),
    directory.proposers(q),
    directory.partners(q),
    q === '' ? waitedFor(directory) : [],
  ]);
  const [sponsors, proposers, partners, waiting] = found;
  const secretariat = { ...THE_SECRETARIAT, name: words.secretariat() };
  const others = (list: readonly Organisation[]) => list.filter(({ id }) => !waiting.some((each) => each.id === id));
  const groups = [
    { title: words.toTry(), list: waiting.map((each) => (each === THE_SECRETARIAT ? secretariat : each)) },
    { title: words.runs(), list: q === '' ? others([secretariat]) : [] },
    { title: words.sponsors(), list: others(sponsors) },
    { title: words.proposers(), list: others(proposers) },
    { title: words.partners(), list: others(partners) },
  ].filter(({ list }) => list.length > 0);
  const all = groups.flatMap(({ list }) => list);
  const asked = of === '' ? undefined : (all.find(({ id }) => id === of) ?? (await organisationOf(directory, of)));
  return [groups.map(({ title, list }) => ({ title, organisations: list.map(listed) })), asked ?? all[0]];
}

const WAITING = Object.values(IN_PROGRESS);
const waitingFor = ({ name }: Organisation) => WAITING.filter(({ of }) => of === name);
const listed = (organisation: Organisation) => ({ ...organisation, waits: waitingFor(named(organisation)).length });
/** The secretariat has another name in each language. */
const named = (organisation: Organisation): Organisation => (organisation.id === SECRETARIAT ? THE_SECRETARIAT : organisation);

const personsOf = (organisation: Organisation): Someone[] =>
  accountsOf(named(organisation)).map((account) => ({
    account,
    waiting: account.number === 1 ? waitingFor(named(organisation)).flatMap(({ by, title }) => (by === account.role ? [title] : [])) : [],
  }));

/** For whose persons something waits after the start, in the order of the table. */
async function waitedFor(directory: Directory): Promise<Organisation[]> {
  const first = new Map(WAITING.map((each) => [each.of, each]));
  const shown = (await Promise.all([...first.values()].map((each) => organisationNamed(directory, each)))).flat();
  // The secretariat is always there: nothing waits where its parties are not.
  return shown.some(({ id }) => id !== SECRETARIAT) ? shown : [];
}

/** The organisation of this name that has this role. */
async function organisationNamed(
  directory: Directory,
  { of, by }: { readonly of: string; readonly by: TrialRole },
): Promise<Organisation[]> {
  if (of === THE_SECRETARIAT.name) return [THE_SECRETARIAT];
  const list = by.startsWith('sponsor.') ? directory.sponsors : by.startsWith('programme.') ? directory.partners : directory.proposers;
  return (await list(of)).filter(({ name }) => name === of);
}

async function organisationOf(directory: Directory, id: string): Promise<Organisation | undefined> {
  const kind = kindOf(id);
  return kind && directory.organisation(id, kind).catch(() => undefined);
}

/** The account of an id; undefined if its organisation does not exist. */
async function accountOf(directory: Directory, id: string) {
  const organisation = accountIn(id)?.organisation;
  if (organisation === undefined) return undefined;
  const known = await organisationOf(directory, organisation);
  return known && accountsOf(known).find((account) => account.id === id);
}

/** Makes the token by which the names of organisations are asked for. */
async function auditorsToken({ JUNKAN_ISSUER_KEY, JUNKAN_OIDC_ISSUER, JUNKAN_TOKEN_AUDIENCE }: Settings): Promise<() => Promise<string>> {
  const key = await importJWK(JSON.parse(JUNKAN_ISSUER_KEY) as JWK, 'ES256');
  return () =>
    new SignJWT({ org: SECRETARIAT, roles: ['auditor'] })
      .setProtectedHeader({ alg: 'ES256' })
      .setIssuer(JUNKAN_OIDC_ISSUER)
      .setAudience(JUNKAN_TOKEN_AUDIENCE)
      .setSubject('trial-sign-in')
      .setIssuedAt()
      .setExpirationTime('5 minutes')
      .sign(key);
}
