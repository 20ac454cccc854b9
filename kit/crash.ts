import { writeFileSync } from 'node:fs';
import { z } from 'zod';
import { commonSettings, readConfig, settingsOf } from './config.ts';

/**
 * Every place between a command and its last effect at which a process may be made to die, with what is done by then and
 * what is not. Whatever dies there must be made up for by whoever is started next.
 */
export const CRASH_POINTS = {
  'blob.stored': 'The bytes of a file are stored; its hash does not name them yet.',
  'texts.kept': 'A text is stored; the command that it belongs to is not appended.',
  'append.ready': 'A command is decided; nothing of it is stored.',
  'append.written': 'A commit is stored; whoever sent the command has no answer, the relay knows nothing of it.',
  'snapshot.due': 'A commit is stored that a snapshot is due after; there is no snapshot.',
  'snapshot.written': 'A snapshot is stored; whoever sent the command has no answer.',
  'relay.published': 'The broker has acknowledged a batch; nothing is marked.',
  'relay.advanced': 'The furthest place is marked; the commits of the batch are not.',
  'rewind.begun': 'The stream has gone back and its consumers are deleted; all marks stand.',
  'rewind.unmarked': 'What the stream has lost is unmarked; the furthest place still stands.',
  'view.written': 'A batch of events is in the rows of a view; those who wait for it have not been told.',
  'bridge.start-noted': 'It is noted that a workflow is to begin; it is not started.',
  'bridge.started': 'A workflow is started; the event that called for it is not acknowledged.',
  'bridge.wake-noted': 'Wake-ups are noted; no workflow has been told.',
  'bridge.woken': 'Workflows have been told; the events are not acknowledged.',
  'activity.looked': 'A workflow has looked; the engine does not know what it saw.',
  'activity.acted': 'A workflow’s command is done; the engine does not know.',
  'activity.rested': 'It is noted that a workflow rests; the engine does not know.',
  'gateway.answered': 'A service has done a command; its sender has no HTTP answer.',
  'reference.reserved': 'A reference of the bank is taken; the agreement whose payment or refund it is of knows nothing of it.',
  'part-payment.requested':
    'A payment of some of a part is requested; nobody has been answered, and its milestone’s workflow knows nothing of it.',
  'targets.amended': 'An amendment of targets has taken effect; its milestones are to reach what they were before.',
  'targets.taken-over': 'A milestone has taken over what an amendment has made of its targets; the workflow that brought it has no answer.',
  'payment.instructed': 'The instruction of a payment is stored; nobody has been answered.',
  'payment.reported': 'It is stored what one person says of the bank; nobody has been answered, and no second person has confirmed it.',
  'payment.settled':
    'The settlement of a payment, or what undoes it, is stored with its journal entry; nothing that it frees is free, and nobody has been answered.',
} as const;
export type CrashPoint = keyof typeof CRASH_POINTS;

const isPoint = (name: string): name is CrashPoint => Object.hasOwn(CRASH_POINTS, name);

const pointIn = (at: string): string => at.split(':')[0] ?? '';

const settings = settingsOf({
  /** `<point>:<pass>`: at which pass of which point this process dies. For trial installations. */
  JUNKAN_CRASH_AT: z
    .string()
    .regex(/^[^:]+:[1-9]\d*$/, 'must be a crash point and a number, as in append.written:3')
    .refine((at) => isPoint(pointIn(at)), 'must name a crash point')
    .optional(),
  /** The file that tells afterwards that the point was reached. */
  JUNKAN_CRASH_NOTE: z.string().min(1).optional(),
  JUNKAN_TRIAL: commonSettings.JUNKAN_TRIAL,
});

/** @throws where the settings are wrong, or this is no trial installation. */
export function armedBy({ JUNKAN_CRASH_AT, JUNKAN_CRASH_NOTE, JUNKAN_TRIAL }: Readonly<Record<string, string | undefined>>) {
  const { JUNKAN_CRASH_AT: at, JUNKAN_CRASH_NOTE: note } = readConfig(settings, { JUNKAN_CRASH_AT, JUNKAN_CRASH_NOTE, JUNKAN_TRIAL });
  if (at === undefined) return undefined;
  return { point: pointIn(at), note, left: Number(at.split(':')[1]) };
}

const armed = armedBy(process.env);

/** Kills this process, with nothing said and nothing closed, where a trial asked for that at this pass of this point. */
export function crashAt(point: CrashPoint): void {
  if (armed?.point !== point) return;
  armed.left -= 1;
  if (armed.left > 0) return;
  if (armed.note) writeFileSync(armed.note, point);
  process.kill(process.pid, 'SIGKILL');
}
