// Written by the test of the folds over golden streams: a snapshot of another version is not used.
export const FOLD_VERSIONS = {
  agreement: '8b13f8d5ec2562b3',
  'bank-reference': '274ee8bd93c4b606',
  statement: '1ee5df0e925c364d',
  'statement-day': 'f61bf4c2b7350bb9',
  'bank-account': 'ac4f98ebef232ee0',
} as const;
