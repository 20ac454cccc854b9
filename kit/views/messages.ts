import type { NatsSettings } from '../engine-settings.ts';
import type { ViewEvent } from './view.ts';

/** What a transaction has brought to the rows: the events that it folded, and how far its context was read. */
export type Applied = {
  readonly context: string;
  readonly origin: string;
  readonly sequence: number;
  readonly events: readonly ViewEvent[];
};

/** The levels that a writer notes at. */
type Level = 'info' | 'warn' | 'error';
export type Note = (level: Level, details: Readonly<Record<string, string | number>>, message: string) => void;

/** Whose events count: the public keys of all programs (JWKS), and the program that owns each context. */
export type SigningKeys = { readonly publicKeys: string; readonly owners: Readonly<Record<string, string>> };

/** What the thread that writes is given. */
export type WriterData = {
  readonly module: string;
  readonly folder: string;
  readonly path: string;
  readonly nats: NatsSettings;
  readonly client: string;
  readonly namespace: string;
  readonly signers: SigningKeys;
};

/** What the thread that writes says. */
export type FromWriter =
  | { readonly kind: 'opened' }
  | { readonly kind: 'stale'; readonly isStale: boolean }
  | { readonly kind: 'applied'; readonly applied: Applied }
  | { readonly kind: 'refused' }
  | { readonly kind: 'swap' }
  | { readonly kind: 'behind'; readonly id: number; readonly counts: Record<string, number> | undefined }
  | { readonly kind: 'note'; readonly level: Level; readonly details: Readonly<Record<string, string | number>>; readonly message: string };

/** Messages to the thread. */
export type ToWriter =
  | { readonly kind: 'listened-to'; readonly isListenedTo: boolean }
  | { readonly kind: 'swapped' }
  | { readonly kind: 'behind'; readonly id: number }
  | { readonly kind: 'close' };
