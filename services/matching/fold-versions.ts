// Written by the test of the folds over golden streams: a snapshot of another version is not used.
export const FOLD_VERSIONS = {
  funding: 'f4bfd4bf5b59d01c',
  questions: '8b4eddbf16878788',
} as const;
