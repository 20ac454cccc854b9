import { serving, servingCommands } from '@junkan/kit/grpc/serve.ts';
import { INFRASTRUCTURE } from '@junkan/kit/infrastructure.ts';
import type { Log } from '@junkan/kit/log.ts';
import { openService, type RunningService } from '@junkan/kit/service.ts';
import { MATCHING_COMMANDS, MATCHING_QUERIES } from '@junkan/proto/callers.ts';
import { DisbursementQueryServiceService } from '@junkan/proto/junkan/disbursement/v1/service.ts';
import { MatchingCommandServiceService, MatchingQueryServiceService } from '@junkan/proto/junkan/matching/v1/service.ts';
import { ProjectQueryServiceService } from '@junkan/proto/junkan/project/v1/service.ts';
import { SponsorQueryServiceService } from '@junkan/proto/junkan/sponsor/v1/service.ts';
import type { z } from 'zod';
import { commands } from './api/commands.ts';
import { facts } from './api/facts.ts';
import { queries } from './api/queries.ts';
import { liveIndex } from './candidates/live-index.ts';
import type { settings as schema } from './config.ts';

export async function start(settings: z.output<typeof schema>, log: Log, infrastructure = INFRASTRUCTURE): Promise<RunningService> {
  const service = await openService({ service: 'matching', settings, log, infrastructure });
  const neighbours = {
    projects: service.dial('project-registry', ProjectQueryServiceService),
    sponsors: service.dial('sponsor-registry', SponsorQueryServiceService),
    disbursement: service.dial('disbursement', DisbursementQueryServiceService),
  };
  const candidates = await service.view(new URL('./candidates/view.ts', import.meta.url), settings.JUNKAN_VIEWS);
  const deciding = { ...service, facts: facts(neighbours), reopenedDays: settings.JUNKAN_POLICY_REOPENED_ROUND_DAYS };
  return service.serve([
    servingCommands(MatchingCommandServiceService, MATCHING_COMMANDS, commands(deciding)),
    serving(MatchingQueryServiceService, MATCHING_QUERIES, queries({ ...deciding, ...neighbours, index: liveIndex(candidates) })),
  ]);
}
