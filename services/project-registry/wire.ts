import { examiner } from '@junkan/kit/files/examiner.ts';
import { clamd } from '@junkan/kit/files/scanner.ts';
import { serving, servingCommands } from '@junkan/kit/grpc/serve.ts';
import { INFRASTRUCTURE } from '@junkan/kit/infrastructure.ts';
import { readLists } from '@junkan/kit/lists.ts';
import type { Log } from '@junkan/kit/log.ts';
import { openService, type RunningService } from '@junkan/kit/service.ts';
import { blobs as openBlobs } from '@junkan/kit/store/blobs.ts';
import { presence as openPresence } from '@junkan/kit/store/presence.ts';
import { uploads as openUploads } from '@junkan/kit/store/uploads.ts';
import { PROJECT_COMMANDS, PROJECT_QUERIES } from '@junkan/proto/callers.ts';
import { ProjectCommandServiceService, ProjectQueryServiceService } from '@junkan/proto/junkan/project/v1/service.ts';
import { SponsorQueryServiceService } from '@junkan/proto/junkan/sponsor/v1/service.ts';
import { commands } from './api/commands.ts';
import { queries } from './api/queries.ts';
import { requireRealTime, THE_CLOCK } from './clock/clock.ts';
import { evidencePolicyOf, policyOf, type Settings } from './config.ts';
import { openScans } from './evidence/api/scans.ts';
import { gazetteer } from './gazetteer.ts';
import { clocks } from './mapping.ts';

export async function start(settings: Settings, log: Log, infrastructure = INFRASTRUCTURE): Promise<RunningService> {
  const service = await openService({ service: 'project-registry', settings, log, infrastructure });
  const { store, db, signatures, texts, clock, telemetry } = service;
  // Before anything is decided, policy time continues from where the trial had advanced it.
  const { state } = await store.load(clocks, THE_CLOCK);
  requireRealTime(state, settings.JUNKAN_TRIAL);
  clock.adopt(Number(state.offset));
  const blobs = await openBlobs(db, log);
  const uploads = await openUploads(db, signatures);
  const scanner = settings.JUNKAN_SCANNER === undefined ? undefined : clamd(settings.JUNKAN_SCANNER);
  const scans = await openScans({ db, signatures, blobs, scanner, clock, log });
  telemetry?.watch('junkan_files_held', { state: 'pending' }, async () => scans.waiting());
  telemetry?.watch('junkan_files_held', { state: 'infected' }, scans.infected);
  service.opened.defer('scans', () => scans.close());
  const parties = await service.view(new URL('./parties/view.ts', import.meta.url), settings.JUNKAN_VIEWS);
  const parts = {
    store,
    texts,
    blobs,
    uploads,
    examiner: examiner(),
    scans,
    presence: await openPresence(db),
    parties,
    clock,
    sponsors: service.dial('sponsor-registry', SponsorQueryServiceService),
    lists: readLists(settings.JUNKAN_LISTS),
    gazetteer: gazetteer(),
    policy: policyOf(settings),
    evidencePolicy: evidencePolicyOf(settings),
    delegationDays: settings.JUNKAN_POLICY_DELEGATION_DAYS,
    trial: settings.JUNKAN_TRIAL,
  };
  return service.serve([
    servingCommands(ProjectCommandServiceService, PROJECT_COMMANDS, commands(parts)),
    serving(ProjectQueryServiceService, PROJECT_QUERIES, queries(parts)),
  ]);
}
