/** Why a file cannot be read as rows at all. */
export type FileFault =
  | { readonly type: 'too-large'; readonly maximum: number }
  | { readonly type: 'too-many-rows'; readonly rows: number; readonly maximum: number }
  | { readonly type: 'empty' | 'encoding' | 'separator' | 'old-workbook' | 'workbook' | 'json' }
  | { readonly type: 'quotes'; readonly row: number }
  | { readonly type: 'column-twice'; readonly column: string }
  | { readonly type: 'formulas'; readonly cells: readonly string[] };

/** The first row has the columns. */
export type Sheet = readonly (readonly string[])[];
export class UnreadableFile extends Error {
  readonly fault: FileFault;
  constructor(fault: FileFault) {
    super(fault.type);
    this.fault = fault;
  }
}

/** Of many formulas so many are named. */
export const NAMED_CELLS = 5;

export const MAX_BYTES = 5_000_000;
export const MAX_ROWS = 5_000;
