import * as m from '#messages/financing';

/** What a field of financial terms is called, by its name in a form: `loan.percent` is one. */
export const labelOf = (name: string): string => {
  const own = name.split('.').at(-1) ?? name;
  return m.label({ name: own === 'percent' ? 'rateOrMargin' : own });
};

export const choiceText = (code: string): string => m.choice({ code });
