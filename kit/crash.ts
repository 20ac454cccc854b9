import { writeFileSync } from 'node:fs';
import { z } from 'zod';
import { commonSettings, readConfig, settingsOf } from './config.ts';

const settings = settingsOf({
  /** `<point>:<pass>`: at which pass of which point this process dies. For trial installations. */
  JUNKAN_CRASH_AT: z
    .string()
    .regex(/^[a-z-]+\.[a-z-]+:[1-9]\d*$/, 'must be a crash point and a number, as in append.written:3')
    .optional(),
  /** The file that shows afterwards that the point was reached. */
  JUNKAN_CRASH_NOTE: z.string().min(1).optional(),
  JUNKAN_TRIAL: commonSettings.JUNKAN_TRIAL,
});

/** @throws where the settings are wrong, or this is no trial installation. */
export function armedBy({ JUNKAN_CRASH_AT, JUNKAN_CRASH_NOTE, JUNKAN_TRIAL }: Readonly<Record<string, string | undefined>>) {
  const { JUNKAN_CRASH_AT: at, JUNKAN_CRASH_NOTE: note } = readConfig(settings, { JUNKAN_CRASH_AT, JUNKAN_CRASH_NOTE, JUNKAN_TRIAL });
  if (at === undefined) return undefined;
  const [point = '', pass] = at.split(':');
  return { point, note, left: Number(pass) };
}

const armed = armedBy(process.env);
const known = new Set<string>();

/**
 * Declares places between a command and its last effect at which a process may be made to die, with what is done by then and what is not: the next start
 * makes up for it. Answers what is called at such a place, which kills this process where a trial asked for that.
 */
export function crashPoints<Point extends string>(points: Readonly<Record<Point, string>>): (point: Point) => void {
  for (const point of Object.keys(points)) known.add(point);
  return (point) => {
    if (armed?.point !== point) return;
    armed.left -= 1;
    if (armed.left > 0) return;
    if (armed.note) writeFileSync(armed.note, point);
    process.kill(process.pid, 'SIGKILL');
  };
}

/** The point at which this process is to die, where no module of it declares that. */
export const unknownPoint = (point = armed?.point): string | undefined => (point === undefined || known.has(point) ? undefined : point);

export const crashAt = crashPoints({
  'blob.stored': 'The bytes of a file are stored; its hash does not name them yet.',
  'texts.kept': 'A text is stored; the command that it belongs to is not appended.',
  'append.ready': 'A command is decided; nothing of it is stored.',
  'append.written': 'A commit is stored; the caller has no answer, the relay knows nothing of it.',
  'snapshot.due': 'A commit is stored that a snapshot is due after; there is no snapshot.',
  'snapshot.written': 'A snapshot is stored; the caller has no answer.',
  'relay.published': 'The broker has acknowledged a batch; nothing is marked.',
  'relay.advanced': 'The furthest place is marked; the commits of the batch are not.',
  'rewind.begun': 'The stream has gone back and its consumers are deleted; all marks stand.',
  'rewind.unmarked': 'What the stream has lost is unmarked; the furthest place is still recorded.',
  'view.written': 'A batch of events is in the rows of a view; those who wait for it have not been woken.',
});
