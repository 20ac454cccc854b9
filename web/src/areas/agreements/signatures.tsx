import * as m from '#messages/agreements';
import { Words } from '../../acts/Words.tsx';
import { personName } from '../../acts/words.ts';
import type { Schemas } from '../../api/client.ts';
import { momentText } from '../../parts/locale.ts';
import { Seal } from '../../parts/Seal.tsx';

/** Each party, and who of it has signed: an act that binds. */
export function Signatures({ agreement }: { readonly agreement: Schemas['Agreement'] }) {
  const { proposer, shares = [], signatures = [], names = {}, declined, declinedBy } = agreement;
  const parties = [...new Set([proposer, ...shares.map(({ sponsor }) => sponsor)])];
  return (
    <section className="part" aria-labelledby="h-signatures">
      <h2 id="h-signatures">{m.signatures()}</h2>
      <dl className="facts">
        {parties.flatMap((party) => {
          const signature = signatures.find((each) => each.party === party);
          return [
            <dt key={party}>{names[party]?.text ?? party}</dt>,
            <dd key={`${party}-signed`}>
              {signature ? (
                <Seal isBound name={personName(names, signature.by)} detail={momentText(signature.at)} />
              ) : (
                <span className="quiet">{m.notSigned()}</span>
              )}
            </dd>,
          ];
        })}
      </dl>
      {declinedBy ? <p>{m.declined({ party: names[declinedBy]?.text ?? declinedBy })}</p> : null}
      <Words said={declined} names={names} />
    </section>
  );
}
