type Column = { readonly title: string; readonly isFigure?: boolean };

/** Heads of columns; the roles are written out, as narrow pages show rows as lists. */
export const Columns = ({ of }: { readonly of: readonly Column[] }) =>
  of.map(({ title, isFigure = false }) => (
    <th key={title} scope="col" role="columnheader" className={isFigure ? 'r' : undefined}>
      {title}
    </th>
  ));
