import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Call } from '@junkan/kit/call.ts';
import { WORKFLOW_ACTOR } from '@junkan/kit/call.ts';
import { policyClock } from '@junkan/kit/clock.ts';
import { outsiders } from '@junkan/kit/grpc/calling.fixture.ts';
import { dialler } from '@junkan/kit/grpc/dial.ts';
import { idFrom, newId } from '@junkan/kit/ids.ts';
import { newKeys } from '@junkan/kit/keys.ts';
import { ResourceStack } from '@junkan/kit/lifecycle.ts';
import { createLog } from '@junkan/kit/log.ts';
import { HANG_MS } from '@junkan/kit/testing/hang.fixture.ts';
import type { Actor, Role } from '@junkan/proto/actor.ts';
import { DisbursementCommandServiceService, DisbursementQueryServiceService } from '@junkan/proto/junkan/disbursement/v1/service.ts';
import { PROGRAM_NAMES } from '@junkan/proto/programs.ts';
import { afterAll, beforeAll, inject, vi } from 'vitest';
import { settings } from './config.ts';
import { serveRegistry, verifiedMilestone } from './registry.fixture.ts';
import { start } from './wire.ts';

const keys = newKeys(PROGRAM_NAMES);
const log = createLog('disbursement-test', 'error');
const opened = new ResourceStack(log);
/** Of those who call: what they decide at is no earlier for the service. */
export const clock = policyClock(true);
export const [project, proposer] = [newId('prj'), newId('org')];
const funding = newId('fnd');
export const [fund, bank] = [newId('spo'), newId('spo')];
export const usd = (amount: bigint) => ({ amount, currency: 'USD' });

const person = (name: string, organisation: string, ...roles: Role[]): Actor => ({ person: name, organisation, roles });
const certifier = person('certifier', proposer, 'proposer.certifier');
const approverOf = (sponsor: string) => person(`approver-${sponsor}`, sponsor, 'sponsor.approver');
export const maker = person('maker', 'secretariat', 'finance.maker');
export const checker = person('checker', 'secretariat', 'finance.checker');
export const otherChecker = person('other-checker', 'secretariat', 'finance.checker');
export const secretary = person('secretary', 'secretariat', 'secretariat.officer');
export const approver = person('approver', 'secretariat', 'secretariat.approver');
export const as = (actor: Actor, commandId: string = randomUUID(), correlationId = `chain-${commandId}`): Call => ({
  actor,
  commandId,
  correlationId,
  causationId: 'test',
});
export const reading = as(person('auditor', 'secretariat', 'auditor'));

const tranches = [
  { number: 1, title: 'Sorting plant', monthsAfterEffective: 12, amount: usd(700n), dueOn: '' },
  { number: 2, title: 'Collection', monthsAfterEffective: 24, amount: usd(300n), dueOn: '' },
];
const terms = (agreement: string) => ({
  agreement,
  project,
  round: 1,
  funding,
  proposer,
  shares: [fund, bank].map((sponsor, index) => ({
    sponsor,
    offer: newId('off'),
    envelope: newId('env'),
    amount: usd(index === 0 ? 666n : 334n),
    financing: undefined,
    parts: [],
    periodStart: '',
    periodEnd: '',
  })),
  tranches,
  conditions: ['Reports in English'],
  conversions: [],
  promised: [],
});

async function open() {
  const views = mkdtempSync(join(tmpdir(), 'junkan-views-'));
  opened.defer('views', async () => rmSync(views, { recursive: true }));
  const registry = await serveRegistry(keys['project-registry'], log);
  opened.defer('registry', registry.close);
  const service = await start(
    settings.parse({
      JUNKAN_MONGO_URL: inject('mongoUrl'),
      JUNKAN_NATS_URL: inject('natsUrl'),
      JUNKAN_TRIAL: 'true',
      ...keys.disbursement,
      JUNKAN_NAMESPACE: `dsb_${randomBytes(4).toString('hex')}`,
      JUNKAN_PROJECT_REGISTRY: registry.address,
      // Nothing here is from a budget in another currency.
      JUNKAN_SPONSOR_REGISTRY: registry.address,
      JUNKAN_VIEWS: views,
    }),
    log,
  );
  opened.defer('service', service.close);
  const channel = dialler(service.address, { tokens: outsiders(keys), program: 'disbursement', clock });
  opened.defer('channel', channel.close);
  return { registry, command: channel.client(DisbursementCommandServiceService), query: channel.client(DisbursementQueryServiceService) };
}

export type Parts = Awaited<ReturnType<typeof open>>;

/** The service for the tests of one file, opened before them and closed after; ask for it within a test. */
export function opening(): () => Parts {
  let parts: Parts;
  beforeAll(async () => {
    parts = await open();
  });
  afterAll(() => opened.close());
  return () => parts;
}

export const IBAN = 'KZ86125KZT5004100100';
const DAY_MS = 86_400_000;
/** Days pass for all who call, and for the service with the next call. */
export const later = (days: number): void => clock.adopt(clock.offset() + days * DAY_MS);

/** An account in dollars, by two persons of the organisation; it still has to cool. */
export async function account({ command }: Parts, organisation: string, more: object = {}): Promise<string> {
  const isCity = organisation === proposer;
  const local = { holder: 'Minato-ku', country: 'JP', accountNumber: '1234567', bankCode: '0005', iban: '', bic: '', town: 'Minato' };
  const foreign = {
    holder: 'Crédit für Städte',
    country: 'KZ',
    accountNumber: '',
    bankCode: '',
    iban: IBAN,
    bic: 'KZKOKZKX',
    town: 'Almaty',
  };
  const details = { currency: 'USD', bankName: 'Bank', replaces: '', ...(isCity ? local : foreign), ...more };
  const officer = person(`officer of ${organisation}`, organisation, isCity ? 'proposer.officer' : 'sponsor.officer');
  const { id } = await command.proposeBankAccount(details, as(officer));
  const second = person(`certifier of ${organisation}`, organisation, isCity ? 'proposer.certifier' : 'sponsor.approver');
  await command.confirmBankAccount({ account: id, numberAgain: details.iban || details.accountNumber }, as(second));
  return id;
}

/** The service, for organisations that each have an account that is used. */
export function openingWithAccounts(): () => Parts {
  const parts = opening();
  beforeAll(async () => {
    for (const organisation of [proposer, fund, bank]) await account(parts(), organisation);
    later(4);
  });
  return parts;
}

/** An effective agreement whose milestones are all verified. */
export async function effective({ command, query, registry }: Parts) {
  const agreement = newId('agr');
  await command.draftAgreement(terms(agreement), as(WORKFLOW_ACTOR));
  const { contentHash } = await query.getAgreement({ id: agreement }, reading);
  for (const [party, actor] of [
    [proposer, certifier],
    [fund, approverOf(fund)],
    [bank, approverOf(bank)],
  ] as const) {
    await command.signAgreement({ agreement, party, contentHash }, as(actor));
  }
  for (const { number, amount } of tranches) {
    const id = idFrom('mst', agreement, number);
    registry.milestones.set(id, verifiedMilestone(id, { agreement, project, number, amount }));
    const entry = (version: number, type: string, at: string, correlationId: string, data: object) =>
      registry.history.push({
        stream: id,
        version,
        type,
        at,
        correlationId,
        actor: 'x',
        actingFor: '',
        causationId: '',
        data: JSON.stringify(data),
        note: '',
        erased: false,
      });
    const full = { report: 2, payableBasisPoints: 10_000 };
    entry(1, 'MilestoneBegun', '2027-01-19T08:00:00.000Z', 'began', { amount: { amount: String(amount.amount), currency: 'USD' } });
    entry(2, 'MilestoneReportSubmitted', '2027-01-20T08:00:00.000Z', `first-${number}`, { report: 1 });
    entry(3, 'MilestoneReportReturned', '2027-01-21T08:00:00.000Z', `return-${number}`, { report: 1 });
    entry(4, 'MilestoneReportSubmitted', '2027-01-22T08:00:00.000Z', `second-${number}`, { report: 2 });
    entry(5, 'MilestoneVerified', '2027-01-25T08:00:00.000Z', `verdict-${number}`, full);
  }
  return agreement;
}

/** The default proposal. */
export const measure = (agreement: string, kind: string, note: string) => ({
  agreement,
  kind,
  note,
  changes: [],
  amendment: '',
  financing: [],
  results: [],
  provisions: '',
  cureUntil: '',
  cause: kind === 'suspension' || kind === 'termination' ? 'mutual' : '',
});
/** The parties of its agreements, who are heard. */
export const parties = (): Actor[] => [certifier, approverOf(fund), approverOf(bank)];

export const today = (): string => clock.now().slice(0, 10);

/** As soon as the view knows the accounts. */
export const approves = ({ command }: Parts, order: { agreement: string; payment: string }) =>
  vi.waitFor(() => command.approvePayment(order, as(checker)), HANG_MS);

export async function instructed(parts: Parts, agreement: string, tranche: number, sponsor: string): Promise<string> {
  const { command } = parts;
  const { payment } = await command.requestPayment({ agreement, tranche, sponsor }, as(maker));
  await approves(parts, { agreement, payment });
  await command.instructPayment({ agreement, payment }, as(maker));
  return payment;
}

/** The file by which the bank is said to have paid. */
export const ADVICE = 'ad'.repeat(32);

export async function pay(parts: Parts, agreement: string, tranche: number, sponsor: string): Promise<string> {
  const { command } = parts;
  const payment = await instructed(parts, agreement, tranche, sponsor);
  const booked = { bankReference: `bank-${payment.slice(-26)}`, valueDate: today(), document: ADVICE };
  await command.settlePayment({ agreement, payment, ...booked }, as(maker));
  await command.confirmPayment({ agreement, payment, report: 1 }, as(checker));
  return payment;
}
