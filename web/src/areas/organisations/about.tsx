import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { portfolio } from '#messages';
import * as m from '#messages/organisations';
import { codeText, fieldLabel } from '../../acts/words.ts';
import { type Fact, Facts } from '../../parts/Facts.tsx';

type Props = {
  readonly name: string;
  readonly kind: string;
  /** Of which list of the register it is; without it, for whoever has not signed in. */
  readonly isSponsor?: boolean;
  readonly facts: readonly Fact[];
  readonly children?: ReactNode;
};

/** Who an organisation is, in the register's words. */
export const About = ({ name, kind, isSponsor, facts, children }: Props) => (
  <>
    <title>{`${name} · Junkan`}</title>
    <ol className="crumbs">
      <li>
        {isSponsor === undefined ? (
          <Link to="/">{portfolio()}</Link>
        ) : (
          <Link to="/organisations" search={isSponsor ? { kind: 'sponsors' } : {}}>
            {isSponsor ? m.sponsors() : m.proposers()}
          </Link>
        )}
      </li>
      <li>{name}</li>
    </ol>
    <div className="head">
      <h1>{name}</h1>
    </div>
    <Facts of={[[fieldLabel('kind'), codeText('code_kind', kind)], ...facts]} />
    {children}
  </>
);
