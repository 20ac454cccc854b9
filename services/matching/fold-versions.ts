// Written by the test of the folds over golden streams: a snapshot of another version is not used.
export const FOLD_VERSIONS = {
  funding: '487fdd73ad77ee8d',
  questions: '8b4eddbf16878788',
} as const;
