import type { BodyOf, Schemas } from '../../base/api/client.ts';

export type Plan = Schemas['ActionPlan'];
export type PlanEdition = Plan['editions'][number];
export type Planned = Omit<BodyOf<'draftPlan'>, 'edition' | 'objectives' | 'actions' | 'left'> & {
  readonly objectives: readonly string[];
  readonly actions: readonly Intended[];
  readonly left: readonly Left[];
};
export type Intended = PlanEdition['actions'][number];
type Left = PlanEdition['left'][number];

export const NO_ACTION: Intended = { title: '', commitments: [], seeksMoney: false };
const EMPTY: Planned = { objectives: [''], actions: [NO_ACTION], left: [] };

/** A draft as the browser keeps it. */
export const keptOf = (planned: Planned): string => JSON.stringify(planned);
export const plannedOf = (kept: string): Planned => JSON.parse(kept) as Planned;

/** With what a draft begins: what is drafted, or is in force. */
export function startOf(edition: PlanEdition | undefined): Planned {
  if (!edition) return EMPTY;
  const { decision, objectives, actions, left } = edition;
  return {
    ...(decision ? { decidedOn: decision.on, decisionNumber: decision.number, document: decision.document } : {}),
    objectives: objectives.length > 0 ? objectives : [''],
    actions: actions.length > 0 ? actions : [NO_ACTION],
    left,
  };
}

const isEmpty = ({ title, commitments, seeksMoney }: Intended): boolean => title.trim() === '' && commitments.length === 0 && !seeksMoney;

/** The commitments that no action serves. */
export const unserved = ({ actions }: Pick<Planned, 'actions'>, commitments: readonly string[]): readonly string[] =>
  commitments.filter((code) => actions.every((action) => !action.commitments.includes(code)));

/** What lacks of an action that is begun, by the names of its inputs. */
export const lacksOf = ({ actions }: Planned): readonly string[] =>
  actions.flatMap((action, index) => {
    if (isEmpty(action)) return [];
    return [...(action.title.trim() === '' ? [`title/${index}`] : []), ...(action.commitments.length === 0 ? [`serves/${index}`] : [])];
  });

/** As the API takes it: nothing that is empty, and reasons for nothing but what no action serves. */
export function bodyOf(planned: Planned, edition: number, commitments: readonly string[]): BodyOf<'draftPlan'> {
  const { decidedOn, decisionNumber, document, objectives, actions, left } = planned;
  const open = unserved(planned, commitments);
  return {
    edition,
    ...(decidedOn ? { decidedOn } : {}),
    ...(decisionNumber ? { decisionNumber } : {}),
    ...(document ? { document } : {}),
    objectives: objectives.map((each) => each.trim()).filter(Boolean),
    actions: actions
      .filter((action) => !isEmpty(action))
      .map(({ title, commitments: serves, seeksMoney }) => ({ title: title.trim(), commitments: [...serves], seeksMoney })),
    left: left.filter(({ commitment, reason }) => open.includes(commitment) && reason.trim() !== ''),
  };
}
