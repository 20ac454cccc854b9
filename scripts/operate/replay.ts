import { askRetry } from '@junkan/kit/messaging/parking.ts';
import { Command } from 'commander';
import { say } from '../start/report.ts';
import { contextArgument, withInstallation } from './installation.ts';

export const replayCommand = (data: () => string): Command =>
  new Command('replay')
    .description('let the consumers of a context take their parked events again')
    .addArgument(contextArgument())
    .option('--consumer <name>', 'only this consumer')
    .option('--stream <id>', 'only this stream')
    .action(async (context: string, { consumer, stream }: { consumer?: string; stream?: string }) => {
      await withInstallation(data(), async ({ db, isRunning }) => {
        const asked = await askRetry(db(context), consumer, stream);
        say(`${asked} parked events will be taken again ${isRunning ? 'by the running services' : 'when the services start'}`);
      });
    });
