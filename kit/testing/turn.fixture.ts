/** Applies an effect outside a program, on its turn. `what` names it in a trail. */
export type Turn = <Result>(what: string, effect: () => Result) => Promise<Result>;

/** Every effect immediately, in the order of the calls. */
export const atOnce: Turn = async (_, effect) => effect();
