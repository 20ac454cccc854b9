import { serving, servingCommands } from '@junkan/kit/grpc/serve.ts';
import { INFRASTRUCTURE } from '@junkan/kit/infrastructure.ts';
import { readLists } from '@junkan/kit/lists.ts';
import type { Log } from '@junkan/kit/log.ts';
import { openService, type RunningService } from '@junkan/kit/service.ts';
import { keyClaims } from '@junkan/kit/store/key-claims.ts';
import { SPONSOR_COMMANDS, SPONSOR_QUERIES } from '@junkan/proto/callers.ts';
import { SponsorCommandServiceService, SponsorQueryServiceService } from '@junkan/proto/junkan/sponsor/v1/service.ts';
import type { z } from 'zod';
import { commands } from './api/commands.ts';
import { queries } from './api/queries.ts';
import type { settings as schema } from './config.ts';

export async function start(settings: z.output<typeof schema>, log: Log, infrastructure = INFRASTRUCTURE): Promise<RunningService> {
  const service = await openService({ service: 'sponsor-registry', settings, log, infrastructure });
  return service.serve([
    servingCommands(
      SponsorCommandServiceService,
      SPONSOR_COMMANDS,
      commands({
        ...service,
        keys: keyClaims(service.db),
        lists: readLists(settings.JUNKAN_LISTS),
        clearanceMonths: settings.JUNKAN_POLICY_CLEARANCE_MONTHS,
      }),
    ),
    serving(SponsorQueryServiceService, SPONSOR_QUERIES, queries({ ...service, dueDiligence: settings.JUNKAN_POLICY_DUE_DILIGENCE })),
  ]);
}
