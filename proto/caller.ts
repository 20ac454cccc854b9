import type { Commands } from './command.ts';
import type { Program } from './programs.ts';

/** Who may call an RPC, as its contract declares it: see `callers` in the options. */
export type Caller = 'person' | Program;
export type Callers<Contract> = { readonly [Method in keyof Contract]: readonly Caller[] };
/** Commands with their rules, and who may call them. */
export type CommandCallers<Contract> = {
  readonly commands: Commands & Readonly<Record<keyof Contract, unknown>>;
  readonly callers: Callers<Contract>;
};
