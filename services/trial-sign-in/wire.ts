import { createServer } from 'node:http';
import { closing, listening } from '@junkan/kit/http/listening.ts';
import type { Log } from '@junkan/kit/log.ts';
import type { RunningService } from '@junkan/kit/service.ts';
import { SECRETARIAT } from '@junkan/proto/actor.ts';
import express, { type ErrorRequestHandler, type Express } from 'express';
import helmet from 'helmet';
import { importJWK, type JWK, SignJWT } from 'jose';
import { accountIn, accountsOf, type Organisation, THE_SECRETARIAT, type TrialRole } from './accounts.ts';
import type { Settings } from './config.ts';
import { type Directory, directoryOf } from './directory.ts';
import { IN_PROGRESS } from './in-progress.ts';
import { chooserPage, type Group, noticePage, PAGE_POLICY, type ToTry } from './page.ts';
import { providerOf } from './provider.ts';
import { type Words, wordsFor } from './words.ts';

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
  app.get('/choose/:uid', async (request, response) => {
    await provider.interactionDetails(request, response);
    // Nothing is called by signs alone.
    const given = String(request.query['q'] ?? '').slice(0, 100);
    const q = /[\p{L}\p{N}]/u.test(given) ? given : '';
    const spoken = await wordsFor(request);
    const [groups, toTry] = await Promise.all([groupsFor(directory, q, spoken.words), q === '' ? toTryFor(directory, spoken.words) : []]);
    response
      .vary('Cookie')
      .vary('Accept-Language')
      .type('html')
      .send(chooserPage(spoken, { action: request.path, q, groups, toTry }));
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

/** The accounts to choose from: if there is a search, those of the organisations whose names match. */
async function groupsFor(directory: Directory, q: string, words: Words): Promise<Group[]> {
  const found = await Promise.all([directory.sponsors(q), directory.proposers(q), directory.partners(q)]);
  const [[sponsors, proposers, partners], secretariat] = [found, q === '' ? [THE_SECRETARIAT] : []];
  return [...secretariat, ...sponsors, ...proposers, ...partners].map((organisation) => ({
    title: organisation === THE_SECRETARIAT ? words.secretariat() : organisation.name,
    accounts: accountsOf(organisation),
  }));
}

/** What waits after the start, for whom, in the order of the table; nothing of an organisation that is not there. */
async function toTryFor(directory: Directory, words: Words): Promise<ToTry[]> {
  const waiting = Map.groupBy(Object.values(IN_PROGRESS), ({ of, by }) => `${of}/${by}`);
  const rows = [...waiting.values()].map(async ([first, ...others]): Promise<ToTry[]> => {
    if (!first) return [];
    const organisation = await named(directory, first);
    const who = `${organisation === THE_SECRETARIAT ? words.secretariat() : first.of}: ${words.role({ role: first.by })}`;
    return organisation ? [{ account: `${organisation.id}/${first.by}`, who, what: [first, ...others].map(({ title }) => title) }] : [];
  });
  const shown = (await Promise.all(rows)).flat();
  // The secretariat is always there: nothing waits where its parties are not.
  return shown.some(({ account }) => !account.startsWith(`${SECRETARIAT}/`)) ? shown : [];
}

/** The organisation of this name that has this role. */
async function named(directory: Directory, { of, by }: { readonly of: string; readonly by: TrialRole }): Promise<Organisation | undefined> {
  if (of === THE_SECRETARIAT.name) return THE_SECRETARIAT;
  const list = by.startsWith('sponsor.') ? directory.sponsors : by.startsWith('programme.') ? directory.partners : directory.proposers;
  return (await list(of)).find(({ name }) => name === of);
}

/** The account of an id; undefined if its organisation does not exist. */
async function accountOf(directory: Directory, id: string) {
  const { organisation, kind } = accountIn(id) ?? {};
  if (organisation === undefined || kind === undefined) return undefined;
  const known = await directory.organisation(organisation, kind).catch(() => undefined);
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
