/** The bank statement entry that a settlement is based on; undefined if a person reported it. */
export type OfStatement = { readonly statement?: string | undefined; readonly statementEntry?: number | undefined };
export const statementOf = ({ statement, statementEntry }: OfStatement): OfStatement =>
  statement === undefined || statement === '' ? {} : { statement, statementEntry };
