// Written by the test of the folds over golden streams: a snapshot of another version is not used.
export const FOLD_VERSIONS = {
  agreement: '341dd13009b4659c',
  'bank-reference': '274ee8bd93c4b606',
  statement: '4d96bd12c58da2b7',
  'payment-file': 'cd71f8d0dd1f4e0b',
  'statement-day': 'f61bf4c2b7350bb9',
  rates: '8578797c89237adb',
  period: 'ec78fdd9dbb80715',
  'approval-rules': '57037f9181a5ce6b',
  'bank-account': 'd53aef379c5b2ba1',
} as const;
