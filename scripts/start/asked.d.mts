/** What a start was asked for. */
export type Options = {
  readonly help?: boolean;
  readonly once: boolean;
  readonly json: boolean;
  readonly operations: boolean;
  readonly fresh: boolean;
  readonly processes: boolean;
  readonly replicas: number;
  readonly projects?: string;
  readonly demonstrations?: readonly string[];
  readonly data: string;
  readonly port: number;
};

export class WrongOption extends Error {}
export function helpOf(): string;
export function readOptions(args: readonly string[]): Options;
export function foundFaults(options: Pick<Options, 'projects' | 'data' | 'port'>): Promise<string[]>;
