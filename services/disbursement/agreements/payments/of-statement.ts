/**
 * What is said of the bank rests on the entry of a statement, or on a document: the hash of a file of the secretariat, that a person who reports it by hand has
 * uploaded. In what earlier versions recorded by hand there is neither.
 */
export type OfStatement = {
  readonly statement?: string | undefined;
  readonly statementEntry?: number | undefined;
  readonly document?: string | undefined;
};
export const statementOf = ({ statement, statementEntry }: OfStatement): Omit<OfStatement, 'document'> =>
  statement === undefined || statement === '' ? {} : { statement, statementEntry };
/** The entry of a statement that a report, or a bank's reference, is of. */
export type Line = { readonly statement: string; readonly statementEntry: number };
export const lineIn = ({ statement = '', statementEntry = 0 }: OfStatement): Line | undefined =>
  statement === '' ? undefined : { statement, statementEntry };
export const isSameLine = (one: Line | undefined, other: Line): boolean =>
  one?.statement === other.statement && one.statementEntry === other.statementEntry;
/** The same of a report, which may rest on a document. */
export const groundOf = ({ document = '', ...said }: OfStatement): OfStatement => (document === '' ? statementOf(said) : { document });

/** `unknownEvidence`: of what a person names, the hashes of which the secretariat has uploaded no file. */
export type Grounds = OfStatement & { readonly unknownEvidence?: readonly string[] | undefined };

/** Why a report rests on nothing. */
export function groundFault({ statement = '', document = '', unknownEvidence = [] }: Grounds) {
  if (statement !== '') return undefined;
  if (document === '') return { type: 'DocumentIsMissing' } as const;
  return unknownEvidence.length > 0 ? ({ type: 'EvidenceIsUnknown', hashes: unknownEvidence } as const) : undefined;
}
