import { serving, servingCommands } from '@junkan/kit/grpc/serve.ts';
import { INFRASTRUCTURE } from '@junkan/kit/infrastructure.ts';
import { secretOf } from '@junkan/kit/keys.ts';
import { readLists } from '@junkan/kit/lists.ts';
import type { Log } from '@junkan/kit/log.ts';
import { openService, type RunningService } from '@junkan/kit/service.ts';
import { PROGRAMME_COMMANDS, PROGRAMME_QUERIES } from '@junkan/proto/callers.ts';
import { DisbursementQueryServiceService } from '@junkan/proto/junkan/disbursement/v1/service.ts';
import { ProgrammeCommandServiceService, ProgrammeQueryServiceService } from '@junkan/proto/junkan/programme/v1/service.ts';
import { ProjectQueryServiceService } from '@junkan/proto/junkan/project/v1/service.ts';
import { SponsorQueryServiceService } from '@junkan/proto/junkan/sponsor/v1/service.ts';
import type { z } from 'zod';
import { commands } from './api/commands.ts';
import { queries } from './api/queries.ts';
import type { settings as schema } from './config.ts';
import { mailHashBy } from './enquiries/api/mail-hash.ts';
import { signingWith } from './learning/api/signing.ts';

export async function start(settings: z.output<typeof schema>, log: Log, infrastructure = INFRASTRUCTURE): Promise<RunningService> {
  const service = await openService({ service: 'programme', settings, log, infrastructure });
  const dimensions = readLists(settings.JUNKAN_LISTS).get('dimensions') ?? [];
  const results = await service.view(new URL('./results/view/view.ts', import.meta.url), settings.JUNKAN_VIEWS);
  const parts = {
    ...service,
    registry: service.dial('project-registry', ProjectQueryServiceService),
    disbursement: service.dial('disbursement', DisbursementQueryServiceService),
    sponsors: service.dial('sponsor-registry', SponsorQueryServiceService),
    dimensions: dimensions.map(({ code }) => code),
    lists: readLists(settings.JUNKAN_LISTS),
    results,
    signing: settings.JUNKAN_CERTIFICATE_KEY === undefined ? undefined : await signingWith(settings.JUNKAN_CERTIFICATE_KEY),
    mailHash: mailHashBy(secretOf(settings.JUNKAN_INTERNAL_KEY)),
    home: settings.JUNKAN_HOME,
  };
  return service.serve([
    servingCommands(ProgrammeCommandServiceService, PROGRAMME_COMMANDS, commands(parts)),
    serving(ProgrammeQueryServiceService, PROGRAMME_QUERIES, queries(parts)),
  ]);
}
