import * as m from '#messages/joining';
import { roleText } from '../../acts/words.ts';
import { Seal } from '../../base/parts/Seal.tsx';
import type { Version } from './shared/queries.ts';
import { Rule } from './shared/Rule.tsx';

const WHO = [
  ['proposer.officer', 'writes', false],
  ['proposer.certifier', 'signs', true],
  ['secretariat.officer', 'checks', false],
  ['secretariat.approver', 'admits', true],
] as const;

/** Who does what on the way in, and what follows from a signature. */
export const Rail = ({ version }: { readonly version: Version | undefined }) => (
  <aside className="rail" aria-label={m.whoDoesWhat()}>
    <h2>{m.whoDoesWhat()}</h2>
    <div className="whos">
      {WHO.map(([role, does, isBound]) => (
        <Seal key={role} name={roleText(role)} detail={m.does({ does })} isBound={isBound} />
      ))}
    </div>
    <p className="quiet">{m.nobodyDoesTwo()}</p>
    {version?.text.rule ? (
      <>
        <h2>{m.whatYouWillOwe()}</h2>
        <Rule rule={version.text.rule} />
      </>
    ) : null}
  </aside>
);
