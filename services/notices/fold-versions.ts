// Written by the test of the folds over golden streams: a snapshot of another version is not used.
export const FOLD_VERSIONS = {
  settings: '4eda60fa756b8b63',
} as const;
