import { createHash, randomBytes } from 'node:crypto';
import { crashAt } from '../crash.ts';
import type { Database } from '../mongo.ts';

type Text = { _id: string; salt: string; text: string };

/**
 * Free text lives here, erasable, and events name it by a salted hash: erasing a person's words breaks no history.
 * The salt is random, so the hash says nothing about the text once that is gone.
 */
export function texts(db: Database) {
  const kept = db.collection<Text>('texts');
  return {
    /** Keeps a text and answers its reference; an empty text has none. */
    async keep(text: string): Promise<string> {
      if (text === '') return '';
      const salt = randomBytes(16).toString('hex');
      const reference = `txt_${createHash('sha256').update(salt).update(text).digest('hex')}`;
      await kept.insertOne({ _id: reference, salt, text });
      crashAt('texts.kept');
      return reference;
    },
    /** The text, or nothing where it was erased or never was. */
    async read(reference: string): Promise<string> {
      if (reference === '') return '';
      return (await kept.findOne({ _id: reference }))?.text ?? '';
    },
  };
}

export type Texts = ReturnType<typeof texts>;
