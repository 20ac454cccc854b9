import { useState } from 'react';
import { fieldMissing } from '#messages/forms';
import * as m from '#messages/statements';
import type { Given } from '../../acts/Act.tsx';
import { Acts } from '../../acts/Acts.tsx';
import { fieldLabel, personName } from '../../acts/words.ts';
import type { AnswerOf, Schemas } from '../../api/client.ts';
import { Facts } from '../../parts/Facts.tsx';
import { ItemLink } from '../../parts/ItemLink.tsx';
import { list } from '../../parts/locale.ts';
import { Seal } from '../../parts/Seal.tsx';
import { StatusOf } from '../../parts/StatusOf.tsx';
import { OwnerChoice } from './owner-choice.tsx';

type Statement = AnswerOf<'getStatement'>;

const OF_OWNER: readonly string[] = ['nameStatementOwner', 'confirmStatementOwner', 'refuseStatementOwner'];

/** Whose account a statement is of that nothing tells apart: who has named it, what finance says of it, and the acts on that. */
export function Owner({ statement }: { readonly statement: Statement }) {
  const { claimants, naming, names = {} } = statement;
  const nameOf = (sponsor: string): string => names[sponsor]?.text ?? sponsor;
  const choice = useChoice(statement);
  return (
    <>
      <Facts of={[[m.claimants(), claimants.length > 0 ? list(claimants.map(nameOf)) : null], ...(naming ? saidOf(naming, names) : [])]} />
      <Acts
        item={statement}
        only={({ operation }) => OF_OWNER.includes(operation)}
        given={({ operation }) => {
          if (operation === 'nameStatementOwner') return choice;
          return operation === 'confirmStatementOwner' && naming ? { body: { account: naming.account } } : {};
        }}
      />
    </>
  );
}

type Fact = Parameters<typeof Facts>[0]['of'][number];

function saidOf({ account, sponsor, status, note, by, decidedBy, reason }: Schemas['OwnerNaming'], names: Schemas['Names']): Fact[] {
  const words = (text: string | undefined) => (text ? <blockquote dir="auto">{text}</blockquote> : null);
  return [
    [
      m.saidOwner(),
      <span key="said" className="row">
        <ItemLink id={account}>{names[sponsor]?.text ?? sponsor}</ItemLink>
        <StatusOf of="account" status={status} />
      </span>,
    ],
    [fieldLabel('note'), words(note)],
    [m.saidBy(), <Seal key="by" isMini name={personName(names, by)} />],
    [m.ownerDecidedBy(), decidedBy ? <Seal key="decided" isMini name={personName(names, decidedBy)} /> : null],
    [m.refusedBecause(), words(reason)],
  ];
}

/** What the form needs: one of the accounts that have the number of the statement. */
function useChoice({ ownerCandidates, names = {} }: Statement): Given {
  const [chosen, setChosen] = useState('');
  return {
    body: { account: chosen },
    hints: { note: m.noteHint() },
    own: {
      isReadable: chosen !== '',
      faultsOf: () => (chosen === '' ? { account: fieldMissing({ field: fieldLabel('account') }) } : {}),
      show: ({ account: fault }) => (
        <OwnerChoice candidates={ownerCandidates} names={names} chosen={chosen} fault={fault} onChange={setChosen} />
      ),
    },
  };
}
