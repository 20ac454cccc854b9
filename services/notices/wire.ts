import { serving, servingCommands } from '@junkan/kit/grpc/serve.ts';
import { INFRASTRUCTURE } from '@junkan/kit/infrastructure.ts';
import type { Log } from '@junkan/kit/log.ts';
import { openService, type RunningService } from '@junkan/kit/service.ts';
import { leases } from '@junkan/kit/store/leases.ts';
import { NOTICE_COMMANDS, NOTICE_QUERIES } from '@junkan/proto/callers.ts';
import { MatchingQueryServiceService } from '@junkan/proto/junkan/matching/v1/service.ts';
import { NoticeCommandServiceService, NoticeQueryServiceService } from '@junkan/proto/junkan/notice/v1/service.ts';
import type { z } from 'zod';
import { commands } from './api/commands.ts';
import { queries } from './api/queries.ts';
import type { settings as schema } from './config.ts';
import { sendingMail } from './mail/sender.ts';
import { transportTo } from './mail/transport.ts';

export async function start(settings: z.output<typeof schema>, log: Log, infrastructure = INFRASTRUCTURE): Promise<RunningService> {
  const service = await openService({ service: 'notices', settings, log, infrastructure });
  const { store, clock, texts, telemetry, log: own } = service;
  const inbox = await service.view(new URL('./inbox/view.ts', import.meta.url), settings.JUNKAN_VIEWS);
  const { JUNKAN_SMTP_URL: smtp, JUNKAN_MAIL_FROM: from, JUNKAN_HOME: home } = settings;
  if (smtp !== undefined) {
    const { send, close } = transportTo(smtp, from, { isOpen: settings.JUNKAN_TRIAL });
    service.opened.defer('smtp', close);
    const outbox = leases(service.db, 'mails');
    const count = (outcome: 'sent' | 'failed'): void => telemetry?.counted('junkan_mails_total', 1, { outcome });
    const mail = sendingMail({ store, texts, inbox: inbox, clock, home, log: own, send, count, outbox });
    telemetry?.watch('junkan_mail_undelivered', {}, outbox.unfinished);
    service.opened.defer('mail', () => mail.close());
  }
  return service.serve([
    servingCommands(NoticeCommandServiceService, NOTICE_COMMANDS, commands({ store, texts, clock })),
    serving(
      NoticeQueryServiceService,
      NOTICE_QUERIES,
      queries({ store, texts, inbox: inbox, matching: service.dial('matching', MatchingQueryServiceService) }),
    ),
  ]);
}
