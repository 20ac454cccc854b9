// Written by the test of the folds over golden streams: a snapshot of another version is not used.
export const FOLD_VERSIONS = {
  proposer: '2b0d282483cfc738',
  project: 'e5ce37410124175c',
  milestone: '65734e41f0ff1725',
  report: 'df2941a0af0528d8',
  'project-reference': 'f39b3ab7c7011e7f',
  clock: 'dc1d2ccb29cbadd9',
  delegations: 'c760d53de944bf5e',
  person: '2456c138a2a5102a',
} as const;
