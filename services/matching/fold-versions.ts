// Written by the test of the folds over golden streams: a snapshot of another version is not used.
export const FOLD_VERSIONS = {
  funding: '6378293e53b6c078',
  questions: '8b4eddbf16878788',
} as const;
