import { parentPort } from 'node:worker_threads';
import type { FromThread, FromWriter, Note, Opening, ProgramData, ToThread, ToWriter } from './messages.ts';
import { type ProgramFeeds, programFeeds } from './program-feeds.ts';
import type { View } from './view.ts';
import { sayingHost, startWriter } from './writer.ts';

// The thread that writes the views of a process: reads of the files happen in the main thread. The views of a program share its connection to the broker and one
// reading of each feed; where several programs run in one process, each has its own, by its own rights.

const port = parentPort;
if (!port) throw new Error('this is the writing thread of views');
const say = (path: string, message: FromWriter): void => port.postMessage({ path, message } satisfies FromThread);

type Opened = { readonly view: View; hear(message: ToWriter): void };
/** `open`: its views, by the paths of their files. */
type Program = { readonly feeds: ProgramFeeds; readonly open: Map<string, Opened | undefined> };
const programs = new Map<string, Program>();
const closing = new Set<Promise<void>>();

function programOf(data: ProgramData): Program {
  const key = JSON.stringify(data);
  const known = programs.get(key);
  if (known) return known;
  const open: Program['open'] = new Map();
  /** What is of no view in particular is said of the first. */
  const note: Note = (level, details, message) => {
    const [[path = ''] = []] = open;
    say(path, { kind: 'note', level, details, message });
  };
  const refused = (context: string): void => {
    for (const [path, opened] of open) if (opened?.view.contexts.includes(context)) say(path, { kind: 'refused' });
  };
  const made = { feeds: programFeeds(data, { note, refused }), open };
  programs.set(key, made);
  return made;
}

/** With its last view a program is left alone. */
function forget(program: Program, path: string): void {
  program.open.delete(path);
  if (program.open.size > 0) return;
  for (const [key, each] of programs) if (each === program) programs.delete(key);
  const closed = program.feeds.close().finally(() => closing.delete(closed));
  closing.add(closed);
}

async function opened(path: string, { module, folder }: Opening, program: Program): Promise<Opened> {
  const { view } = (await import(module)) as { view: View };
  program.feeds.keptIn(folder, view);
  let isListenedTo = false;
  const { host, swapped } = sayingHost(
    (message) => {
      const isUnheard = message.kind === 'applied' && !isListenedTo;
      say(path, isUnheard ? { ...message, applied: { ...message.applied, events: [] } } : message);
    },
    (level, details, message) => say(path, { kind: 'note', level, details, message }),
  );
  const writer = startWriter({ view, folder, path, source: program.feeds.source, host });

  async function close(): Promise<void> {
    // A swap that will not be answered any more must not block the stop.
    const closed = writer.close();
    swapped();
    await closed;
    forget(program, path);
    say(path, { kind: 'closed' });
  }
  return {
    view,
    hear(message) {
      switch (message.kind) {
        case 'listened-to':
          isListenedTo = message.isListenedTo;
          return;
        case 'swapped':
          swapped();
          return;
        case 'behind':
          void writer.behind().then(
            (counts) => say(path, { kind: 'behind', id: message.id, counts }),
            () => say(path, { kind: 'behind', id: message.id, counts: undefined }),
          );
          return;
        case 'close':
          void close();
          return;
      }
    },
  };
}

/** Messages to a view whose module is still being loaded wait for that. */
const opening = new Map<string, Promise<Opened | undefined>>();

async function begin(path: string, asked: Opening): Promise<Opened | undefined> {
  const program = programOf(asked.program);
  program.open.set(path, undefined);
  try {
    const view = await opened(path, asked, program);
    program.open.set(path, view);
    return view;
  } catch (error) {
    forget(program, path);
    say(path, { kind: 'failed', reason: error instanceof Error ? error.message : String(error) });
    return undefined;
  }
}

async function end(): Promise<void> {
  await Promise.all(closing);
  port?.close();
}

port.on('message', (asked: ToThread) => {
  if (!('path' in asked)) {
    void end();
    return;
  }
  const { path, message } = asked;
  if (message.kind === 'open') opening.set(path, begin(path, message));
  else
    void opening.get(path)?.then((view) => {
      if (view) view.hear(message);
      else if (message.kind === 'close') say(path, { kind: 'closed' });
    });
});
