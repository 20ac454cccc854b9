import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import * as m from '#messages/approvals';
import { Acts } from '../../acts/Acts.tsx';
import { fieldLabel } from '../../acts/words.ts';
import type { Schemas } from '../../api/client.ts';
import { itemQuery } from '../../api/items.ts';
import { Facts } from '../../parts/Facts.tsx';
import { ItemLink } from '../../parts/ItemLink.tsx';
import { Money, moneyText } from '../../parts/Money.tsx';
import { Status } from '../../parts/Status.tsx';
import { PassportState } from './passport-state.tsx';
import { People } from './people.tsx';

const APPROVAL = ['approveProject', 'refuseProject'];
const CLOSURE = ['closeProject', 'refuseClosure'];

/** What the secretariat approves or closes, and who had a part in it before. */
export function OfProject({ id, isClosure }: { readonly id: string; readonly isClosure: boolean }) {
  const { data: project } = useSuspenseQuery(itemQuery('getProject', id));
  const { status, proposal, proposer, submittedBy, screenedBy, preparedBy = [], closure, funding, names = {} } = project;
  const people = isClosure ? [closure?.proposedBy] : [...preparedBy, submittedBy, screenedBy];
  const target = proposal.target;
  return (
    <>
      <Facts
        of={[
          [m.binds(), isClosure ? m.bindsToClosure() : m.bindsToProject({ amount: target ? moneyText(target) : 'none' })],
          [
            fieldLabel('project'),
            <ItemLink key="project" id={id}>
              {proposal.title}
            </ItemLink>,
          ],
          [m.state(), <Status key="status" status={status} />],
          [fieldLabel('target'), target ? <Money amount={target} of={`${id}/target`} /> : null],
          [m.round(), funding && !isClosure ? <Round id={funding} /> : null],
          [m.preparedBy(), <People key="people" of={people} names={names} />],
          [fieldLabel('note'), closure?.note && isClosure ? <blockquote dir="auto">{closure.note}</blockquote> : null],
          [m.dueDiligence(), isClosure ? null : <PassportState subject={proposer} />],
        ]}
      />
      <Acts
        item={project}
        only={({ operation }) => (isClosure ? CLOSURE : APPROVAL).includes(operation)}
        given={() => (isClosure && closure ? { places: { number: closure.number } } : {})}
      />
    </>
  );
}

function Round({ id }: { readonly id: string }) {
  const { data } = useQuery(itemQuery('getFunding', id));
  const { names = {}, offers = [] } = data ?? {};
  return (
    <>
      <ItemLink id={id}>{m.toRound({ round: data?.round ?? 1 })}</ItemLink>
      <ul>
        {offers.filter(isHeld).map(({ id: offer, sponsor, amount }) => (
          <li key={offer}>
            {names[sponsor]?.text ?? sponsor} <Money amount={amount} of={`${offer}/amount`} />
          </li>
        ))}
      </ul>
    </>
  );
}

const isHeld = ({ status }: Schemas['Offer']): boolean => status === 'accepted' || status === 'approved';
