import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import * as m from '#messages/groups';
import { Begin } from '../../acts/Begin.tsx';
import { itemQuery } from '../../base/api/items.ts';
import { useSession } from '../../base/api/session.ts';
import { ItemLink } from '../../base/parts/ItemLink.tsx';
import { dayText, locale } from '../../base/parts/locale.ts';
import { useChecks } from './shared/Checks.tsx';
import { inForceOf, inLanguage, type Signatory } from './shared/queries.ts';

/** Of which group a city is a member; who is in none may form one. */
export function GroupOf({ signatory: { group, leavesOn, city, declaration: of, names = {} } }: { readonly signatory: Signatory }) {
  const isOwn = useSession()?.organisation === city;
  if (group)
    return (
      <p>
        <ItemLink id={group}>{names[group]?.text ?? m.theGroup()}</ItemLink>
        {leavesOn ? ` ${m.leavesOn({ day: dayText(leavesOn) })}` : null}
      </p>
    );
  return (
    <>
      <p>{m.onItsOwn()}</p>
      {isOwn ? <Form declaration={of} /> : null}
    </>
  );
}

function Form({ declaration: of }: { readonly declaration: string }) {
  const navigate = useNavigate();
  const { data: declaration } = useQuery(itemQuery('getDeclaration', of));
  const commitments = (declaration && inForceOf(declaration)?.text.commitments) ?? [];
  const nameOf = (code: string): string => {
    const words = commitments.find((each) => each.code === code)?.text ?? [];
    return `${code} ${inLanguage(words, locale)}`;
  };
  const shared = useChecks({
    name: 'sharedCommitments',
    label: m.shares(),
    codes: commitments.map(({ code }) => code),
    textOf: nameOf,
    isNeeded: false,
  });
  return (
    <Begin
      operation="formGroup"
      roles={['proposer.officer']}
      body={{ declaration: of, ...shared.body }}
      own={{ ...shared.own, isAsked: ({ groupKind }) => groupKind === 'shared' }}
      onDone={({ id = '' }) => void navigate({ to: '/signatory-groups/$id', params: { id } })}
    />
  );
}
