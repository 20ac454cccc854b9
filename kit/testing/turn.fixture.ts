/** Has an effect on what lies outside a program, when its turn comes. `what` names it in a trail. */
export type Turn = <Result>(what: string, effect: () => Result) => Promise<Result>;

/** Everything at once, in the order in which it is asked for. */
export const atOnce: Turn = async (_, effect) => effect();
