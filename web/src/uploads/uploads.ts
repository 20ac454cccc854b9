import { useEffect, useRef, useState } from 'react';
import { FILE_TYPES } from '#files';
import type { Schemas } from '../base/api/client.ts';
import { problemOf } from '../base/api/problems.ts';

/** Where nothing came back at all. */
const NO_ANSWER = new TypeError('no answer came');

/** Sends a file, and tells how much of it is sent, between 0 and 1. */
const sent = <Answer>(path: string, file: File, mediaType: string, onSent: (share: number) => void): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/v1${path}`);
    request.setRequestHeader('content-type', mediaType);
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onSent(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(NO_ANSWER);
    request.onload = () => {
      const { status, statusText, response } = request;
      if (status === 201) resolve(response as Answer);
      else reject(problemOf(`POST ${path.split('?')[0]}`, new Response(null, { status, statusText }), response));
    };
    request.send(file);
  });

/** Uploads a file as evidence. The same file again has one effect. */
const upload = (file: File, mediaType: string, onSent: (share: number) => void): Promise<Schemas['Evidence']> =>
  sent(`/evidence?name=${encodeURIComponent(file.name)}`, file, mediaType, onSent);

/** Imports a file of a bank's statements. The same file again changes nothing. */
export const uploadStatements = (file: File, onSent: (share: number) => void): Promise<Schemas['ImportedStatements']> =>
  sent('/statements', file, 'application/xml', onSent);

/** How soon it is asked again whether a file is free. */
const ASKED_AGAIN_MS = 5_000;

/** Waits while a file is held until it is scanned. @throws ApiProblem where something is found in it; AbortError once nobody waits. */
async function scanned(hash: string, signal: AbortSignal): Promise<void> {
  for (;;) {
    // Where nothing comes, it is asked again.
    const answer = await fetch(`/v1/evidence/${hash}`, { signal }).catch(() => undefined);
    signal.throwIfAborted();
    if (answer?.ok) return answer.body?.cancel();
    const problem = answer && problemOf('GET /evidence', answer, await answer.json().catch(() => undefined));
    const isWaiting = problem?.problem.type === '/problems/file-is-held' && problem.problem.facts?.['state'] === 'pending';
    if (problem && !isWaiting) throw problem;
    await new Promise((resolve) => setTimeout(resolve, ASKED_AGAIN_MS));
    signal.throwIfAborted();
  }
}

export const ACCEPTED = Object.keys(FILE_TYPES)
  .map((end) => `.${end}`)
  .join(',');
export const MAX_MEGABYTES = 25;
const MEGABYTE = 1024 * 1024;

type Unfit = 'empty' | 'large' | 'other';

const typeOf = ({ name }: { readonly name: string }): string | undefined => FILE_TYPES[name.split('.').at(-1)?.toLowerCase() ?? ''];

/** Why a file is not taken, before anything of it is sent. */
function unfitOf(file: { readonly name: string; readonly size: number }): Unfit | undefined {
  if (typeOf(file) === undefined) return 'other';
  if (file.size === 0) return 'empty';
  return file.size > MAX_MEGABYTES * MEGABYTE ? 'large' : undefined;
}

export type Sending = {
  readonly name: string;
  /** How much of it is sent, between 0 and 1. */
  readonly share: number;
  readonly unfit?: Unfit | undefined;
  /** Whether it is there, and held until it is scanned for viruses. */
  readonly isScanned?: boolean;
};
export type Uploads = {
  readonly sending: readonly Sending[];
  readonly error: unknown;
  add(files: readonly File[]): Promise<void>;
};

/**
 * Files are uploaded as evidence one by one; an unsuitable file is rejected before anything is sent. `onSent`: called with the result of
 * each.
 */
export function useUploads(onSent: (hash: string, name: string) => Promise<void> | void): Uploads {
  const [sending, setSending] = useState<readonly Sending[]>([]);
  const [error, setError] = useState<unknown>();
  const shown = useRef(new AbortController());
  useEffect(() => {
    shown.current = new AbortController();
    return () => shown.current.abort();
  }, []);
  const tell = (name: string, more: Partial<Sending>): void =>
    setSending((before) => before.map((each) => (each.name === name ? { ...each, ...more } : each)));

  async function add(files: readonly File[]): Promise<void> {
    setError(undefined);
    setSending(files.map((file) => ({ name: file.name, share: 0, unfit: unfitOf(file) })));
    try {
      for (const file of files.filter((each) => !unfitOf(each))) {
        const { hash, scan } = await upload(file, typeOf(file) ?? '', (share) => tell(file.name, { share }));
        if (scan !== undefined && scan !== 'clean') {
          tell(file.name, { isScanned: true });
          await scanned(hash, shown.current.signal);
        }
        // Where nothing is waited for, it is named in the same moment in which it is no longer on its way.
        const taken = onSent(hash, file.name);
        if (taken !== undefined) await taken;
        setSending((before) => before.filter(({ name }) => name !== file.name));
      }
    } catch (failed) {
      if (shown.current.signal.aborted) return;
      setSending((before) => before.filter(({ unfit }) => unfit));
      setError(failed);
    }
  }
  return { sending, error, add };
}

const ATTEMPTS = 5;

type Change<Part> = (parts: readonly Part[]) => readonly Part[];
type Attaching<Part> = {
  /** Reads the parts that there are by now, and puts in their place what the change makes of them. */
  save(change: Change<Part>): Promise<unknown>;
  /** Whether somebody else has saved meanwhile, so that it is read and saved again. */
  isOvertaken(error: unknown): boolean;
  /** What a file that was sent makes of the parts, and by which name that is said. */
  attach(hash: string, file: string): { readonly name: string; readonly change: Change<Part> };
};

/** Files become part of something one by one, together with those that others add meanwhile, and are taken out again. */
export function useAttaching<Part>({ save, isOvertaken, attach }: Attaching<Part>) {
  const [said, setSaid] = useState<{ readonly done: 'added' | 'removed'; readonly name: string }>();
  const [error, setError] = useState<unknown>();

  async function saved(change: Change<Part>): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await save(change);
        return;
      } catch (failed) {
        if (attempt === ATTEMPTS || !isOvertaken(failed)) throw failed;
      }
    }
  }

  const uploads = useUploads(async (hash, file) => {
    const { name, change } = attach(hash, file);
    await saved(change);
    setSaid({ done: 'added', name });
  });
  const add = (files: readonly File[]): Promise<void> => {
    setError(undefined);
    setSaid(undefined);
    return uploads.add(files);
  };

  async function remove(name: string, change: Change<Part>): Promise<void> {
    setError(undefined);
    try {
      await saved(change);
      setSaid({ done: 'removed', name });
    } catch (failed) {
      setError(failed);
    }
  }
  return { uploads: { ...uploads, error: uploads.error ?? error, add }, said, remove };
}
