import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Call } from '@junkan/kit/call.ts';
import { policyClock } from '@junkan/kit/clock.ts';
import { readConfig } from '@junkan/kit/config.ts';
import { outsiders } from '@junkan/kit/grpc/calling.fixture.ts';
import { dialler } from '@junkan/kit/grpc/dial.ts';
import { newId } from '@junkan/kit/ids.ts';
import { newKeys } from '@junkan/kit/keys.ts';
import { readLists } from '@junkan/kit/lists.ts';
import { createLog } from '@junkan/kit/log.ts';
import { ProblemError } from '@junkan/kit/problem.ts';
import type { RunningService } from '@junkan/kit/service.ts';
import type { Actor, Role } from '@junkan/proto/actor.ts';
import type { CriterionCheck, Proposal } from '@junkan/proto/junkan/project/v1/model.ts';
import { ProjectCommandServiceService, ProjectQueryServiceService } from '@junkan/proto/junkan/project/v1/service.ts';
import { PROGRAM_NAMES } from '@junkan/proto/programs.ts';
import { afterAll, beforeAll, inject } from 'vitest';
import { settings } from './config.ts';
import { proposal as decided } from './projects/actors.fixture.ts';
import { start } from './wire.ts';

const log = createLog('project-registry', 'silent');

export const actor = (person: string, organisation: string, ...roles: readonly Role[]): Actor => ({ person, organisation, roles });
export const secretary = actor('per_secretary', 'secretariat', 'secretariat.officer');
/** What is found of a proposal that meets every criterion of the lists that come with the product. */
export const met: CriterionCheck[] = (readLists().get('screening-criteria') ?? []).map(({ code }) => ({
  criterion: code,
  answer: 'yes',
  note: '',
}));
export const by = (who: Actor, more: Partial<Call> = {}): Call => ({
  actor: who,
  commandId: newId('cmd'),
  correlationId: 'test',
  causationId: 'test',
  ...more,
});

export const usd = (amount: bigint) => ({ amount, currency: 'USD' });
/** Without indicators, as nothing is measured of it. */
export const proposal: Proposal = { ...decided, target: usd(300n), indicators: [] };

export async function refusal(asked: Promise<unknown>): Promise<{ kind: string; type: string }> {
  const error: unknown = await asked.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ProblemError)) throw new Error('it was not refused', { cause: error });
  const { kind, type } = error.problem;
  return { kind, type };
}

/** The running registry of one test file, and a client of it. */
export function registry() {
  const keys = newKeys(PROGRAM_NAMES);
  const views = mkdtempSync(join(tmpdir(), 'junkan-views-'));
  const namespace = `t${randomBytes(6).toString('hex')}`;
  const env = (): Record<string, string> => ({
    JUNKAN_MONGO_URL: inject('mongoUrl'),
    JUNKAN_NATS_URL: inject('natsUrl'),
    ...keys['project-registry'],
    JUNKAN_NAMESPACE: namespace,
    JUNKAN_TRIAL: 'true',
    // Nothing is approved in these tests, so these ports have no answers.
    JUNKAN_SPONSOR_REGISTRY: '127.0.0.1:9',
    JUNKAN_VIEWS: views,
    JUNKAN_POLICY_EVIDENCE_BYTES: '2000000',
    JUNKAN_POLICY_EVIDENCE_QUOTA_BYTES: '4000000',
  });
  const dialled = (address: string) => {
    const channel = dialler(address, { tokens: outsiders(keys), program: 'project-registry', clock: policyClock(true) });
    return {
      commands: channel.client(ProjectCommandServiceService),
      queries: channel.client(ProjectQueryServiceService),
      close: channel.close,
    };
  };
  let service: RunningService | undefined;
  let client: ReturnType<typeof dialled> | undefined;
  const open = async (): Promise<void> => {
    service = await start(readConfig(settings, env()), log);
    client = dialled(service.address);
  };
  const close = async (): Promise<void> => {
    client?.close();
    await service?.close();
  };
  const opened = (): ReturnType<typeof dialled> => {
    if (!client) throw new Error('the registry is not open');
    return client;
  };
  beforeAll(open);
  afterAll(async () => {
    await close();
    rmSync(views, { recursive: true });
  });
  return {
    namespace,
    get commands() {
      return opened().commands;
    },
    get queries() {
      return opened().queries;
    },
    async restart(): Promise<void> {
      await close();
      await open();
    },
    async registered(name: string): Promise<{ proposer: string; officer: Actor }> {
      const { id } = await opened().commands.registerProposer({ name, kind: 'city', countries: ['JP'] }, by(secretary));
      return { proposer: id, officer: actor(`per_${name}`, id, 'proposer.officer') };
    },
  };
}
