import { randomBytes } from 'node:crypto';
import type { Actor } from '@junkan/proto/actor.ts';
import { batching } from '../batching.ts';
import type { PolicyClock } from '../clock.ts';
import { crashAt } from '../crash.ts';
import { sha256 } from '../ids.ts';
import type { Log } from '../log.ts';
import { type Database, insertOnce } from '../mongo.ts';
import { ProblemError } from '../problem.ts';
import type { Instant } from '../pure/dates.ts';
import type { Commit } from './commit.ts';

/** A kept text: whose words, about which stream, and when (policy time). Texts of earlier versions know only their words. */
export type KeptText = {
  readonly _id: string;
  readonly salt: string;
  readonly text: string;
  readonly person?: string;
  readonly stream?: string;
  readonly at?: Instant;
};

/** A text that is named but not yet kept. `keep` may be repeated; where there is no text, there is nothing to keep. */
export type Draft = { readonly reference: string; readonly keep: (() => Promise<void>) | undefined };

type About = { readonly stream: string; readonly by: Actor };

const NOTHING: Draft = { reference: '', keep: undefined };

/** What a text is named by. The salt is random and kept with it, so the name says nothing once both are erased. */
const referenceOf = ({ salt, text }: Pick<KeptText, 'salt' | 'text'>): string => `txt_${sha256(salt + text)}`;

/**
 * Free text lives here, erasable, and events name it by a salted hash: erasing a person's words breaks no history.
 * A text is drafted before its command is decided and kept only when it was accepted: a refusal leaves no words behind.
 */
export async function texts(db: Database, { clock, log }: { readonly clock: PolicyClock; readonly log: Log }) {
  const kept = db.collection<KeptText>('texts');
  await Promise.all([kept.createIndex({ stream: 1 }), kept.createIndex({ person: 1 })]);

  /** @throws ProblemError where what is kept is not what was named. */
  function undamaged(found: KeptText): string {
    if (referenceOf(found) === found._id) return found.text;
    log.error({ text: found._id }, 'a kept text is damaged: restore it from a backup');
    throw new ProblemError({ kind: 'bug', type: 'ContentIsDamaged', data: { content: found._id } });
  }

  const keptAs = batching(async (references: readonly string[]) => {
    const found = await kept.find({ _id: { $in: [...new Set(references)] } }).toArray();
    const byReference = new Map(found.map((text) => [text._id, text]));
    return references.map((reference) => byReference.get(reference));
  });

  return {
    /** Names a text; an empty one has no name. The same words of the same person about the same stream keep their name. */
    async draft(text: string, { stream, by }: About): Promise<Draft> {
      if (text === '') return NOTHING;
      const before = await kept.findOne({ stream, person: by.person, text });
      const salt = before?.salt ?? randomBytes(16).toString('hex');
      const reference = referenceOf({ salt, text });
      return {
        reference,
        async keep() {
          await insertOnce(kept, { _id: reference, salt, text, person: by.person, stream, at: clock.now() });
          crashAt('texts.kept');
        },
      };
    },

    /** Keeps a text about a stream in the place of the one before: one that no event names. */
    async replace(text: string, { stream, by }: About): Promise<void> {
      const draft = await this.draft(text, { stream, by });
      await draft.keep?.();
      await kept.deleteMany({ stream, _id: { $ne: draft.reference } });
    },

    /** Erases texts by their references. */
    async erase(references: readonly string[]): Promise<void> {
      await kept.deleteMany({ _id: { $in: [...references] } });
    },

    /** The texts about streams of which each has one, by stream. */
    async about(streams: readonly string[]): Promise<ReadonlyMap<string, string>> {
      const found = await kept.find({ stream: { $in: [...streams] } }).toArray();
      return new Map(found.map((text) => [text.stream ?? '', undamaged(text)]));
    },

    /** The texts that are still there, by their references. */
    async read(references: Iterable<string>): Promise<ReadonlyMap<string, string>> {
      const wanted = [...new Set(references)].filter((reference) => reference !== '');
      const found = await Promise.all(wanted.map(keptAs));
      return new Map(found.flatMap((text) => (text ? [[text._id, undamaged(text)]] : [])));
    },
  };
}

export type Texts = Awaited<ReturnType<typeof texts>>;

/** Names several texts of one command, each by its reference; the same words have one. `keep`: once the command is accepted. */
export async function draftWords(texts: Pick<Texts, 'draft'>, words: readonly string[], about: About) {
  const different = [...new Set(words)];
  const drafts = await Promise.all(different.map((text) => texts.draft(text, about)));
  return {
    references: words.map((text) => drafts[different.indexOf(text)]?.reference ?? ''),
    async keep() {
      for (const { keep } of drafts) await keep?.();
    },
  };
}

const REFERENCES = /txt_[0-9a-f]{64}/g;

/** Erases all that a person has typed, also where an earlier version did not note whose words they were. Answers how many texts there were. */
export async function eraseTextsOf(db: Database, person: string): Promise<number> {
  const commits = await db.collection<Commit>('commits').find({ 'actor.person': person }).toArray();
  const named = commits.flatMap(({ events }) => JSON.stringify(events).match(REFERENCES) ?? []);
  const kept = db.collection<KeptText>('texts');
  const found = await kept.find({ _id: { $in: named } }).toArray();
  const unsigned = found.filter((text) => text.person === undefined).map(({ _id }) => _id);
  const erased = await Promise.all([kept.deleteMany({ person }), kept.deleteMany({ _id: { $in: unsigned } })]);
  return erased.reduce((sum, { deletedCount }) => sum + deletedCount, 0);
}
