// Written by the test of the folds over golden streams: a snapshot of another version is not used.
export const FOLD_VERSIONS = {
  settings: '89def1b742da9ef0',
} as const;
