import type { ParkedEvent } from '@junkan/kit/messaging/parking.ts';
import { Command } from 'commander';
import { say } from '../start/report.ts';
import { type Installation, withInstallation } from './installation.ts';

type Parked = Pick<ParkedEvent, 'consumer' | 'stream' | 'version' | 'reason'> & { readonly context: string; readonly event: string };

/** The events that consumers could not take, in order of context, consumer, stream and version. */
async function parkedEvents({ contexts, db }: Pick<Installation, 'contexts' | 'db'>): Promise<Parked[]> {
  const found = contexts.map(async (context) => {
    const parked = await db(context).collection<ParkedEvent>('parked').find().sort({ consumer: 1, stream: 1, version: 1 }).toArray();
    return parked.map(({ consumer, stream, version, reason, delivery }) => ({
      context,
      consumer,
      stream,
      version,
      event: delivery.event.type,
      reason,
    }));
  });
  return (await Promise.all(found)).flat();
}

export const parkedCommand = (data: () => string): Command =>
  new Command('parked')
    .description('list the events that consumers could not take, with the reasons')
    .option('--json', 'print them as one JSON array on stdout', false)
    .action(async ({ json }: { json: boolean }) => {
      const parked = await withInstallation(data(), parkedEvents);
      for (const { context, consumer, stream, version, event, reason } of parked)
        say(`${context}  ${consumer}  ${stream}@${version}  ${event}: ${reason}`);
      say(parked.length === 0 ? 'Nothing is parked' : `${parked.length} parked; once mended: npm run junkan -- replay <context>`);
      if (json) process.stdout.write(`${JSON.stringify(parked)}\n`);
    });
