import { useId, useState } from 'react';
import { fieldMissing } from '#messages/forms';
import * as m from '#messages/statements';
import { Acts } from '../../acts/Acts.tsx';
import { fieldLabel, personName } from '../../acts/words.ts';
import type { AnswerOf, Schemas } from '../../base/api/client.ts';
import { Facts } from '../../base/parts/Facts.tsx';
import { FieldHead } from '../../base/parts/FieldHead.tsx';
import { ItemLink } from '../../base/parts/ItemLink.tsx';
import { list } from '../../base/parts/locale.ts';
import { Seal } from '../../base/parts/Seal.tsx';
import { StatusOf } from '../../base/parts/StatusOf.tsx';
import type { Given } from '../../opened/Act.tsx';

type Statement = AnswerOf<'getStatement'>;

const OF_OWNER: readonly string[] = ['nameStatementOwner', 'confirmStatementOwner', 'refuseStatementOwner'];

/** The owner of a statement that nothing identifies: who has named its account, what finance has reported, and the acts on that. */
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
        <StatusOf of="bankAccountStatus" status={status} />
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

type Candidate = Schemas['OwnerCandidate'];
type Props = {
  readonly candidates: readonly Candidate[];
  readonly names: Schemas['Names'];
  readonly chosen: string;
  readonly fault: string | undefined;
  onChange(account: string): void;
};

/** One of the sponsors' accounts that the statement may belong to: its owner, and the bank that keeps it. */
function OwnerChoice({ candidates, names, chosen, fault, onChange }: Props) {
  const id = useId();
  return (
    <div className="field">
      <FieldHead id={id} label={fieldLabel('account')} hint={m.chooseOwnerHint()} fault={fault} />
      <select
        className="in"
        id={id}
        name="account"
        value={chosen}
        aria-invalid={fault !== undefined}
        aria-describedby={`${id}-hint${fault ? ` ${id}-fault` : ''}`}
        onChange={({ currentTarget: { value } }) => onChange(value)}
      >
        <option value="">–</option>
        {candidates.map((candidate) => (
          <option key={candidate.account} value={candidate.account}>
            {textOf(candidate, names)}
          </option>
        ))}
      </select>
    </div>
  );
}

const textOf = ({ sponsor, holder, bankName, bic, bankCode }: Candidate, names: Schemas['Names']): string =>
  [names[sponsor]?.text ?? sponsor, holder, bankName, bic, bankCode].filter(Boolean).join(' · ');
