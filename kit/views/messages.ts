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

/** By what a program reads the feeds. */
export type ProgramData = {
  readonly nats: NatsSettings;
  readonly client: string;
  readonly namespace: string;
  readonly signers: SigningKeys;
};

/** A view that it is to write. */
export type WriterData = ProgramData & { readonly module: string; readonly folder: string; readonly path: string };

/** What is said of a view by who writes it. */
export type FromWriter =
  /** `isWhole`: whether it has once caught up. */
  | { readonly kind: 'opened'; readonly isWhole: boolean }
  /** It has caught up, for the first time. */
  | { readonly kind: 'whole' }
  /** It could not be opened. */
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'stale'; readonly isStale: boolean }
  | { readonly kind: 'applied'; readonly applied: Applied }
  | { readonly kind: 'refused' }
  | { readonly kind: 'swap' }
  | { readonly kind: 'behind'; readonly id: number; readonly counts: Record<string, number> | undefined }
  | { readonly kind: 'note'; readonly level: Level; readonly details: Readonly<Record<string, string | number>>; readonly message: string }
  | { readonly kind: 'closed' };

/** Messages to who writes a view. */
export type ToWriter =
  | { readonly kind: 'listened-to'; readonly isListenedTo: boolean }
  | { readonly kind: 'swapped' }
  | { readonly kind: 'behind'; readonly id: number }
  | { readonly kind: 'close' };

/** A view that the thread is to write. */
export type Opening = Pick<WriterData, 'module' | 'folder'> & { readonly program: ProgramData };

/** Each is about the view of a file. */
export type FromThread = { readonly path: string; readonly message: FromWriter };
export type ToThread =
  | { readonly path: string; readonly message: ToWriter | ({ readonly kind: 'open' } & Opening) }
  | { readonly message: { readonly kind: 'end' } };
