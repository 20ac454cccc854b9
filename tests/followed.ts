/** An indicator that a city follows, within a boundary. */
export const FOLLOWED = {
  indicator: 'tonnes-composted',
  system: 'Waste of households',
  area: 'Within the city limits',
  leftOut: 'Rubble',
  method: 'Weighed at the gate.',
  source: 'Bureau of the environment',
} as const;
