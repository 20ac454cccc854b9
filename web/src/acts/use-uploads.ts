import { useState } from 'react';
import { upload } from '../api/upload.ts';
import { typeOf, type Unfit, unfitOf } from './evidence-files.ts';

export type Sending = {
  readonly name: string;
  /** How much of it is sent, between 0 and 1. */
  readonly share: number;
  readonly unfit?: Unfit | undefined;
};
export type Uploads = {
  readonly sending: readonly Sending[];
  readonly error: unknown;
  add(files: readonly File[]): Promise<void>;
};

/** Files are uploaded as evidence one by one; what does not fit is said before anything of it is sent. `onSent`: what becomes of each. */
export function useUploads(onSent: (hash: string, name: string) => Promise<void> | void): Uploads {
  const [sending, setSending] = useState<readonly Sending[]>([]);
  const [error, setError] = useState<unknown>();
  const tell = (name: string, more: Partial<Sending>): void =>
    setSending((before) => before.map((each) => (each.name === name ? { ...each, ...more } : each)));

  async function add(files: readonly File[]): Promise<void> {
    setError(undefined);
    setSending(files.map((file) => ({ name: file.name, share: 0, unfit: unfitOf(file) })));
    try {
      for (const file of files.filter((each) => !unfitOf(each))) {
        const { hash } = await upload(file, typeOf(file) ?? '', (share) => tell(file.name, { share }));
        await onSent(hash, file.name);
        setSending((before) => before.filter(({ name }) => name !== file.name));
      }
    } catch (failed) {
      setSending((before) => before.filter(({ unfit }) => unfit));
      setError(failed);
    }
  }
  return { sending, error, add };
}
