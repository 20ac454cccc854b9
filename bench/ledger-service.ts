import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { settings } from '@junkan/disbursement/config.ts';
import { serveRegistry, verifiedMilestone } from '@junkan/disbursement/registry.fixture.ts';
import { start } from '@junkan/disbursement/wire.ts';
import { startEngines } from '@junkan/infra/embedded/engines.ts';
import { type Call, WORKFLOW_ACTOR } from '@junkan/kit/call.ts';
import { policyClock } from '@junkan/kit/clock.ts';
import { outsiders } from '@junkan/kit/grpc/calling.fixture.ts';
import type { Client } from '@junkan/kit/grpc/contract.ts';
import { dialler } from '@junkan/kit/grpc/dial.ts';
import { idFrom, newId } from '@junkan/kit/ids.ts';
import { newKeys } from '@junkan/kit/keys.ts';
import { ResourceStack } from '@junkan/kit/lifecycle.ts';
import { createLog } from '@junkan/kit/log.ts';
import { connectMongo } from '@junkan/kit/mongo.ts';
import { databaseName } from '@junkan/kit/service.ts';
import type { Actor, Role } from '@junkan/proto/actor.ts';
import { DisbursementCommandServiceService, DisbursementQueryServiceService } from '@junkan/proto/junkan/disbursement/v1/service.ts';
import { PROGRAM_NAMES } from '@junkan/proto/programs.ts';

const NAMESPACE = 'bench';
const AMOUNT = { amount: 100_000n, currency: 'USD' };
export const TRANCHES = [1, 2, 3, 4, 5].map((number) => ({
  number,
  title: `Step ${number}`,
  monthsAfterEffective: number,
  amount: AMOUNT,
  dueOn: '',
}));

const person = (name: string, organisation: string, ...roles: Role[]): Actor => ({ person: name, organisation, roles });
export const maker = person('maker', 'secretariat', 'finance.maker');
export const checker = person('checker', 'secretariat', 'finance.checker');
export const as = (actor: Actor): Call => {
  const commandId = randomUUID();
  return { actor, commandId, correlationId: commandId, causationId: 'bench' };
};

const COOLING_MS = 4 * 86_400_000;

/** An account of an organisation, by two persons of it. */
async function openAccount(command: Commands, organisation: string, accountNumber: string, first: Role, second: Role): Promise<void> {
  const bank = { country: 'JP', currency: AMOUNT.currency, bankCode: '0005', bic: '', bankName: 'Bank', town: 'Minato' };
  const named = { ...bank, holder: 'Organisation', iban: '', accountNumber, replaces: '' };
  const { id } = await command.proposeBankAccount(named, as(person(`o-${organisation}`, organisation, first)));
  await command.confirmBankAccount({ account: id, numberAgain: accountNumber }, as(person(`c-${organisation}`, organisation, second)));
}
type Commands = Client<typeof DisbursementCommandServiceService>;

export type Ledger = Awaited<ReturnType<typeof openLedger>>;

/**
 * Disbursement as in production, on separate engines, with a registry that knows the milestones, and the database through the bare driver.
 */
export async function openLedger(folder: string) {
  const log = createLog('bench', 'error');
  const opened = new ResourceStack(log);
  const silent = { info: () => undefined, warn: (details: object, message: string) => console.error(message, details) };
  const engines = await startEngines({ dataDir: join(folder, 'engines'), log: silent, only: ['mongo', 'nats'] });
  opened.defer('engines', engines.stop);
  const [keys, clock] = [newKeys(PROGRAM_NAMES), policyClock(true)];
  const registry = await serveRegistry(keys['project-registry'], log);
  opened.defer('registry', registry.close);
  const addresses = { JUNKAN_MONGO_URL: engines.mongoUrl, JUNKAN_NATS_URL: engines.natsUrl };
  const own = settings.parse({
    ...addresses,
    ...keys.disbursement,
    JUNKAN_TRIAL: 'true',
    JUNKAN_NAMESPACE: NAMESPACE,
    JUNKAN_PROJECT_REGISTRY: registry.address,
    JUNKAN_SPONSOR_REGISTRY: registry.address,
    JUNKAN_VIEWS: join(folder, 'views'),
  });
  const service = await start(own, log);
  opened.defer('service', service.close);
  const channel = dialler(service.address, { tokens: outsiders(keys), program: 'disbursement', clock });
  opened.defer('channel', channel.close);
  const mongo = await connectMongo(own);
  opened.defer('mongo', () => mongo.close());
  const command = channel.client(DisbursementCommandServiceService);
  const query = channel.client(DisbursementQueryServiceService);
  const parties = { proposer: newId('org'), sponsor: newId('spo') };
  await openAccount(command, parties.proposer, '1234567', 'proposer.officer', 'proposer.certifier');
  await openAccount(command, parties.sponsor, '7654321', 'sponsor.officer', 'sponsor.approver');
  clock.adopt(COOLING_MS);
  return {
    command,
    today: () => clock.now().slice(0, 10),
    query,
    commits: mongo.db(databaseName(NAMESPACE, 'disbursement')).collection<{ _id: string }>('commits'),
    peers: mongo.db(`${NAMESPACE}_peer`),
    /** An effective agreement of one sponsor whose milestones are all verified. */
    async effective(): Promise<{ readonly agreement: string; readonly sponsor: string }> {
      const [agreement, project] = [newId('agr'), newId('prj')];
      const { proposer, sponsor } = parties;
      const amount = { ...AMOUNT, amount: AMOUNT.amount * BigInt(TRANCHES.length) };
      const share = {
        sponsor,
        offer: newId('off'),
        envelope: newId('env'),
        amount,
        financing: undefined,
        parts: [],
        periodStart: '',
        periodEnd: '',
      };
      const terms = {
        agreement,
        project,
        round: 1,
        funding: newId('fnd'),
        proposer,
        shares: [share],
        tranches: TRANCHES,
        conditions: [],
        conversions: [],
        promised: [],
      };
      await command.draftAgreement(terms, as(WORKFLOW_ACTOR));
      const { contentHash } = await query.getAgreement({ id: agreement }, as(person('auditor', 'secretariat', 'auditor')));
      await command.signAgreement({ agreement, party: proposer, contentHash }, as(person(`c-${proposer}`, proposer, 'proposer.certifier')));
      await command.signAgreement({ agreement, party: sponsor, contentHash }, as(person(`a-${sponsor}`, sponsor, 'sponsor.approver')));
      for (const { number } of TRANCHES) {
        const id = idFrom('mst', agreement, number);
        registry.milestones.set(id, verifiedMilestone(id, { agreement, project, number, amount: AMOUNT }));
      }
      return { agreement, sponsor };
    },
    close: () => opened.close(),
  };
}
