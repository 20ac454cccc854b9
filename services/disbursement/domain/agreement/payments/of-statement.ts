/** The entry of a bank's statement on which a settlement rests; nothing where it is reported by hand. */
export type OfStatement = { readonly statement?: string | undefined; readonly statementEntry?: number | undefined };
export const statementOf = ({ statement, statementEntry }: OfStatement): OfStatement =>
  statement === undefined || statement === '' ? {} : { statement, statementEntry };
