import { serving, servingCommands } from '@junkan/kit/grpc/serve.ts';
import { INFRASTRUCTURE } from '@junkan/kit/infrastructure.ts';
import type { Log } from '@junkan/kit/log.ts';
import { type CalendarDate, dayIn, type Instant } from '@junkan/kit/pure/dates.ts';
import { openService, type RunningService } from '@junkan/kit/service.ts';
import { blobs } from '@junkan/kit/store/blobs.ts';
import { keyClaims } from '@junkan/kit/store/key-claims.ts';
import { DISBURSEMENT_COMMANDS, DISBURSEMENT_QUERIES } from '@junkan/proto/callers.ts';
import { DisbursementCommandServiceService, DisbursementQueryServiceService } from '@junkan/proto/junkan/disbursement/v1/service.ts';
import { ProjectQueryServiceService } from '@junkan/proto/junkan/project/v1/service.ts';
import { SponsorQueryServiceService } from '@junkan/proto/junkan/sponsor/v1/service.ts';
import type { z } from 'zod';
import { recordedOn } from './agreements/journal.ts';
import { commands } from './api/commands.ts';
import { queries } from './api/queries.ts';
import type { settings as schema } from './config.ts';
import { bankAccounts, rateSheets } from './mapping.ts';

export async function start(settings: z.output<typeof schema>, log: Log, infrastructure = INFRASTRUCTURE): Promise<RunningService> {
  const service = await openService({
    service: 'disbursement',
    settings,
    log,
    infrastructure,
    completed: (event, at) => recordedOn(event, dayIn(settings.JUNKAN_POLICY_BOOKS_TIME_ZONE, at)),
  });
  const { store, texts, clock } = service;
  const files = await blobs(service.db, service.log);
  const projectRegistry = service.dial('project-registry', ProjectQueryServiceService);
  const sponsorRegistry = service.dial('sponsor-registry', SponsorQueryServiceService);
  const accounts = await service.view(new URL('./books/balances/view/view.ts', import.meta.url), settings.JUNKAN_VIEWS);
  const openPayments = await service.view(new URL('./banking/files/view/view.ts', import.meta.url), settings.JUNKAN_VIEWS);
  const parts = { store, texts, clock, keys: keyClaims(service.db), projectRegistry, sponsorRegistry, blobs: files, log: service.log };
  const ownAccounts = await service.view(new URL('./banking/accounts/view/view.ts', import.meta.url), settings.JUNKAN_VIEWS);
  const partners = await service.view(new URL('./agreements/partners/view/view.ts', import.meta.url), settings.JUNKAN_VIEWS);
  const ledger = await service.view(new URL('./books/ledger/view/view.ts', import.meta.url), settings.JUNKAN_VIEWS);
  const standingRates = await service.view(new URL('./books/rates/view/view.ts', import.meta.url), settings.JUNKAN_VIEWS);
  const books = await service.view(new URL('./books/periods/view/view.ts', import.meta.url), settings.JUNKAN_VIEWS);
  const policy = {
    signingDays: settings.JUNKAN_POLICY_SIGNING_DAYS,
    coolingDays: settings.JUNKAN_POLICY_ACCOUNT_COOLING_DAYS,
    answerDays: settings.JUNKAN_POLICY_RECOVERY_ANSWER_DAYS,
    hearingDays: settings.JUNKAN_POLICY_HEARING_DAYS,
    releaseDays: settings.JUNKAN_POLICY_HOLD_DAYS,
    tolerancePercent: settings.JUNKAN_POLICY_RATE_TOLERANCE_PERCENT,
    advances: {
      limitPercent: settings.JUNKAN_POLICY_ADVANCE_PERCENT,
      liquidatedPercent: settings.JUNKAN_POLICY_ADVANCE_LIQUIDATED_PERCENT,
      statementDays: settings.JUNKAN_POLICY_ADVANCE_STATEMENT_DAYS,
    },
  };
  const reading = {
    accounts,
    books,
    ledger,
    standingRates,
    ownAccounts,
    partners,
    coolingDays: policy.coolingDays,
    advances: policy.advances,
    rateDays: settings.JUNKAN_POLICY_RATE_DAYS,
  };
  const dayOfBooks = (at: Instant): CalendarDate => dayIn(settings.JUNKAN_POLICY_BOOKS_TIME_ZONE, at);
  const caughtUp = {
    all: service.atHead([openPayments, ownAccounts, ledger, standingRates, books]),
    accountsAndRates: service.atHead([ownAccounts, standingRates], [bankAccounts.aggregate, rateSheets.aggregate]),
  };
  const views = { dayOfBooks, openPayments, ownAccounts, books, ledger, standingRates, rateDays: reading.rateDays };
  return service.serve([
    servingCommands(DisbursementCommandServiceService, DISBURSEMENT_COMMANDS, commands({ ...parts, ...views, ...policy, caughtUp })),
    serving(
      DisbursementQueryServiceService,
      DISBURSEMENT_QUERIES,
      queries({ ...parts, ...reading, dayOfBooks, openPayments, caughtUp: caughtUp.all }),
    ),
  ]);
}
