import * as common from '#messages';
import * as m from '#messages/desk';
import { fieldLabel, personName } from '../../acts/words.ts';
import type { Schemas } from '../../api/client.ts';
import type { Fact } from '../../parts/Facts.tsx';
import { countryName, dayText, list } from '../../parts/locale.ts';

type Work = Schemas['Work'];
type Names = Schemas['Names'];

/** What whoever decides on a task has to have seen of its item. */
export function factsOf(task: Work, names: Names, item: unknown): readonly Fact[] {
  const { due, dueOn } = task;
  const day = dueOn ?? due;
  const nameOf = (id: string | undefined): string => (id === undefined ? '' : (names[id]?.text ?? id));
  const people = (persons: readonly (string | undefined)[]): string =>
    list([...new Set(persons.filter((person) => person !== undefined && person !== ''))].map((person) => personName(names, person ?? '')));
  const always = [[common.due(), day === undefined ? common.noDate() : dayText(day)]] as const;
  switch (task.item.slice(0, 'prj'.length)) {
    case 'agr':
      return [...ofPayment(task, item as Schemas['Agreement'] | undefined, nameOf, people), ...always];
    case 'fnd': {
      const offer = (item as Schemas['Funding'] | undefined)?.offers.find(({ id }) => id === task.offer);
      return [[fieldLabel('sponsor'), nameOf(offer?.sponsor)], [m.preparedBy(), people(offer?.preparedBy ?? [])], ...always];
    }
    default: {
      const { proposer, proposal, screenedBy } = (item ?? {}) as Partial<Schemas['Project']>;
      return [
        [fieldLabel('proposer'), nameOf(proposer)],
        [common.countries(), list((proposal?.countries ?? []).map(countryName))],
        [m.preparedBy(), people([screenedBy])],
        ...always,
      ];
    }
  }
}

function ofPayment(
  { payment, tranche, sponsor }: Work,
  agreement: Schemas['Agreement'] | undefined,
  nameOf: (id: string | undefined) => string,
  people: (persons: readonly (string | undefined)[]) => string,
): readonly Fact[] {
  const order = agreement?.payments.find(({ id }) => id === payment);
  const number = order?.tranche ?? tranche;
  return [
    [fieldLabel('sponsor'), nameOf(order?.sponsor ?? sponsor)],
    [m.milestone(), agreement?.tranches.find((each) => each.number === number)?.title],
    [m.preparedBy(), people([order?.submittedBy, order?.verifiedBy, order?.requestedBy, order?.approvedBy])],
  ];
}
