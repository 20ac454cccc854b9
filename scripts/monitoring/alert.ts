/** `critical`: somebody is woken for it. `warning`: somebody looks today. `info`: somebody looks this week. */
type Severity = 'critical' | 'warning' | 'info';

type Labels = Readonly<Record<string, string>>;

/** What makes an alert fire: series of one value a minute as promtool writes them, and the labels that it then has. */
type Example = { readonly series: Readonly<Record<string, string>>; readonly labels: Labels };

/** Something that somebody has to know of, why, and what to do then. */
export type Alert = {
  readonly name: string;
  readonly severity: Severity;
  /** A condition in PromQL. */
  readonly expr: string;
  /** For how long it has to hold. */
  readonly for: string;
  /** What is so, in one sentence. */
  readonly means: string;
  /** What to do, step by step. */
  readonly todo: readonly string[];
  /** The test that it fires: rules are read after `after` minutes. */
  readonly example: Example & { readonly after: number };
};

export type Group = { readonly name: string; readonly title: string; readonly alerts: readonly Alert[] };

/** A counter that grew, also where its first value is all that there is of it. */
export const grew = (counter: string, by: string, window: string): string =>
  `sum by (${by}) (increase(${counter}[${window}]) > 0 or (${counter} unless ${counter} offset ${window}) > 0)`;
