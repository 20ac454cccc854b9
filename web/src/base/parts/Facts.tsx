import type { ReactNode } from 'react';

export type Fact = readonly [term: string, is: ReactNode];

/** Terms and what they are; those of which nothing is known are left out. */
export const Facts = ({ of }: { readonly of: readonly Fact[] }) => (
  <dl className="facts">
    {of
      .filter(([, is]) => is !== undefined && is !== null && is !== '')
      .flatMap(([term, is]) => [<dt key={term}>{term}</dt>, <dd key={`${term}-is`}>{is}</dd>])}
  </dl>
);
