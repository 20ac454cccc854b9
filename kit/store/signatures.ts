import { sign, verify } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { sha256 } from '../ids.ts';
import { type Keys, OPERATOR, programOfKey } from '../keys.ts';
import { ProblemError } from '../problem.ts';

/** What an operator is needed for: something stored is not what was recorded. */
export const altered = (item: string): ProblemError => new ProblemError({ kind: 'bug', type: 'RecordIsAltered', data: { item } });

/** Who has signed what is stored, by the id of the key, and the signature (Ed25519, base64url). */
export type Signed = { readonly signedBy: string; readonly signature: string };

type Kind = 'commit' | 'snapshot' | 'upload' | 'scan' | 'head' | 'manifest';

/** Of what one process has signed or checked; each some hundred bytes. */
const MAX_CHECKED = 20_000;

export type Signatures = ReturnType<typeof signaturesOf>;

type Parts = {
  readonly context: string;
  /** The program that owns the context. */
  readonly owner: string;
  readonly publicKey: Keys['publicKey'];
  /** What it signs with; nothing for who only checks. */
  readonly own?: Keys['own'] | undefined;
};

/**
 * The signatures under what is stored of one context. The database has no key: a person who can write to it can write nothing that is believed.
 * Only the owner of the context signs, and an operator who takes over what was stored before anything was signed.
 */
export function signaturesOf({ context, owner, publicKey, own }: Parts) {
  const checked = new LRUCache<string, true>({ max: MAX_CHECKED });

  /** In the order of their names, as a database may return fields in another order than they were written in. */
  function bytesOf(kind: Kind, stored: object): Buffer {
    const said = Object.entries(stored).filter(([name, value]) => name !== 'signature' && name !== 'relayed' && value !== undefined);
    return Buffer.from(JSON.stringify([context, kind, said.toSorted(([a], [b]) => (a < b ? -1 : 1))]));
  }
  const keyOf = (bytes: Buffer, signature: string): string => `${sha256(bytes)} ${signature}`;

  return {
    context,

    /** With who signs it and the signature. How far a commit was published changes later, and is not signed. */
    sign<Said extends object>(kind: Kind, said: Said): Said & Signed {
      if (!own) throw new Error(`there is no key to sign for ${context} with`);
      const signedBy = own.id;
      const bytes = bytesOf(kind, { ...said, signedBy });
      const signature = sign(null, bytes, own.key).toString('base64url');
      checked.set(keyOf(bytes, signature), true);
      return { ...said, signedBy, signature };
    },

    /** Whether it is, in every field, what somebody has signed who may. */
    hold(kind: Kind, stored: Partial<Signed>): boolean {
      const { signedBy, signature } = stored;
      if (typeof signedBy !== 'string' || typeof signature !== 'string') return false;
      const bytes = ifJson(() => bytesOf(kind, stored));
      if (!bytes) return false;
      const key = keyOf(bytes, signature);
      if (checked.has(key)) return true;
      const signer = [owner, OPERATOR].includes(programOfKey(signedBy)) ? publicKey(signedBy) : undefined;
      if (!signer || !verify(null, bytes, signer, Buffer.from(signature, 'base64url'))) return false;
      checked.set(key, true);
      return true;
    },
  };
}

/** Nothing where it has what no JSON has, such as a whole number of 64 bits: nobody has signed that. */
function ifJson(bytes: () => Buffer): Buffer | undefined {
  try {
    return bytes();
  } catch {
    return undefined;
  }
}
