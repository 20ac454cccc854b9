import { withViewFiles } from '@junkan/kit/views/files.ts';
import { Command } from 'commander';
import { say } from '../start/report.ts';
import { viewsIn } from './installation.ts';

type Parked = {
  readonly view: string;
  readonly context: string;
  readonly stream: string;
  readonly version: number;
  readonly event: string;
  readonly reason: string;
};

/** The events that views could not take, the first hundred of each, in order of view and stream. */
const parkedEvents = (directory: string): Promise<Parked[]> =>
  withViewFiles(directory, (files) =>
    files.flatMap(({ label, parked }) =>
      parked().events.map(({ event: { context, stream, version, type }, reason }) => ({
        view: label,
        context,
        stream,
        version,
        event: type,
        reason,
      })),
    ),
  );

export const parkedCommand = (data: () => string): Command =>
  new Command('parked')
    .description('list the events that views could not take, with the reasons')
    .option('--views <folder>', 'where the views are, if not in the data folder')
    .option('--json', 'print them as one JSON array on stdout', false)
    .action(async ({ json, views = viewsIn(data()) }: { json: boolean; views?: string }) => {
      const parked = await parkedEvents(views);
      for (const { view, context, stream, version, event, reason } of parked)
        say(`${view}  ${context}  ${stream}@${version}  ${event}: ${reason}`);
      say(parked.length === 0 ? 'Nothing is parked' : `${parked.length} parked: a version that understands them builds its views again`);
      if (json) process.stdout.write(`${JSON.stringify(parked)}\n`);
    });
