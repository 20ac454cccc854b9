// Written by the test of the folds over golden streams: a snapshot of another version is not used.
export const FOLD_VERSIONS = {
  funding: '10ac0b9e04057272',
  questions: '8b4eddbf16878788',
} as const;
