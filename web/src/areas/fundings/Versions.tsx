import type { ReactNode } from 'react';
import { terms } from '#messages/financing';
import { wordsErased } from '#messages/forms';
import * as m from '#messages/fundings';
import { personName } from '../../acts/words.ts';
import { momentText } from '../../base/parts/locale.ts';
import { Money } from '../../base/parts/Money.tsx';
import { Seal } from '../../base/parts/Seal.tsx';
import { compared } from '../../base/parts/sums.ts';
import { Scroll } from '../../base/parts/Table.tsx';
import { changedTerms, FinancingFacts, TermChanges } from '../../terms/FinancingFacts.tsx';
import type { Funding, Offer, Terms } from './offers.ts';
import { byWhom, Change } from './Side.tsx';

type Props = {
  readonly funding: Funding;
  readonly offer: Offer;
  readonly versions: readonly Terms[];
  readonly organisation: string;
};

/** The versions of an offer's terms side by side; changes from one to the next are marked, also in words. */
export function Versions({ funding, offer, versions, organisation }: Props) {
  const { names = {} } = funding;
  const headOf = ({ terms }: Terms): string => m.version({ version: terms });
  return (
    <Scroll label={m.versions()}>
      <table className="vers stack" role="table">
        <thead>
          <tr role="row">
            <td role="cell">
              <span className="vh">{m.term()}</span>
            </td>
            {versions.map((version) => (
              <th key={version.terms} scope="col" role="columnheader" className={version.terms === offer.terms ? 'cur' : undefined}>
                <span>
                  {headOf(version)} {version.terms === offer.terms ? <small>{m.now()}</small> : null}
                </span>
                <small>{m.termsBy({ by: byWhom(organisation, funding, offer, version.side) })}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr role="row">
            <th scope="row" role="rowheader">
              {m.amount()}
            </th>
            {versions.map((version, index) => {
              const before = versions[index - 1];
              const isChanged = before !== undefined && compared(before.amount, version.amount) !== 0;
              return (
                <Cell key={version.terms} head={headOf(version)} isChanged={isChanged}>
                  <Money amount={version.amount} of={`${offer.id}/versions/${version.terms}`} />
                  {before && isChanged ? (
                    <small>
                      <Change from={before.amount} to={version.amount} />
                    </small>
                  ) : null}
                </Cell>
              );
            })}
          </tr>
          <tr role="row">
            <th scope="row" role="rowheader">
              {terms()}
            </th>
            {versions.map((version, index) => {
              const changes = index > 0 ? changedTerms(versions[index - 1]?.financing, version.financing) : [];
              return (
                <Cell key={version.terms} head={headOf(version)} isChanged={changes.length > 0}>
                  <FinancingFacts financing={version.financing} />
                  {changes.length > 0 ? (
                    <small>
                      <TermChanges of={changes} />
                    </small>
                  ) : null}
                </Cell>
              );
            })}
          </tr>
          <tr role="row">
            <th scope="row" role="rowheader">
              {m.note()}
            </th>
            {versions.map(({ said, ...version }, index) => (
              <Cell
                key={version.terms}
                head={headOf({ said, ...version })}
                isChanged={index > 0 && versions[index - 1]?.said?.note !== said?.note}
              >
                <Note isErased={said?.erased === true}>{said?.note}</Note>
              </Cell>
            ))}
          </tr>
          <tr role="row">
            <th scope="row" role="rowheader">
              {m.by()}
            </th>
            {versions.map((version) => (
              <Cell key={version.terms} head={headOf(version)}>
                {version.said ? <Seal isMini name={personName(names, version.said.by)} detail={momentText(version.said.at)} /> : null}
              </Cell>
            ))}
          </tr>
        </tbody>
      </table>
    </Scroll>
  );
}

const Cell = ({
  head,
  isChanged = false,
  children,
}: {
  readonly head: string;
  readonly isChanged?: boolean;
  readonly children: ReactNode;
}) => (
  <td role="cell" data-h={head} className={isChanged ? 'changed' : undefined}>
    <div>
      {isChanged ? <span className="vh">{m.changed()} </span> : null}
      {children}
    </div>
  </td>
);

function Note({ isErased, children }: { readonly isErased: boolean; readonly children: string | undefined }) {
  if (isErased) return <span className="faint">{wordsErased()}</span>;
  return children ? <span dir="auto">{children}</span> : <span className="faint">{m.noNote()}</span>;
}
