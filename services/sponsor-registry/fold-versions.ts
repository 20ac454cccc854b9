// Written by the test of the folds over golden streams: a snapshot of another version is not used.
export const FOLD_VERSIONS = {
  sponsor: '1082b58970d48858',
  mandate: '52269d0abe430b17',
  envelope: '6d4e1995fb8ab16d',
  passport: 'b42ec9d7d1758a4e',
} as const;
